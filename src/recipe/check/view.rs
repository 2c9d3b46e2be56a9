//! Views.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::scope::{Scope, Use};
use super::{Checker, given, named};
use crate::contract::ResourceKind;
use crate::recipe::locator::Locator;
use crate::recipe::position::Span;
use crate::recipe::source::{
    CompleteSource, LocatorSource, Maybe, Named, SubmitSource, TotalSource, ViewFieldSource, ViewSource,
};
use crate::recipe::view::{Detail, FieldFrom, Search, SearchBy, Submit, TableView, Total, View, ViewField, ViewKind};
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

    fn union(&self, name: &str, source: &ViewSource, kind: ResourceKind) -> Option<ViewKind> {
        let others = [
            source.open.as_ref().map(|v| v.span),
            source.screen.as_ref().map(|v| v.span),
            source.rows.as_ref().map(|v| v.span),
            source.fields.as_ref().map(|v| v.span),
            source.key.as_ref().map(|v| v.span),
            source.pages.as_ref().map(|v| v.span),
            source.scroll.as_ref().map(|v| v.span),
            source.load_more.as_ref().map(|v| v.span),
            source.csv.as_ref().map(|v| v.span),
            source.of.as_ref().map(|v| v.span),
            source.search.as_ref().map(|v| v.span),
            source.detail.as_ref().map(|v| v.span),
            source.total.as_ref().map(|v| v.span),
            source.empty.as_ref().map(|v| v.span),
            source.end.as_ref().map(|v| v.span),
            source.complete.as_ref().map(|v| v.span),
        ];
        if let Some(span) = others.into_iter().flatten().next() {
            self.error(
                "mixed_view",
                span,
                "a union joins other views and reads nothing itself",
                "move this into the views that are joined",
            );
        }
        let list = source.union.as_ref()?;
        let mut members = Vec::new();
        let mut keys: BTreeSet<&str> = BTreeSet::new();
        for member in list.get()? {
            let Some(other) = self.view_name(member) else { continue };
            let view = given(&self.source.views).and_then(|views| views.get(other.as_str())).and_then(Recovered::get);
            if other == name || view.is_some_and(|view| view.union.is_some()) {
                self.error(
                    "nested_union",
                    member.span,
                    format!("`{other}` is a union itself"),
                    "name the views it joins",
                );
            }
            self.use_view(&other);
            if view.is_some_and(|view| view.of.is_some()) {
                let message = format!("`{other}` is opened once for each group; it cannot be joined");
                self.error("mixed_union", member.span, message, "name views that list all by themselves");
            }
            if self.view_resource(&other).is_some_and(|resource| resource != kind) {
                let message = format!("`{other}` does not list {kind}");
                self.error("mixed_union", member.span, message, "only views of one resource can be joined");
            }
            if let Some(key) = view.and_then(|view| given(&view.key)) {
                keys.insert(key);
                if keys.len() > 1 {
                    let message = format!("`{other}` has another key than the views before it");
                    self.error("mixed_union", member.span, message, "views that are joined have the same `key`");
                }
            }
            members.push(other);
        }
        if list.get().is_some_and(Vec::is_empty) {
            self.error("empty_list", list.span, "no view stands here", "name the views to join");
        }
        (!members.is_empty()).then_some(ViewKind::Union(members))
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
        let fields = self.view_fields(&source.fields, kind, &page);
        let key = self.view_key(source, kind);
        let empty = self.optional_locator(&source.empty, &page);
        let total = self.total(&source.total, &page);
        let end = self.optional_locator(&source.end, &page);
        let pager = self.pager(source, &page);
        let search = source.search.as_ref().and_then(|search| self.search(search, kind, of, &frames));
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

    fn search(
        &self,
        recovered: &Recovered<crate::recipe::source::SearchSource>,
        kind: ResourceKind,
        of: Option<ResourceKind>,
        frames: &[Locator],
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
        let settled = self.optional_condition(&source.settled, &scope);
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
            let help = "add `settled`, such as `{gone: users.loading}` or `{url: \"*?*q=*\"}`";
            self.warning("unsettled_search", into.span, message, help);
        }
        let empty = self.optional_locator(&source.empty, &scope);
        let total = self.total(&source.total, &scope);
        if source.empty.is_none() && source.total.is_none() {
            self.warning(
                "no_proof",
                recovered.span,
                "this search cannot prove that somebody is not there",
                "add `empty` (what the app shows when nothing matches) or `total`; otherwise the whole list is read each time",
            );
        }
        Some(Search { by: by?, settled, empty, total })
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

    pub(super) fn total(&self, source: &Maybe<TotalSource>, scope: &Scope) -> Option<Total> {
        let total = source.as_ref()?.get()?;
        let (from, regex) = (self.locator(&total.element, scope), self.pattern(&total.regex));
        if let Some(regex) = &regex
            && regex.captures_len() < 2
        {
            let message = "this expression has no group for the number";
            self.error("bad_regex", total.regex.span, message, "put the number in brackets: `of ([0-9,]+)`");
        }
        Some(Total { from: from?, regex: regex? })
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
        if in_row && let Some(screen) = given(&view.screen) {
            scope.frames = self.frames(screen);
        }
        let open = self.steps(&source.open, &mut scope);
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
        Some(Detail { open, in_row, screen: screen?, fields, timeout: given(&source.timeout).copied() })
    }

    fn view_fields(
        &self,
        source: &Maybe<Named<ViewFieldSource>>,
        kind: ResourceKind,
        scope: &Scope,
    ) -> IndexMap<String, ViewField> {
        let mut fields = IndexMap::new();
        for (name, field) in named(source) {
            if let Some(field) = self.view_field_of(name, field, kind, scope) {
                fields.insert(name.value.clone(), field);
            }
        }
        fields
    }

    fn view_field_of(
        &self,
        name: &crate::recipe::yaml::Spanned<String>,
        recovered: &Recovered<ViewFieldSource>,
        kind: ResourceKind,
        scope: &Scope,
    ) -> Option<ViewField> {
        self.known_view_field(name, kind);
        let source = recovered.get()?;
        if let Some(header) = &source.header {
            let message = "`header` names a column of a file, and this view reads a page";
            self.error("mixed_field", header.span, message, "write `{column: …}` with the header on the page");
            return None;
        }
        let from = self.field_from(source, recovered.span, scope);
        let read = self.read_mode(&source.read, &source.attr, false);
        let filters = self.filters(&source.filters);
        let map = source.map.as_ref().map(|map| self.label_source(map.get()?, map.span, kind));
        self.field_shape(name, recovered.span, source, &filters, kind);
        let map = match map {
            None => None,
            Some(map) => Some(map?),
        };
        Some(ViewField {
            from: from?,
            read: read?,
            map,
            filters,
            optional: given(&source.optional).copied().unwrap_or_default(),
            default: given(&source.default).cloned(),
            span: name.span,
        })
    }

    /// Reports a field that the resource does not have, or that is read in another place.
    pub(super) fn known_view_field(&self, name: &crate::recipe::yaml::Spanned<String>, kind: ResourceKind) {
        let Some(resource) = self.resources.get(&kind) else { return };
        match resource.fields.get(&name.value) {
            Some(field) => {
                if let Some(from) = &field.from {
                    let message = format!("`{}` is read from the view `{}` already", name.value, from.view);
                    self.error("duplicate_field", name.span, message, "read it here, or keep `from` at the field");
                }
            }
            None if self.field_is_broken(kind, &name.value) => {}
            None if kind == ResourceKind::Users || resource.catalog.is_none() => {
                self.unknown("field", &name.value, name.span, resource.fields.keys().map(String::as_str));
            }
            None => {}
        }
    }

    /// Reports a field that is read as a list and is none, or the other way round, and labels that are not read backwards.
    pub(super) fn field_shape(
        &self,
        name: &crate::recipe::yaml::Spanned<String>,
        place: Span,
        source: &ViewFieldSource,
        filters: &[crate::recipe::template::Filter],
        kind: ResourceKind,
    ) {
        if let Some(field) = self.resources.get(&kind).and_then(|resource| resource.fields.get(&name.value)) {
            let each =
                source.each.is_some() || filters.iter().any(|f| matches!(f, crate::recipe::template::Filter::Split(_)));
            let constant = source.value.is_some();
            if field.many && !each && !constant {
                let help = if source.header.is_some() {
                    "add `filters: [{split: \",\"}]`"
                } else {
                    "read every element with `each: {…}`, or add `filters: [{split: \",\"}]`"
                };
                self.error(
                    "not_a_list",
                    name.span,
                    format!("`{}` holds a list, and this reads one value", name.value),
                    help,
                );
            }
            if !field.many && source.each.is_some() && field.field_type != crate::contract::FieldType::List {
                let help = format!("write `many: true` at the field `{}`, or read one element", name.value);
                self.error(
                    "not_a_list",
                    name.span,
                    format!("`{}` holds one value, and this reads a list", name.value),
                    help,
                );
            }
            if source.map.is_none()
                && !constant
                && source.read.is_none()
                && source.attr.is_none()
                && let Some(map) = self.labels_known(kind, &name.value)
            {
                let message = format!("`{}` has labels, and this reads the text on screen as it stands", name.value);
                self.warning("unmapped_field", name.span, message, format!("add `map: {map}`"));
            }
            if constant && let Some(value) = given(&source.value) {
                self.fits(&serde_json::Value::String(value.clone()), field.field_type, &field.labels, place);
            }
        }
    }

    /// What a field's texts on screen are looked up in: its own labels, or the catalogue of what it names.
    fn labels_known(&self, kind: ResourceKind, name: &str) -> Option<String> {
        let resource = self.resources.get(&kind)?;
        let field = resource.fields.get(name)?;
        if !field.labels.is_empty() {
            return Some(name.to_owned());
        }
        let named = if resource.key == name { Some(kind) } else { field.of };
        let named = named.filter(|kind| self.resources.get(kind).is_some_and(|named| named.catalog.is_some()))?;
        Some(named.plural().to_owned())
    }

    fn field_from(&self, source: &ViewFieldSource, span: Span, scope: &Scope) -> Option<FieldFrom> {
        let keys = source.locator_keys();
        let count = u8::from(source.value.is_some()) + u8::from(source.each.is_some()) + u8::from(source.has_finder());
        if count > 1 {
            let message = "a field has one of a locator, `each` and `value`";
            self.error("mixed_field", span, message, "keep one of them");
            return None;
        }
        if let Some(value) = &source.value {
            return Some(FieldFrom::Constant(value.get()?.clone()));
        }
        if let Some(each) = &source.each {
            let each: &Recovered<LocatorSource> = each;
            return Some(FieldFrom::Each(self.locator(each, scope)?));
        }
        Some(FieldFrom::One(self.locator_keys(&keys, span, scope)?))
    }

    /// The name of a view that exists.
    pub(super) fn view_name(&self, source: &Recovered<String>) -> Option<String> {
        let name = source.get()?;
        let known = given(&self.source.views);
        if known.is_some_and(|views| views.contains_key(name.as_str())) {
            return Some(name.clone());
        }
        if self.source.views.as_ref().is_none_or(|views| views.get().is_some()) {
            self.unknown("view", name, source.span, known.into_iter().flatten().map(|(name, _)| name.value.as_str()));
        }
        None
    }

    /// What a view is about: what it says, users if it is opened once per group, or the longest name of a resource that its own begins with.
    pub(super) fn view_resource(&self, name: &str) -> Option<ResourceKind> {
        let view = given(&self.source.views)?.get(name)?;
        if let Some(resource) = view.get().and_then(|view| view.resource.as_ref()) {
            return resource.get().copied();
        }
        if view.get().is_some_and(|view| view.of.is_some()) {
            return Some(ResourceKind::Users);
        }
        let begins = |kind: &ResourceKind| {
            name == kind.plural() || name.strip_prefix(kind.plural()).is_some_and(|rest| rest.starts_with('_'))
        };
        ResourceKind::ALL.into_iter().filter(begins).max_by_key(|kind| kind.plural().len())
    }

    /// The frames that a view's rows live in.
    pub(super) fn view_frames(&self, name: &str) -> Vec<Locator> {
        let view = given(&self.source.views).and_then(|views| views.get(name)).and_then(Recovered::get);
        match view {
            Some(view) => match &view.union {
                Some(union) => {
                    let first = union.get().and_then(|members| members.first()).and_then(Recovered::get);
                    first.filter(|first| *first != name).map(|first| self.table_frames(first)).unwrap_or_default()
                }
                None => self.table_frames(name),
            },
            None => Vec::new(),
        }
    }

    fn table_frames(&self, name: &str) -> Vec<Locator> {
        let view = given(&self.source.views).and_then(|views| views.get(name)).and_then(Recovered::get);
        view.and_then(|view| given(&view.screen)).map(|screen| self.frames(screen)).unwrap_or_default()
    }

    /// A field of the rows of a view.
    pub(super) fn view_field(&self, view: &str, source: &Recovered<String>) -> Option<String> {
        let name = source.get()?;
        let fields = self.readable_fields(view, false)?;
        if fields.contains(name) {
            return Some(name.clone());
        }
        self.unknown("field", name, source.span, fields.iter().map(String::as_str));
        None
    }

    /// The fields that a view reads, those of its detail page too if wanted; of a union, those that all of them read.
    /// `None` if that is not known.
    pub(super) fn readable_fields(&self, view: &str, detail: bool) -> Option<BTreeSet<String>> {
        let source = given(&self.source.views)?.get(view)?.get()?;
        let Some(union) = &source.union else { return table_fields(source, detail) };
        let members = union.get()?.iter().map(|member| {
            let member = given(&self.source.views)?.get(member.get()?.as_str())?.get()?;
            table_fields(member, detail)
        });
        let members: Option<Vec<BTreeSet<String>>> = members.collect();
        members?.into_iter().reduce(|all, member| all.intersection(&member).cloned().collect())
    }
}

fn table_fields(source: &ViewSource, detail: bool) -> Option<BTreeSet<String>> {
    let mut fields: BTreeSet<String> = source.fields.as_ref()?.get()?.keys().map(|name| name.value.clone()).collect();
    if detail && let Some(detail) = &source.detail {
        fields.extend(detail.get()?.fields.get()?.keys().map(|name| name.value.clone()));
    }
    Some(fields)
}
