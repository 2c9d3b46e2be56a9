//! Where the generated values of an action go, and whether they are there.

use std::collections::BTreeMap;

use crate::secrets::VaultRef;

/// Values of the action that is being done, by their name: where each goes, and whether it is there.
#[derive(Debug, Default)]
pub(super) struct Delivering(BTreeMap<String, (VaultRef, bool)>);

impl Delivering {
    /// The next action begins; its values are others.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Where a value goes, if that was settled, and whether it is there.
    pub(super) fn of(&self, name: &str) -> Option<&(VaultRef, bool)> {
        self.0.get(name)
    }

    /// That is where a value goes, and whether it is there.
    pub(super) fn is_at(&mut self, name: &str, place: VaultRef, written: bool) {
        self.0.insert(name.to_owned(), (place, written));
    }
}
