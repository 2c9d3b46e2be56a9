//! What the app keeps.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::text_or_object;
use super::{FilterSource, Many, Maybe, Named, Scalar};
use crate::contract::{FieldType, ResourceKind};
use crate::recipe::yaml::Recovered;

/// Users, roles, groups or assets of the app.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{key: email, fields: {…}}`")]
#[schemars(rename = "Resource")]
pub(crate) struct ResourceSource {
    /// The field that identifies one.
    pub(crate) key: Recovered<String>,
    /// Its fields. The key need not be among them where there is a `catalog`.
    pub(crate) fields: Maybe<Named<FieldSource>>,
    /// Known values and their labels: canonical value to the text on screen. Without it the text on screen is the value.
    pub(crate) catalog: Maybe<Named<CatalogSource>>,
}

text_or_object! {
    /// A known value of a resource.
    CatalogSource as "CatalogEntry" = Label "the text on screen" | Entry(CatalogEntrySource)
}

text_or_object! {
    /// What the app calls a value on screen.
    LabelTextSource as "Label" = Same "the text on screen" | Forms(LabelFormsSource)
}

/// What the app calls a value where it is read, and where it is chosen or typed. (Either is known where it is read: a form
/// shows what was chosen in it.)
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a text, or an object such as `{read: None, write: \"— No role —\"}`")]
#[schemars(rename = "LabelForms")]
pub(crate) struct LabelFormsSource {
    /// The text that lists and pages show.
    pub(crate) read: Recovered<String>,
    /// The text that `label` writes: the option of a dropdown, for instance.
    pub(crate) write: Recovered<String>,
}

/// A known value of a resource with more than its label.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a label, or an object such as `{label: Administrator, rank: 3}`")]
#[schemars(rename = "CatalogEntryKeys")]
pub(crate) struct CatalogEntrySource {
    /// The text on screen.
    pub(crate) label: Recovered<LabelTextSource>,
    /// Which value wins where the app takes only one and a job names several: the one with the highest rank. Default:
    /// none; then such a job is refused.
    pub(crate) rank: Maybe<i64>,
    /// Values that nobody may have together with this one. Holds in both directions; a job that asks for both is refused.
    pub(crate) incompatible: Maybe<Vec<Recovered<String>>>,
}

/// A field of a resource.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{type: string, write: [create, update]}`")]
#[schemars(rename = "Field")]
// Fields: the keys of a field.
pub(crate) struct FieldSource {
    /// The type of its value.
    #[serde(rename = "type")]
    pub(crate) field_type: Recovered<FieldType>,
    /// Whether a create must name it. Default: no.
    pub(crate) required: Maybe<bool>,
    /// Which actions write it. Default: none.
    pub(crate) write: Maybe<Vec<Recovered<WriteSource>>>,
    /// Canonical value to the text on screen; read backwards when reading. `status` has the canonical values `active`,
    /// `invited` and `disabled`. Default: the text on screen is the value.
    pub(crate) labels: Maybe<Named<LabelTextSource>>,
    /// A regular expression that a value matches as a whole. Default: any value.
    pub(crate) pattern: Maybe<String>,
    /// What a value looks like, for people and identity providers, such as `[CC-1234, CC-2040]`. Others are as good.
    /// Default: none.
    pub(crate) examples: Maybe<Many<Scalar>>,
    /// The most characters of a value. Default: any number.
    pub(crate) max_length: Maybe<u32>,
    /// Whether it holds a list. Default: no.
    pub(crate) many: Maybe<bool>,
    /// For `type: ref`: of which resource.
    pub(crate) of: Maybe<ResourceKind>,
    /// Taken when a create does not name it; of references also where a job would leave none.
    pub(crate) default: Maybe<Scalar>,
    /// Applied to a job's value before it is compared or written.
    pub(crate) filters: Maybe<Many<FilterSource>>,
    /// Whether the app itself keeps it unique. Default: yes for the key of users, no otherwise.
    pub(crate) unique: Maybe<bool>,
    /// Whether upper and lower case tell two values apart. Default: no for `type: email`, yes otherwise.
    pub(crate) case_sensitive: Maybe<bool>,
    /// No view can read it. Default: no.
    pub(crate) write_only: Maybe<bool>,
    /// For `type: ref` of users: it is read on the pages of the groups (roles, assets), not in the list of users. Read
    /// only when a job needs it.
    #[serde(rename = "from")]
    pub(crate) read_from: Maybe<FieldFromSource>,
    /// Never echoed in results or evidence. Default: no.
    pub(crate) secret: Maybe<bool>,
    /// What it is, for people.
    #[serde(rename = "description")]
    pub(crate) _description: Maybe<String>,
}

/// Where a reference field of users is read when their own list does not show it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{view: group_members, value: group.id}`")]
#[schemars(rename = "FieldFrom")]
pub(crate) struct FieldFromSource {
    /// A view with `of` that lists users: it is opened once for each group.
    pub(crate) view: Recovered<String>,
    /// The field of the group that is the value: `group.id`.
    pub(crate) value: Recovered<String>,
}

/// An action that writes fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Write")]
pub(crate) enum WriteSource {
    /// `create`.
    Create,
    /// `update`.
    Update,
}
