//! `search`: how a view is narrowed down to one row, and what proves that there is none.

use super::Checker;
use super::scope::{Scope, Use};
use crate::contract::ResourceKind;
use crate::recipe::locator::Locator;
use crate::recipe::source::{SearchSource, SubmitSource};
use crate::recipe::view::{Search, SearchBy, Submit};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn search(
        &self,
        recovered: &Recovered<SearchSource>,
        kind: ResourceKind,
        of: Option<ResourceKind>,
        (frames, rows): (&[Locator], Option<&Locator>),
    ) -> Option<Search> {
        let source = recovered.get()?;
        let scope = Scope { frames: frames.to_vec(), other: of, ..Scope::about(kind, "`search`") };
        let by = match (&source.goto, &source.into, &source.value) {
            (Some(path), None, None) => {
                if let Some(submit) = &source.submit {
                    let message = "loading a path needs no `submit`";
                    self.error("bad_search", submit.span, message, "remove it");
                }
                self.goto(path, &scope).map(SearchBy::Goto)
            }
            (None, Some(into), Some(value)) => {
                let (into, value) = (self.locator(into, &scope), self.template(value, Use::Text, &scope));
                let submit = match &source.submit {
                    None => Some(Submit::Typing),
                    Some(submit) => self.submit(submit, &scope),
                };
                match (into, value, submit) {
                    (Some(into), Some(value), Some(submit)) => Some(SearchBy::Box { into, value, submit }),
                    _ => None,
                }
            }
            _ => {
                self.error(
                    "bad_search",
                    recovered.span,
                    "a search either loads a path or types into a box",
                    "write `{goto: \"/users?q={{ user.email }}\"}`, or `{into: users.search, value: \"{{ user.email }}\"}`",
                );
                None
            }
        };
        let shown = Scope { rows: rows.cloned(), ..scope.clone() };
        let settled = self.optional_condition(&source.settled, &shown);
        let typed = match &by {
            Some(SearchBy::Goto(path)) => Some(path),
            Some(SearchBy::Box { value, .. }) => Some(value),
            None => None,
        };
        if let (Some(typed), Some(resource)) = (typed, self.resources.get(&kind))
            && !super::commit::in_template(typed, &resource.key)
        {
            let message = format!("this search does not look for `{}`, by which {kind} are told apart", resource.key);
            let help = format!(
                "search for `{{{{ {}.{} }}}}`; who is not found by something else may exist",
                kind.singular(),
                resource.key
            );
            self.error("search_without_key", typed.span, message, help);
        }
        if source.settled.is_none()
            && let Some(into) = &source.into
        {
            let message = "nothing tells when the list that is narrowed by typing is shown";
            let help = "add `settled`, such as `{every_row: {contains: \"{{ user.email }}\"}}`, `{gone: users.loading}` or `{url: \"*?*q=*\"}`";
            self.warning("unsettled_search", into.span, message, help);
        }
        let empty = self.optional_locator(&source.empty, &scope);
        let total = self.total(&source.total, &scope);
        let sorted = self.sorted(source, kind);
        if source.empty.is_none() && source.total.is_none() && source.sorted_by.is_none() {
            self.warning(
                "no_proof",
                recovered.span,
                "this search cannot prove that somebody is not there",
                "add `empty` (what the app shows when nothing matches) or `total`; otherwise the whole list is read each time",
            );
        }
        Some(Search { by: by?, settled, empty, total, sorted })
    }

    /// Whether the narrowed list begins at the key, and is sorted by it.
    fn sorted(&self, source: &SearchSource, kind: ResourceKind) -> bool {
        let (Some(written), Some(resource)) = (&source.sorted_by, self.resources.get(&kind)) else { return false };
        let Some(field) = written.get() else { return false };
        if *field != resource.key {
            let message = format!("a list that is sorted by `{field}` does not tell who of the {kind} is not in it");
            let help = format!("write `sorted_by: {}` if it is sorted by that, or remove it", resource.key);
            self.error("bad_search", written.span, message, help);
            return false;
        }
        true
    }

    fn submit(&self, source: &Recovered<SubmitSource>, scope: &Scope) -> Option<Submit> {
        match source.get()? {
            SubmitSource::Key(key) if key == "enter" => Some(Submit::Enter),
            SubmitSource::Key(key) => {
                let message = format!("`{key}` does not start a search");
                self.error("bad_search", source.span, message, "write `submit: enter` or `submit: {click: locator}`");
                None
            }
            SubmitSource::Click(click) => Some(Submit::Click(self.locator(&click.click, scope)?)),
        }
    }
}
