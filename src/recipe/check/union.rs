//! Views that are made of several: `any_of` tables whose rows are the same kind of thing.

use std::collections::BTreeSet;

use super::{Checker, given};
use crate::contract::ResourceKind;
use crate::recipe::source::ViewSource;
use crate::recipe::view::ViewKind;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn union(&self, name: &str, source: &ViewSource, kind: ResourceKind) -> Option<ViewKind> {
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
}
