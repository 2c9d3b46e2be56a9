//! What other parts of a recipe ask about a view: its name, its resource, its frames, its fields.

use std::collections::BTreeSet;

use super::{Checker, given};
use crate::contract::ResourceKind;
use crate::recipe::locator::Locator;
use crate::recipe::source::ViewSource;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
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
        let screen = self.table_source(name).and_then(|view| given(&view.screen));
        screen.map(|screen| self.frames(screen)).unwrap_or_default()
    }

    /// The view of that name, or the first that it joins.
    pub(super) fn table_source(&self, name: &str) -> Option<&ViewSource> {
        let named = |name: &str| given(&self.source.views)?.get(name)?.get();
        let view = named(name)?;
        match &view.union {
            Some(union) => {
                let first = union.get()?.first()?.get()?;
                named(first).filter(|_| first != name)
            }
            None => Some(view),
        }
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
