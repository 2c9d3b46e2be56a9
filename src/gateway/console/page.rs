//! Pages from templates.

use std::borrow::Cow;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde_json::Value;

/// All templates, by name.
const TEMPLATES: &[(&str, &str)] = &[
    ("account.html", include_str!("templates/account.html")),
    ("activity.html", include_str!("templates/activity.html")),
    ("activity_rows.html", include_str!("templates/activity_rows.html")),
    ("base.html", include_str!("templates/base.html")),
    ("confirm.html", include_str!("templates/confirm.html")),
    ("confirmed.html", include_str!("templates/confirmed.html")),
    ("integration.html", include_str!("templates/integration.html")),
    ("integration_activity.html", include_str!("templates/integration_activity.html")),
    ("integration_jobs.html", include_str!("templates/integration_jobs.html")),
    ("integration_provider.html", include_str!("templates/integration_provider.html")),
    ("integration_resources.html", include_str!("templates/integration_resources.html")),
    ("integration_settings.html", include_str!("templates/integration_settings.html")),
    ("integration_sync.html", include_str!("templates/integration_sync.html")),
    ("integration_test.html", include_str!("templates/integration_test.html")),
    ("integrations.html", include_str!("templates/integrations.html")),
    ("job.html", include_str!("templates/job.html")),
    ("job_rows.html", include_str!("templates/job_rows.html")),
    ("jobs.html", include_str!("templates/jobs.html")),
    ("parts.html", include_str!("templates/parts.html")),
    ("people.html", include_str!("templates/people.html")),
    ("person.html", include_str!("templates/person.html")),
    ("person_new.html", include_str!("templates/person_new.html")),
    ("problems.html", include_str!("templates/problems.html")),
    ("sign_in.html", include_str!("templates/sign_in.html")),
    ("steps.html", include_str!("templates/steps.html")),
    ("trouble.html", include_str!("templates/trouble.html")),
    ("wizard.html", include_str!("templates/wizard.html")),
    ("wizard_account.html", include_str!("templates/wizard_account.html")),
    ("wizard_app.html", include_str!("templates/wizard_app.html")),
    ("wizard_settings.html", include_str!("templates/wizard_settings.html")),
    ("wizard_test.html", include_str!("templates/wizard_test.html")),
];

/// The pages.
#[derive(Debug)]
pub(super) struct Pages(Environment<'static>);

impl Pages {
    /// Those of the program.
    pub(super) fn new() -> Self {
        Self(environment(TEMPLATES.iter().map(|(name, text)| ((*name).into(), (*text).into()))))
    }

    /// A page. `me`: whoever looks at it.
    pub(super) fn show(&self, name: &str, me: Value, content: &Value) -> Response {
        let mut content = content.clone();
        content["me"] = me;
        #[cfg(debug_assertions)]
        let pages = from_folder().unwrap_or_else(|| self.0.clone());
        #[cfg(not(debug_assertions))]
        let pages = &self.0;
        let page = pages.get_template(name).and_then(|page| page.render(Serde(&content)));
        match page {
            Ok(text) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response(),
            Err(error) => {
                tracing::error!(error = ?error, name, "a page of the console cannot be made");
                (StatusCode::INTERNAL_SERVER_ERROR, "the page cannot be made; see the gateway's log").into_response()
            }
        }
    }
}

/// The templates with what they may use. One that cannot be read is left out, and a test finds it.
fn environment(templates: impl Iterator<Item = (Cow<'static, str>, Cow<'static, str>)>) -> Environment<'static> {
    let mut pages = Environment::new();
    pages.set_auto_escape_callback(|_| AutoEscape::Html);
    pages.set_undefined_behavior(UndefinedBehavior::Chainable);
    pages.add_filter("when", when);
    pages.add_filter("ago", ago);
    pages.add_filter("clock", clock);
    pages.add_filter("words", |text: &str| text.replace(['_', '.'], " "));
    pages.add_global("version", env!("CARGO_PKG_VERSION"));
    for (name, text) in templates {
        if let Err(error) = pages.add_template_owned(name, text) {
            tracing::error!(%error, "a template of the console cannot be read");
        }
    }
    pages
}

/// While the console is worked on: in a debug build, the templates of the folder in `IDLCM_CONSOLE_TEMPLATES`, read anew for
/// each page.
#[cfg(debug_assertions)]
fn from_folder() -> Option<Environment<'static>> {
    let folder = std::env::var_os("IDLCM_CONSOLE_TEMPLATES")?;
    let files = std::fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let read = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        Some((name.into(), std::fs::read_to_string(file.path()).ok()?.into()))
    });
    Some(environment(read))
}

/// A time as people read it.
fn when(time: &str) -> String {
    time.parse::<Timestamp>()
        .map_or_else(|_| time.to_owned(), |time| time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
}

/// The time of a day.
fn clock(time: &str) -> String {
    time.parse::<Timestamp>().map_or_else(|_| time.to_owned(), |time| time.strftime("%H:%M:%S").to_string())
}

/// How long ago a time was.
fn ago(time: &str) -> String {
    let Ok(time) = time.parse::<Timestamp>() else { return time.to_owned() };
    let seconds = Timestamp::now().duration_since(time).as_secs();
    match seconds {
        ..=-1 => when(&time.to_string()),
        0..=59 => "just now".to_owned(),
        60..=3599 => format!("{} min ago", seconds / 60),
        3600..=86_399 => format!("{} h ago", seconds / 3600),
        _ => format!("{} days ago", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        let pages = Pages::new();
        for (name, _) in TEMPLATES {
            assert!(pages.0.get_template(name).is_ok(), "{name}");
        }
    }
}
