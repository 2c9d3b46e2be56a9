//! Which values a template may use, depending on where it stands.

use std::collections::HashMap;

use crate::contract::ResourceKind;
use crate::recipe::locator::Locator;
use crate::recipe::template::{LabelSource, ValuePath};

/// What a template is for; secrets and generated values go into `fill` only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// The value of `fill`.
    Fill,
    /// Any other text: a matcher, a path, an option.
    Text,
}

/// What surrounds a step, a condition or a locator.
#[derive(Debug, Clone, Default)]
// Fields: what a place allows, one by one.
pub(super) struct Scope {
    /// Of which resource the subject is; `None`: there is no subject.
    pub(super) subject: Option<ResourceKind>,
    /// Of which resource there is one at hand beside the subject: `group.*` in a view with `of: groups`.
    pub(super) other: Option<ResourceKind>,
    /// What there is instead of a subject, for messages: `session.login`.
    pub(super) place: &'static str,
    /// Whether the secrets of the service account may be typed.
    pub(super) secrets: bool,
    /// Whether `generated.*` may be typed.
    pub(super) generated: bool,
    /// Whether `change.*` is known.
    pub(super) change: bool,
    /// Whether steps may be marked `commit`.
    pub(super) commit: bool,
    /// Inside a `for_each`.
    pub(super) looping: bool,
    /// The list of which each item has a commit of its own: `change.<field>.add` or `.remove`.
    pub(super) per_item: Option<ValuePath>,
    /// Whether locators are looked for in a row.
    pub(super) row: bool,
    /// The headers, and the cells of a row, of a list that is no table.
    pub(super) columns: Option<(Locator, Locator)>,
    /// Whether `page.next` is known.
    pub(super) next_page: bool,
    /// Names that `capture` steps gave so far.
    pub(super) captured: Vec<String>,
    /// Names that `for_each` gave, and where labels of the items stand.
    pub(super) items: HashMap<String, Option<LabelSource>>,
    /// Routines that are being put in, outermost first.
    pub(super) routines: Vec<String>,
    /// The frames that locators without a name live in.
    pub(super) frames: Vec<Locator>,
    /// Whether it is an `expect`.
    pub(super) expects: bool,
    /// The rows that `every_row` is about.
    pub(super) rows: Option<Locator>,
    /// Something in it could not be understood; checks of the whole would only repeat that.
    pub(super) broken: bool,
}

impl Scope {
    /// A place without subject, secrets and commits.
    pub(super) fn bare(place: &'static str) -> Self {
        Self { place, ..Self::default() }
    }

    /// A place where something is done to, or asked about, a subject.
    pub(super) fn about(subject: ResourceKind, place: &'static str) -> Self {
        Self { subject: Some(subject), place, ..Self::default() }
    }
}
