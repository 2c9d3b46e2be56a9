//! Texts with `{{ path | filter }}` in them, as they are after the recipe was checked: every path exists, every filter
//! fits. Only a value that is not there can go wrong when one is
//! rendered.

use schemars::JsonSchema;

use super::pattern::Pattern;
use super::position::Span;

/// A text with holes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Template {
    /// Literal stretches and holes, in order.
    pub segments: Vec<Segment>,
    /// Where it stands.
    pub span: Span,
}

/// A piece of a [`Template`].
#[derive(Debug, Clone, PartialEq)]
pub enum Segment {
    /// Stands for itself.
    Literal(String),
    /// A value put in.
    Hole(Hole),
}

/// `{{ path | filter | filter(arg) }}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Hole {
    /// Which value.
    pub path: ValuePath,
    /// What is done to it, in order.
    pub filters: Vec<Filter>,
    /// Where it stands.
    pub span: Span,
}

/// Where a value comes from. What is said of each here is what authors read in the reference.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
pub enum ValuePath {
    /// `user.email`, `role.name`: an attribute of the job's subject. The engine fills in what the app already has for
    /// attributes that the job does not name, when it updates.
    Subject(String),
    /// `params.subdomain`: a parameter of the integration.
    Param(String),
    /// `secrets.username`, `secrets.password`: only in `fill` inside `session.login`.
    Secret(#[schemars(with = "String")] SecretName),
    /// `generated.password`: a fresh random value, of `generated`; a secret.
    Generated(String),
    /// `captured.link`.
    Captured(String),
    /// `change.roles.add`, `change.roles.remove`, `change.name.to`: what the engine found to differ.
    Change(String, #[schemars(with = "String")] ChangePart),
    /// `group.id` where users are the subject: a field of the group (role, asset) at hand, in a view with `of` and in
    /// `groups.add_member` and `remove_member`.
    Other(crate::contract::ResourceKind, String),
    /// `page.next`: the number of the next page, in the control of a pager.
    NextPage,
    /// The name that a `for_each` gives to the current item.
    Item(String),
}

/// Which secret of the service account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SecretName {
    /// Its user name; masked nowhere.
    Username,
    /// Its password.
    Password,
    /// The seed of its one-time passwords.
    Totp,
}

/// A part of `change.<field>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangePart {
    /// Values to add to a field that holds many.
    Add,
    /// Values to remove from it.
    Remove,
    /// The value that the field is to have.
    To,
}

/// A filter of a hole or of a view's field. A filter applied to a list applies to each item, except `join` and `first`.
/// What is said of each here is what authors read, in the schema and in the reference.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Filter {
    /// White space at both ends removed.
    Trim,
    /// Lower case.
    Lower,
    /// Upper case.
    Upper,
    /// The first letter in upper case, the others in lower case.
    Capitalize,
    /// The same for each word, which begins after white space or a hyphen.
    Title,
    /// A list, from a text with separators; items are trimmed, empty ones dropped.
    Split(String),
    /// A text, from a list.
    Join(String),
    /// Every occurrence of the first text replaced by the second.
    Replace(String, String),
    /// The first group of the pattern (or the whole match if it has none); an empty text if it does not match.
    Regex(#[schemars(with = "String")] Pattern),
    /// The first item of a list.
    First,
    /// This text if the value is missing or empty.
    Default(String),
    /// When reading: a date in this `strftime` format becomes `YYYY-MM-DD`. When writing: the other way round.
    Date(String),
    /// A number: digits, sign and decimal point kept, grouping commas dropped.
    Number,
    /// Looks the value up: canonical value of this field or resource to the text on screen.
    Label(#[schemars(with = "String")] LabelSource),
    /// The part of an e-mail address before the `@`.
    LocalPart,
    /// The part of an e-mail address after the `@`.
    Domain,
}

/// Where labels of canonical values stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelSource {
    /// `labels` of a field of the action's resource.
    Field(String),
    /// The `catalog` of a resource.
    Catalog(crate::contract::ResourceKind),
}
