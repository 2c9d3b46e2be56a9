//! Views.

use indexmap::IndexMap;

use super::scope::Scope;
use super::{Checker, given, named};
use crate::contract::ResourceKind;
use crate::recipe::position::Span;
use crate::recipe::source::{CompleteSource, ViewSource};
use crate::recipe::view::{Detail, TableView, View, ViewKind};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn check_views(&self) -> IndexMap<String, View> {
        let mut views = IndexMap::new();
        for (name, view) in named(&self.source.views) {
            self.name(&name.value, name.span);
            let resource = self.view_resource(&name.value);
            if resource.is_none() && view.get().is_some() {
                self.error(
                    "view_without_resource",
                    name.span,
                    format!("the view `{}` does not say what it lists", name.value),
                    "add `resource: users`, or begin its name with a resource, as in `users_active`",
                );
            }
            let (Some(source), Some(kind)) = (view.get(), resource) else { continue };
            if !self.resources.contains_key(&kind) && !self.resource_is_broken(kind.plural()) {
                let message = format!("the view `{}` lists {kind}, which is not a resource here", name.value);
                self.error("unknown_resource", name.span, message, format!("add `{kind}` to `resources`"));
            }
            let view_kind = if source.union.is_some() {
                self.union(&name.value, source, kind)
            } else if source.csv.is_some() {
                if let Some(of) = &source.of {
                    let message = "a file is exported once, not for each of them";
                    self.error("mixed_view", of.span, message, "remove `of`, or read the page instead of a file");
                }
                self.csv(source, kind, name.span).map(|csv| ViewKind::Csv(Box::new(csv)))
            } else {
                self.view_of(&name.value, source, kind);
                self.table(source, kind, name.span).map(|table| ViewKind::Table(Box::new(table)))
            };
            if let Some(view_kind) = view_kind {
                views.insert(
                    name.value.clone(),
                    View { name: name.value.clone(), resource: kind, kind: view_kind, span: name.span },
                );
            }
        }
        views
    }

    fn table(&self, source: &ViewSource, kind: ResourceKind, span: Span) -> Option<TableView> {
        for (name, missing, help) in [
            ("open", source.open.is_none(), "add `open: [{goto: /users}]`"),
            ("screen", source.screen.is_none(), "add the screen that the list is on"),
            ("rows", source.rows.is_none(), "add a locator that matches every row and nothing else"),
            ("key", source.key.is_none(), "add the field that identifies a row"),
            ("fields", source.fields.is_none(), "add what is read of a row: `fields: {email: {column: Email}}`"),
        ] {
            if missing {
                self.error("missing_key", span, format!("`{name}` is missing in this view"), help);
            }
        }
        let of = given(&source.of).copied();
        let mut scope = Scope { other: of, ..Scope::bare("the `open` steps of a view") };
        let open = self.optional_steps(&source.open, &mut scope);
        let screen = source.screen.as_ref().and_then(|screen| self.screen_name(screen));
        let frames = screen.as_deref().map(|screen| self.frames(screen)).unwrap_or_default();
        let page = Scope { frames: frames.clone(), ..Scope::bare("what a view reads") };
        let rows = self.optional_locator(&source.rows, &page);
        let in_row = Scope { row: true, columns: self.columns(&source.columns, &page), ..page.clone() };
        let except = self.optional_locator(&source.except, &in_row);
        let fields = self.view_fields(&source.fields, kind, &in_row);
        let key = self.view_key(source, kind);
        let empty = self.optional_locator(&source.empty, &page);
        let total = self.total(&source.total, &page);
        let end = self.optional_locator(&source.end, &page);
        let pager = self.pager(source, &page);
        let search = source.search.as_ref().and_then(|search| self.search(search, kind, of, (&frames, rows.as_ref())));
        let detail = source.detail.as_ref().and_then(|detail| self.detail(detail, source, kind));
        let complete = given(&source.complete).copied();
        // That a list cannot be scrolled further proves nothing: the app may have stopped loading.
        let ends = source.end.is_some() || source.pages.is_some() || source.load_more.is_some();
        let proven = source.total.is_some() || ends || complete.is_some();
        if !proven {
            let message = "nothing proves that this list was read completely";
            let help = "add `total`, `pages`, `load_more`, `end` or `complete: single_page`; without a proof no write concludes that somebody is not there";
            self.warning("no_proof", span, message, help);
        }
        Some(TableView {
            open,
            screen: screen?,
            rows: rows?,
            except,
            key: key?,
            fields,
            empty,
            total,
            end,
            single_page: complete == Some(CompleteSource::SinglePage),
            pager,
            of,
            search,
            detail,
        })
    }

    pub(super) fn view_key(&self, source: &ViewSource, kind: ResourceKind) -> Option<String> {
        let key = source.key.as_ref()?;
        let name = key.get()?;
        let fields = source.fields.as_ref()?.get()?;
        match fields.get(name.as_str()) {
            None => {
                self.unknown("field", name, key.span, fields.keys().map(|name| name.value.as_str()));
                return None;
            }
            Some(field) => {
                if let Some(field) = field.get()
                    && (field.value.is_some() || field.each.is_some() || field.optional.is_some())
                {
                    let help = "read it from one element that is always there";
                    self.error("bad_key", key.span, format!("`{name}` cannot tell rows apart"), help);
                }
            }
        }
        if let Some(resource) = self.resources.get(&kind)
            && resource.key != *name
        {
            let message = format!("the key of {kind} is `{}`, not `{name}`", resource.key);
            self.error("wrong_key", key.span, message, format!("write `key: {}`", resource.key));
        }
        Some(name.clone())
    }

    fn detail(
        &self,
        recovered: &Recovered<crate::recipe::source::DetailSource>,
        view: &ViewSource,
        kind: ResourceKind,
    ) -> Option<Detail> {
        let source = recovered.get()?;
        let mut scope = Scope { other: given(&view.of).copied(), ..Scope::about(kind, "`detail`") };
        let in_row = given(&source.in_row).copied().unwrap_or_default();
        scope.row = in_row;
        if in_row && let Some(screen) = given(&view.screen) {
            scope.frames = self.frames(screen);
            let page = Scope { frames: scope.frames.clone(), ..Scope::bare("what a view reads") };
            scope.columns = self.columns(&view.columns, &page);
        }
        let open = self.optional_steps(&source.open, &mut scope);
        let link = match (&source.link, &source.open) {
            (None, Some(_)) => None,
            (None, None) => {
                let help = "add the link in the row that leads there, `link: {role: link, name: Edit}`, or the steps: `open: […]`";
                self.error("missing_key", recovered.span, "nothing says how the page of a row is reached", help);
                return None;
            }
            (Some(link), open) => {
                let beside = [
                    ("open", open.as_ref().map(|open| open.span)),
                    ("in_row", source.in_row.as_ref().map(|in_row| in_row.span)),
                ];
                if let Some((name, place)) = beside.into_iter().find_map(|(name, place)| Some((name, place?))) {
                    let message = format!("`{name}` has no place beside `link`, whose address is loaded");
                    self.error("misplaced_key", place, message, "remove one of the two");
                }
                let frames = given(&view.screen).map(|screen| self.frames(screen)).unwrap_or_default();
                Some(self.locator(link, &Scope { frames, ..Scope::bare("what a view reads") })?)
            }
        };
        let screen = self.screen_name(&source.screen);
        let frames = screen.as_deref().map(|screen| self.frames(screen)).unwrap_or_default();
        let page = Scope { frames, ..Scope::bare("what a view reads") };
        let mut fields = IndexMap::new();
        for (name, field) in source.fields.get().into_iter().flatten() {
            if given(&view.fields).is_some_and(|list| list.contains_key(name.value.as_str())) {
                let message = format!("`{}` is read from the list already", name.value);
                self.error("duplicate_field", name.span, message, "read it in one of the two places");
            }
            if let Some(field) = self.view_field_of(name, field, kind, &page) {
                fields.insert(name.value.clone(), field);
            }
        }
        Some(Detail { open, in_row, link, screen: screen?, fields, timeout: given(&source.timeout).copied() })
    }
}
