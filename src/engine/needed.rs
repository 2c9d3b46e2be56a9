//! What must be read of one subject.

use std::collections::BTreeMap;

use crate::contract::Item;

/// Fields that must be read of one subject. Of some that refer to others, only whether they hold certain values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Needed {
    fields: Vec<String>,
    only: BTreeMap<String, Vec<String>>,
}

impl Needed {
    /// These fields, each wholly.
    pub(super) fn wholly(fields: Vec<String>) -> Self {
        Self { fields, only: BTreeMap::new() }
    }

    /// These fields; of those among `only`, just whether they hold the values that stand there.
    pub(super) fn partly(fields: Vec<String>, only: &BTreeMap<String, Vec<String>>) -> Self {
        let only = only.iter().filter(|(name, _)| fields.contains(name));
        Self { only: only.map(|(name, values)| (name.clone(), values.clone())).collect(), fields }
    }

    /// These fields besides, each wholly.
    #[must_use]
    pub(super) fn and(mut self, fields: &[String]) -> Self {
        for field in fields {
            self.only.remove(field);
            if !self.fields.contains(field) {
                self.fields.push(field.clone());
            }
        }
        self
    }

    /// The fields, in whichever way.
    pub(super) fn fields(&self) -> &[String] {
        &self.fields
    }

    /// The values that are asked for, where a field is not needed wholly.
    pub(super) fn values_of(&self, field: &str) -> Option<&[String]> {
        self.only.get(field).map(Vec::as_slice)
    }

    /// Whether all of it was read.
    pub(super) fn is_in(&self, item: &Item) -> bool {
        self.fields.iter().all(|field| item.contains_key(field))
    }
}
