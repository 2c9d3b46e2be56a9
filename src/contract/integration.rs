//! An integration: one tenant of one app, with the service account that manages it (`idlcm.integration/1`).

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Limit, SecretRef};

/// The version that integration files name in `schema`.
pub const INTEGRATION_SCHEMA: &str = "idlcm.integration/1";

/// The id of an integration: 1 to 64 of `a`-`z`, `0`-`9` and `-`. It is the routing key of its jobs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct IntegrationId(String);

impl IntegrationId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text is not an integration's id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an integration id; use 1 to 64 of a-z, 0-9 and -")]
pub struct IntegrationIdError(String);

impl FromStr for IntegrationId {
    type Err = IntegrationIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ok = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if ok { Ok(Self(text.to_owned())) } else { Err(IntegrationIdError(text.chars().take(80).collect())) }
    }
}

impl fmt::Display for IntegrationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for IntegrationId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for IntegrationId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "IntegrationId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[a-z0-9-]{1,64}$"})
    }
}

/// How the service account logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LoginMethod {
    /// With a user name and a password, typed into the app's own login form.
    #[default]
    Password,
}

/// The secrets of the service account, by reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccount {
    /// Its user name or e-mail address. Not a secret for masking (`admin` would blank half of all URLs).
    pub username: SecretRef,
    /// Its password.
    pub password: SecretRef,
    /// The base32 seed of its time-based one-time passwords (RFC 6238).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totp: Option<SecretRef>,
}

impl ServiceAccount {
    /// The references, by name.
    pub fn references(&self) -> impl Iterator<Item = (&'static str, &SecretRef)> {
        let needed = [("username", &self.username), ("password", &self.password)];
        needed.into_iter().chain(self.totp.as_ref().map(|totp| ("totp", totp)))
    }
}

/// Where a generated value is delivered to: the place that its owner, or who hands it out, reads it from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliverTo {
    /// A path in a KV engine (version 2) of `HashiCorp` Vault and a field in it, such as
    /// `kv/acme/initial/{{ user.email }}#password`. The first part is the mount. The path may hold fields of the user; each
    /// value stays within its part of the path.
    Vault(String),
}

/// The type of a field's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Text.
    String,
    /// An e-mail address.
    Email,
    /// True or false.
    Bool,
    /// A number.
    Number,
    /// A calendar date, `YYYY-MM-DD`.
    Date,
    /// One of the values in `labels`.
    Enum,
    /// The key of a role, group or asset (`of` says which).
    Ref,
    /// A list of texts.
    List,
}

/// A field that a tenant added to the app's own, as an extension of the recipe's user schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldExtension {
    /// The type of its value.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// Whether a create must name it. Default: no.
    #[serde(default)]
    pub required: bool,
    /// For `enum`: further values of this tenant, each with the text on screen. Default: none.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub labels: IndexMap<String, String>,
}

/// A role that a tenant added to the app's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleExtension {
    /// The text on screen.
    pub label: String,
    /// Which role wins where the app takes only one and a job names several: the highest. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<i64>,
    /// Roles that nobody may have together with this one. Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incompatible: Vec<String>,
}

/// What a tenant's app has beyond the recipe.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UserSchema {
    /// Further fields of users.
    pub fields: IndexMap<String, FieldExtension>,
    /// Further roles: canonical value to label.
    pub roles: IndexMap<String, RoleExtension>,
}

/// One tenant of one app and the service account that manages it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
// Fields: it is the document as people write it.
pub struct Integration {
    /// `idlcm.integration/1`.
    pub schema: String,
    /// The id: routing key, queue name, file name of evidence.
    pub id: IntegrationId,
    /// What people call it. Default: the id.
    #[serde(default)]
    pub name: String,
    /// The id of the recipe.
    pub app: String,
    /// Where this tenant's app lives (self-hosted or staging). Replaces the recipe's `base_url`; `origins` follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<Url>,
    /// Further origins of this tenant's app, such as its own login page: `https://login.acme.example`,
    /// `https://*.acme.example`. Nothing is looked at or typed anywhere else. Default: those of the recipe, or that of
    /// `base_url`, alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
    /// Values for the recipe's `params` (a business ID or another identifier).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
    /// How the service account logs in. Default: `password`.
    #[serde(default)]
    pub login: LoginMethod,
    /// Where the service account's secrets are.
    pub service_account: ServiceAccount,
    /// Where values that the recipe generates, such as an initial password, are delivered to before the app gets them, by
    /// their name in the recipe's `generated`. Default: they are kept nowhere.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub deliver: BTreeMap<String, DeliverTo>,
    /// What this tenant's app has beyond the recipe.
    #[serde(default)]
    pub user_schema: UserSchema,
    /// Users that are never disabled or deleted, by key, e-mail address or user name. The service account is always
    /// among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protected_users: Vec<String>,
    /// How many active users are left with a role, whatever a job wishes: `{owner: 1}` keeps the last owner. They are
    /// counted in the app before somebody with the role is disabled, deleted or given another. Default: none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keep_at_least: BTreeMap<String, NonZeroU32>,
    /// The most actions of a kind in a window, such as `users.disable: 20/h`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<String, Limit>,
}

impl Integration {
    /// Whether a secret of its service account is in Vault, or a generated value is delivered there.
    pub fn uses_vault(&self) -> bool {
        let mut references = self.service_account.references();
        references.any(|(_, reference)| matches!(reference, SecretRef::Vault(_))) || !self.deliver.is_empty()
    }
}
