//! Where evidence is kept, and how much it tells of people.

use std::path::{Path, PathBuf};

/// What evidence tells of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PersonalData {
    /// Everything that was to be seen, without secrets.
    #[default]
    Keep,
    /// Words of the page that the recipe does not know stand as a keyed hash, the same word always as the same; pictures
    /// show the page without its text.
    Hash,
    /// Neither page nor pictures, and the record of steps without personal values.
    Drop,
}

/// Where evidence is kept, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRules {
    /// The folder. It is created at the first file.
    pub root: PathBuf,
    /// What it tells of people.
    pub personal: PersonalData,
}

impl From<&Path> for EvidenceRules {
    fn from(root: &Path) -> Self {
        Self { root: root.to_owned(), personal: PersonalData::default() }
    }
}
