//! What `idlcm inspect` and `idlcm try` have in common: an integration by its id, a page by its path, and what went wrong.

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::catalog::Entry;
use crate::contract::{IntegrationId, Job, nearest};
use crate::engine::{NotVisited, Visited};
use crate::recipe::{Screen, ViewKind};

use super::exit_code::ExitCode;
use super::print::note;
use super::settings::Settings;
use super::site::Site;
use super::stop::Stop;
use super::{catalog, keep_open, launch, problem};

/// Whose app is visited, and how.
#[derive(Debug, Args)]
pub(super) struct Visitor {
    /// The integration whose app is looked at
    #[arg(long, value_name = "ID")]
    pub integration: IntegrationId,
    /// Show the browser
    #[arg(long)]
    pub headed: bool,
    /// With --headed: leave the browser open at the end, until Enter
    #[arg(long, requires = "headed")]
    pub keep_open: bool,
    /// Try a password again that the app has rejected before
    #[arg(long)]
    pub retry_login: bool,
}

impl Visitor {
    /// The integration; no browser is opened yet.
    ///
    /// # Errors
    /// When there is none, or a secret is missing.
    pub(super) async fn site(&self, settings: &Settings) -> Result<Site, Stop> {
        let catalog = catalog::load_for(settings, &[Job::check(self.integration.clone())])?;
        let entry = catalog::entry(&catalog, &self.integration)?;
        Site::new(entry, settings.store(), launch::options(settings, self.headed)?, self.retry_login).await
    }

    /// Ends a visit to a site.
    pub(super) async fn leave(&self, site: &mut Site, stop: &CancellationToken) {
        if self.keep_open && !stop.is_cancelled() && site.is_open() {
            keep_open::until_seen().await;
        }
        site.close().await;
    }
}

/// Makes sure that a page is given by a path that the app has.
///
/// # Errors
/// With the path to write instead.
pub(super) fn path(page: &str, entry: &Entry) -> Result<(), Stop> {
    let wrong = |message: String| Err(Stop::new(ExitCode::Usage, message));
    let recipe = &entry.recipe;
    if !page.starts_with('/') && !page.contains("://") {
        let (what, screen) = match (recipe.screens.get(page), recipe.views.get(page).map(|view| &view.kind)) {
            (Some(screen), _) => ("screen", screen),
            (None, Some(ViewKind::Table(view))) => ("view", &recipe.screens[&view.screen]),
            (None, _) => return wrong(format!("`{page}` is not a path; write `/{page}`")),
        };
        let (path, name) = (path_of(screen), &screen.name);
        return wrong(format!(
            "`{page}` is a {what} of the recipe, and a {what} has no address of its own; name the path of a page that shows \
             it, such as `{path} --screen {name}`"
        ));
    }
    if entry.url(page).is_none() {
        return wrong(format!("`{page}` is not a page of {} and not on one of the recipe's `origins`", entry.base_url));
    }
    Ok(())
}

/// A path that may show a screen, from how it is recognised.
fn path_of(screen: &Screen) -> &str {
    let paths = screen.recognise.url.iter().map(|glob| glob.trim_end_matches('*'));
    let mut paths = paths.filter(|path| path.starts_with('/') && !path.contains('*'));
    paths.next().unwrap_or("/PATH")
}

/// Makes sure that the recipe has a screen of that name.
///
/// # Errors
/// With the nearest name.
pub(super) fn screen(name: &str, entry: &Entry) -> Result<(), Stop> {
    let screens = &entry.recipe.screens;
    if screens.contains_key(name) {
        return Ok(());
    }
    let hint = match nearest(name, screens.keys().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", screens.keys().map(String::as_str).collect::<Vec<_>>().join(", ")),
    };
    Err(Stop::new(ExitCode::Usage, format!("there is no screen `{name}` in the recipe; {hint}")))
}

/// Says on which page it was.
pub(super) fn place<T>(visited: &Visited<T>) {
    let screens = match visited.screens.as_slice() {
        [] => "no screen of the recipe".to_owned(),
        screens => format!("screen {}", screens.join(", ")),
    };
    note(&format!("{} \"{}\": {screens}", visited.page, visited.title));
}

/// Shows why a page was not seen.
pub(super) fn failed(not: &NotVisited, entry: &Entry) -> ExitCode {
    match &not.problem {
        Some(problem) => {
            note(problem::draw(problem, &entry.recipe.source, problem::colour()).trim_end_matches('\n'));
        }
        None => note(&format!("idlcm: {}: {}", not.kind.name(), not.message)),
    }
    if not.browser { ExitCode::Failed } else { ExitCode::Missing }
}
