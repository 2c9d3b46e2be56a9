//! What the app keeps: resources, their fields, and the known values of roles, groups and assets.

use indexmap::IndexMap;

use crate::contract::{FieldType, ResourceKind};

use super::pattern::Pattern;
use super::position::Span;
use super::template::Filter;

/// Users, roles, groups or assets of an app.
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    /// Which.
    pub kind: ResourceKind,
    /// The field that identifies one.
    pub key: String,
    /// The fields, in the order of the file. The key is among them.
    pub fields: IndexMap<String, Field>,
    /// Known values and their labels: canonical value to the text on screen. `None`: the text on screen is the value.
    pub catalog: Option<IndexMap<String, CatalogEntry>>,
    /// Where it stands.
    pub span: Span,
}

/// What an app calls a value on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where it is read.
    pub read: String,
    /// Where it is chosen or typed; mostly the same.
    pub write: String,
}

impl Label {
    /// Whether a text on screen is this value, where it is read or where it is chosen.
    pub fn is(&self, text: &str) -> bool {
        self.read.trim() == text.trim() || self.write.trim() == text.trim()
    }
}

/// A known value of a resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEntry {
    /// The text on screen.
    pub label: Label,
    /// Which one wins where the app takes only one and a job names several: the highest. Default: none.
    pub rank: Option<i64>,
    /// Values that nobody may have together with this one.
    pub incompatible: Vec<String>,
}

/// Where a reference field of users is read, when the users' own view does not show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSource {
    /// A view with `of`: it is opened once for each of them, and lists users by their key.
    pub view: String,
    /// The field of the group (role, asset) that is the value: `id`.
    pub value: String,
}

/// A field of a resource.
#[derive(Debug, Clone, PartialEq)]
// Fields: the keys of a field.
pub struct Field {
    /// The type of its value.
    pub field_type: FieldType,
    /// Whether a create must name it.
    pub required: bool,
    /// Whether `create` writes it.
    pub write_create: bool,
    /// Whether `update` writes it.
    pub write_update: bool,
    /// Canonical value to the text on screen.
    pub labels: IndexMap<String, Label>,
    /// What a value must match as a whole; anchored at both ends, so that `is_match` is enough.
    pub pattern: Option<Pattern>,
    /// Values that people and identity providers are shown: what one looks like. Others are as good.
    pub examples: Vec<String>,
    /// The most characters of a value.
    pub max_length: Option<usize>,
    /// Whether it holds a list.
    pub many: bool,
    /// For `type: ref`: of which resource.
    pub of: Option<ResourceKind>,
    /// Taken when a create does not name it; of references also where a job would leave none.
    pub default: Option<serde_json::Value>,
    /// Applied to a job's value before it is compared or written.
    pub filters: Vec<Filter>,
    /// Whether the app itself keeps it unique. Default: yes for the key of users, no otherwise.
    pub unique: bool,
    /// Whether upper and lower case tell two values apart. Default: no for e-mail addresses, yes otherwise.
    pub case_sensitive: bool,
    /// No view can read it.
    pub write_only: bool,
    /// Where it is read instead: on the pages of the groups that it refers to.
    pub from: Option<FieldSource>,
    /// Never echoed in results or evidence.
    pub secret: bool,
    /// Where it stands.
    pub span: Span,
}
