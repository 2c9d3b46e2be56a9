//! Catalogues: known values, their labels, which one wins, and which exclude each other.

use indexmap::IndexMap;

use super::label::label_text;
use super::{Checker, given, named};
use crate::contract::ResourceKind;
use crate::recipe::resource::{CatalogEntry, Label};
use crate::recipe::source::{CatalogSource, Maybe, Named};

impl Checker<'_> {
    pub(super) fn catalog(
        &self,
        kind: ResourceKind,
        source: &Maybe<Named<CatalogSource>>,
    ) -> Option<IndexMap<String, CatalogEntry>> {
        let place = source.as_ref()?;
        place.get()?;
        if kind == ResourceKind::Users {
            let message = "users have no catalogue: who there is, the app knows";
            self.error("misplaced_catalog", place.span, message, "remove it; roles, groups and assets may have one");
            return None;
        }
        let mut entries: IndexMap<String, CatalogEntry> = IndexMap::new();
        for (value, entry) in named(source) {
            let entry = match entry.get() {
                Some(CatalogSource::Label(text)) => CatalogEntry {
                    label: Label { read: text.clone(), write: text.clone() },
                    rank: None,
                    incompatible: Vec::new(),
                },
                Some(CatalogSource::Entry(keys)) => {
                    let Some(label) = label_text(&keys.label) else { continue };
                    let rank = given(&keys.rank).copied();
                    CatalogEntry { label, rank, incompatible: Vec::new() }
                }
                None => continue,
            };
            entries.insert(value.value.clone(), entry);
        }
        let labels = entries.iter().map(|(value, entry)| (value.clone(), entry.label.clone())).collect();
        self.distinct(&labels, place.span);
        self.incompatible(source, &mut entries);
        Some(entries)
    }

    /// Values that exclude each other do so in both directions, wherever it is written.
    fn incompatible(&self, source: &Maybe<Named<CatalogSource>>, entries: &mut IndexMap<String, CatalogEntry>) {
        for (value, entry) in named(source) {
            let Some(CatalogSource::Entry(keys)) = entry.get() else { continue };
            for other in given(&keys.incompatible).into_iter().flatten() {
                let Some(name) = other.get() else { continue };
                if *name == value.value {
                    let message = format!("`{name}` excludes itself");
                    self.error("bad_incompatible", other.span, message, "name the other values");
                    continue;
                }
                let broken = given(source).is_some_and(|all| all.contains_key(name.as_str()));
                if !entries.contains_key(name) && !broken {
                    self.unknown("value", name, other.span, entries.keys().map(String::as_str));
                    continue;
                }
                for (one, excluded) in [(&value.value, name), (name, &value.value)] {
                    if let Some(entry) = entries.get_mut(one)
                        && !entry.incompatible.contains(excluded)
                    {
                        entry.incompatible.push(excluded.clone());
                    }
                }
            }
        }
    }
}
