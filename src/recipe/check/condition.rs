//! Conditions.

use super::scope::{Scope, Use};
use super::{Checker, given};
use crate::recipe::condition::{Condition, ConditionKind};
use crate::recipe::position::Span;
use crate::recipe::source::{ConditionSource, Many, OneOrMany, Scalar};
use crate::recipe::template::ValuePath;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn condition(&self, source: &Recovered<ConditionSource>, scope: &Scope) -> Option<Condition> {
        self.condition_of(source.get()?, source.span, scope)
    }

    fn condition_of(&self, source: &ConditionSource, span: Span, scope: &Scope) -> Option<Condition> {
        let given_keys = [
            ("visible", source.visible.is_some()),
            ("gone", source.gone.is_some()),
            ("enabled", source.enabled.is_some()),
            ("screen", source.screen.is_some()),
            ("url", source.url.is_some()),
            ("toast", source.toast.is_some()),
            ("value", source.value.is_some()),
            ("every_row", source.every_row.is_some()),
            ("given", source.given.is_some()),
            ("changed", source.changed.is_some()),
            ("equals", source.equals.is_some()),
            ("all", source.all.is_some()),
            ("any", source.any.is_some()),
            ("not", source.not.is_some()),
        ];
        let names: Vec<&str> = given_keys.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
        match names.as_slice() {
            [_] => {}
            [] => {
                self.error(
                    "empty_condition",
                    span,
                    "this condition asks nothing",
                    "write for example `{visible: users.heading}`",
                );
                return None;
            }
            _ => {
                self.error(
                    "several_conditions",
                    span,
                    format!("a condition asks one thing; here are {}", super::quoted(&names)),
                    "join them: `{all: [{…}, {…}]}`, or `any`",
                );
                return None;
            }
        }
        if let Some(text) = &source.text
            && source.visible.is_none()
        {
            self.error(
                "misplaced_text",
                text.span,
                "`text` stands beside `visible` only",
                "write `{visible: …, text: …}`",
            );
        }
        if let Some(opened) = &source.opened_by
            && (source.visible.is_none() || !scope.expects)
        {
            let message = "`opened_by` stands beside `visible` in an `expect` only";
            self.error("misplaced_key", opened.span, message, "write `expect: {visible: …, opened_by: row}`");
        }
        let kind = if let Some(visible) = &source.visible {
            let text = source.text.as_ref().map(|text| self.matcher(text, scope));
            let locator = self.locator(visible, scope)?;
            match (text, &source.opened_by) {
                (Some(text), None) => ConditionKind::Visible(locator, Some(text?)),
                (None, None) => ConditionKind::Visible(locator, None),
                (None, Some(_)) => ConditionKind::OpenedByRow(locator),
                (Some(text), Some(_)) => {
                    let kinds =
                        [ConditionKind::Visible(locator.clone(), Some(text?)), ConditionKind::OpenedByRow(locator)];
                    ConditionKind::All(kinds.map(|kind| Condition { kind, span }).into())
                }
            }
        } else if let Some(gone) = &source.gone {
            ConditionKind::Gone(self.locator(gone, scope)?)
        } else if let Some(enabled) = &source.enabled {
            ConditionKind::Enabled(self.locator(enabled, scope)?)
        } else if let Some(screen) = &source.screen {
            ConditionKind::Screen(self.screen_name(screen)?)
        } else if let Some(url) = &source.url {
            ConditionKind::Url(self.globs(url)?)
        } else if let Some(toast) = &source.toast {
            ConditionKind::Toast(self.matcher(toast, scope)?)
        } else if let Some(value) = &source.value {
            let value = value.get()?;
            let (of, is) = (self.locator(&value.of, scope), self.matcher(&value.is, scope));
            ConditionKind::Value(of?, is?)
        } else if let Some(text) = &source.every_row {
            let Some(rows) = &scope.rows else {
                let message = "only `settled` of a search knows which rows are meant";
                self.error("misplaced_key", text.span, message, "name what is to be seen: `{visible: …, text: …}`");
                return None;
            };
            ConditionKind::EveryRow(Box::new(rows.clone()), self.matcher(text, scope)?)
        } else if let Some(path) = &source.given {
            ConditionKind::Given(self.path(path.get()?, path.span, Use::Text, scope)?.0)
        } else if let Some(path) = &source.changed {
            self.changed(path, scope)?
        } else if let Some(equals) = &source.equals {
            self.equals(equals, scope)?
        } else if let Some(parts) = &source.all {
            ConditionKind::All(self.parts(parts, scope)?)
        } else if let Some(parts) = &source.any {
            ConditionKind::Any(self.parts(parts, scope)?)
        } else {
            let not = source.not.as_ref()?;
            ConditionKind::Not(Box::new(self.condition_of(not.get()?, not.span, scope)?))
        };
        Some(Condition { kind, span })
    }

    fn parts(&self, source: &Recovered<Many<ConditionSource>>, scope: &Scope) -> Option<Vec<Condition>> {
        let parts = source.get()?;
        if parts.is_empty() {
            self.error("empty_list", source.span, "no condition stands here", "write at least one");
        }
        let checked: Vec<Condition> = parts.iter().filter_map(|part| self.condition(part, scope)).collect();
        (checked.len() == parts.len() && !checked.is_empty()).then_some(checked)
    }

    fn changed(&self, path: &Recovered<String>, scope: &Scope) -> Option<ConditionKind> {
        let (found, _) = self.path(path.get()?, path.span, Use::Text, scope)?;
        match found {
            ValuePath::Subject(field) if scope.change => Some(ConditionKind::Changed(field)),
            ValuePath::Subject(_) => {
                self.error(
                    "no_change",
                    path.span,
                    "what differs is known only in `update`, `grant` and `revoke`",
                    "write `given: …` to ask whether the job names the attribute",
                );
                None
            }
            _ => {
                self.error(
                    "bad_path",
                    path.span,
                    "only an attribute of the subject can differ",
                    "write `changed: user.name`",
                );
                None
            }
        }
    }

    fn equals(&self, equals: &Recovered<Vec<Recovered<Scalar>>>, scope: &Scope) -> Option<ConditionKind> {
        let [path, literal] = equals.get()?.as_slice() else {
            self.error("bad_equals", equals.span, "`equals` compares two things", "write `equals: [user.kind, guest]`");
            return None;
        };
        let (path_text, literal_text) = (path.get()?.text(), literal.get()?.text());
        let (path, shape) = self.path(&path_text, path.span, Use::Text, scope)?;
        if shape.list {
            self.error(
                "list_in_text",
                equals.span,
                "a list cannot be compared with one value",
                "name a field that holds one value",
            );
            return None;
        }
        Some(ConditionKind::Equals(path, self.template_text(&literal_text, literal.span, Use::Text, scope)?))
    }

    /// The name of a screen that exists.
    pub(super) fn screen_name(&self, source: &Recovered<String>) -> Option<String> {
        let name = source.get()?;
        let screens = self.source.screens.as_ref()?.get()?;
        if screens.contains_key(name.as_str()) {
            self.use_screen(name);
            return Some(name.clone());
        }
        self.unknown("screen", name, source.span, screens.keys().map(|name| name.value.as_str()));
        None
    }

    /// Globs of URLs.
    pub(super) fn globs(&self, source: &Recovered<OneOrMany<String>>) -> Option<Vec<String>> {
        let OneOrMany(globs) = source.get()?;
        if globs.is_empty() {
            self.error("empty_list", source.span, "no glob stands here", "write at least one, such as `/users*`");
        }
        for glob in globs {
            let help = "begin it with `/` for the path, with `*` for any, or write a whole URL with `://`";
            if glob.contains("{{") {
                self.error(
                    "template_not_allowed",
                    source.span,
                    "`{{ … }}` is not filled in inside globs",
                    "write `*` there",
                );
            } else if !(glob.starts_with(['/', '*', '#']) || glob.contains("://")) {
                self.error("bad_glob", source.span, format!("the glob `{glob}` matches no URL"), help);
            }
        }
        Some(globs.clone())
    }

    pub(super) fn optional_condition(
        &self,
        source: &crate::recipe::source::Maybe<ConditionSource>,
        scope: &Scope,
    ) -> Option<Condition> {
        given(source).and(source.as_ref()).and_then(|source| self.condition(source, scope))
    }
}
