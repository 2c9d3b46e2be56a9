//! The app, its parameters, secrets, generated values and settings.

use std::collections::BTreeMap;

use super::{Checker, given, is_name, named};
use crate::contract::{Action, Limit};
use crate::recipe::checked::{App, CharacterClass, Generated, Param};
use crate::recipe::position::Span;
use crate::recipe::settings::{LONGEST_ACTION, Settings};
use crate::recipe::source::{CharacterClassSource, SecretSource};
use crate::recipe::template::SecretName;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn check_app(&self) -> Option<App> {
        let app = self
            .required(self.source.app.as_ref(), "app", "write `app: {id: ledgerly, name: Ledgerly, version: 1}`")?
            .get()?;
        if let Some(id) = app.id.get()
            && (id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
        {
            self.error("bad_id", app.id.span, format!("`{id}` cannot be an app's id"), "use a-z, 0-9 and -");
        }
        if let Some(verified) = &app.verified
            && let Some(day) = verified.get()
            && day.parse::<jiff::civil::Date>().is_err()
        {
            self.error("bad_date", verified.span, format!("`{day}` is not a date"), "write it as `2026-11-01`");
        }
        Some(App {
            id: app.id.get()?.clone(),
            name: app.name.get()?.clone(),
            version: *app.version.get()?,
            verified: given(&app.verified).cloned(),
            locale: given(&app.locale).cloned().unwrap_or_else(|| "en".to_owned()),
        })
    }

    pub(super) fn check_params(&self) -> BTreeMap<String, Param> {
        let mut params = BTreeMap::new();
        for (name, param) in named(&self.source.params) {
            self.name(&name.value, name.span);
            let Some(source) = param.get() else { continue };
            let pattern = source.pattern.as_ref().and_then(|pattern| self.whole_pattern(pattern));
            if let (Some(pattern), Some(example)) = (&pattern, &source.example)
                && let Some(text) = example.get()
                && !pattern.is_match(text)
            {
                self.error(
                    "bad_example",
                    example.span,
                    format!("the example `{text}` does not match the parameter's own pattern"),
                    "correct the example or the pattern; the pattern has to match the whole value",
                );
            }
            params.insert(
                name.value.clone(),
                Param {
                    label: given(&source.label).cloned(),
                    pattern,
                    example: given(&source.example).cloned(),
                    help: given(&source.help).cloned(),
                    span: name.span,
                },
            );
        }
        params
    }

    pub(super) fn check_service_account(&self) -> Vec<SecretName> {
        let mut secrets = Vec::new();
        for secret in given(&self.source.service_account).into_iter().flatten() {
            let secret = match secret.get() {
                Some(SecretSource::Username) => SecretName::Username,
                Some(SecretSource::Password) => SecretName::Password,
                Some(SecretSource::Totp) => SecretName::Totp,
                None => continue,
            };
            if !secrets.contains(&secret) {
                secrets.push(secret);
            }
        }
        secrets
    }

    pub(super) fn check_generated(&self) -> BTreeMap<String, Generated> {
        let mut generated = BTreeMap::new();
        for (name, source) in named(&self.source.generated) {
            self.name(&name.value, name.span);
            let Some(value) = source.get() else { continue };
            let length = given(&value.length).copied().unwrap_or(24);
            if !(12..=128).contains(&length) {
                let span = value.length.as_ref().map_or(source.span, |length| length.span);
                self.error(
                    "bad_length",
                    span,
                    format!("a generated value cannot have {length} characters"),
                    "use 12 to 128",
                );
            }
            let all = [CharacterClass::Lower, CharacterClass::Upper, CharacterClass::Digit, CharacterClass::Symbol];
            let mut classes: Vec<CharacterClass> = Vec::new();
            for class in given(&value.classes).into_iter().flatten().filter_map(Recovered::get) {
                let class = match class {
                    CharacterClassSource::Lower => CharacterClass::Lower,
                    CharacterClassSource::Upper => CharacterClass::Upper,
                    CharacterClassSource::Digit => CharacterClass::Digit,
                    CharacterClassSource::Symbol => CharacterClass::Symbol,
                };
                if !classes.contains(&class) {
                    classes.push(class);
                }
            }
            if classes.is_empty() {
                classes.extend(all);
            }
            generated.insert(
                name.value.clone(),
                Generated { length: usize::try_from(length).unwrap_or(usize::MAX), classes },
            );
        }
        generated
    }

    pub(super) fn check_settings(&self) -> Settings {
        let mut settings = Settings::default();
        let Some(source) = given(&self.source.settings) else { return settings };
        if let Some(timeouts) = given(&source.timeouts) {
            for (wanted, value) in [
                (&mut settings.timeouts.step, &timeouts.step),
                (&mut settings.timeouts.page, &timeouts.page),
                (&mut settings.timeouts.download, &timeouts.download),
                (&mut settings.timeouts.action, &timeouts.action),
            ] {
                if let Some(place) = value
                    && let Some(value) = place.get()
                {
                    self.lasting(*value, place.span);
                    self.at_most(*value, LONGEST_ACTION, place.span);
                    *wanted = *value;
                }
            }
        }
        if let Some(pace) = given(&source.pace) {
            settings.pace.actions_per_minute = self.positive(&pace.actions_per_minute);
            settings.pace.sessions = self.positive(&pace.sessions).unwrap_or(settings.pace.sessions);
        }
        for (name, limit) in named(&source.limits) {
            if let (Some(action), Some(limit)) = (self.action_name(&name.value, name.span), limit.get()) {
                let limit: &Limit = limit;
                settings.limits.insert(action, *limit);
            }
        }
        if let Some(attributes) = given(&source.test_id_attributes) {
            settings.test_id_attributes = attributes.iter().filter_map(|attribute| attribute.get().cloned()).collect();
        }
        if let Some(viewport) = given(&source.viewport)
            && let (Some(width), Some(height)) = (viewport.width.get(), viewport.height.get())
        {
            settings.viewport = (*width, *height);
            if !(320..=7_680).contains(width) || !(240..=4_320).contains(height) {
                let place = source.viewport.as_ref().map(|viewport| viewport.span).unwrap_or_default();
                let message = format!("a window of {width} by {height} pixels is of no use");
                self.error("bad_viewport", place, message, "use a width of 320 to 7680 and a height of 240 to 4320");
            }
        }
        settings.evidence = given(&source.evidence).copied().unwrap_or_default();
        settings
    }

    /// Reports a length of time that is none.
    pub(super) fn lasting(&self, value: crate::contract::Duration, span: Span) {
        if value == crate::contract::Duration::from_secs(0) {
            self.error("zero", span, "nothing can be done in no time", "write for example `10s`, or leave it out");
        }
    }

    /// Reports a length of time in which the broker would take the job away.
    pub(super) fn at_most(&self, value: crate::contract::Duration, most: crate::contract::Duration, span: Span) {
        if value > most {
            let message =
                format!("{value} is longer than a worker may keep a job: the broker takes it away after an hour");
            self.error("too_long", span, message, format!("write `{most}` or less"));
        }
    }

    pub(super) fn positive(&self, value: &crate::recipe::source::Maybe<u32>) -> Option<u32> {
        let value = value.as_ref()?;
        let number = *value.get()?;
        if number == 0 {
            self.error("zero", value.span, "this cannot be 0", "write 1 or more, or leave it out");
        }
        Some(number)
    }

    /// The action of that name; reports it if there is none.
    pub(super) fn action_name(&self, name: &str, span: Span) -> Option<Action> {
        let action = name.parse().ok();
        if action.is_none() {
            let names: Vec<String> = Action::all().map(|action| action.to_string()).collect();
            self.unknown("action", name, span, names.iter().map(String::as_str));
        }
        action
    }

    /// Reports a name that templates and references could not hold.
    pub(super) fn name(&self, name: &str, span: Span) {
        if !is_name(name) {
            self.error(
                "bad_name",
                span,
                format!("`{name}` cannot be a name"),
                "use a-z, 0-9 and _, and begin with a letter",
            );
        }
    }
}
