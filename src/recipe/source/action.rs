//! Actions.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::{Many, Maybe, Named, OneOrMany, OutcomeRuleSource, Scalar, StepSource};
use crate::contract::{Action, Duration, ResourceKind, Verb};
use crate::recipe::yaml::{Recovered, Spanned};

/// What the recipe offers, by the action's name. `users.grant` and `users.revoke` have a level more: the reference field
/// that they write.
#[derive(Debug)]
pub(crate) struct ActionsSource(pub(crate) IndexMap<Spanned<String>, AnyActionSource>);

/// An action, in one of the two forms.
#[derive(Debug)]
pub(crate) enum AnyActionSource {
    /// `view`, `catalog` or `steps`.
    One(Box<Recovered<ActionSource>>),
    /// `users.grant` and `users.revoke`: by the reference field that they write.
    ByField(Recovered<Named<ActionSource>>),
}

/// Whether an action is written field by field.
fn by_field(name: &str) -> bool {
    name.parse().is_ok_and(|action| matches!(action, Action::On(ResourceKind::Users, Verb::Grant | Verb::Revoke)))
}

impl<'de> Deserialize<'de> for ActionsSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;

        impl<'de> Visitor<'de> for Form {
            type Value = ActionsSource;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object such as `{users.list: {view: users}}`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<ActionsSource, A::Error> {
                let mut actions = IndexMap::new();
                while let Some(name) = entries.next_key::<Spanned<String>>()? {
                    let action = if by_field(&name.value) {
                        AnyActionSource::ByField(entries.next_value()?)
                    } else {
                        AnyActionSource::One(Box::new(entries.next_value()?))
                    };
                    actions.insert(name, action);
                }
                Ok(ActionsSource(actions))
            }
        }

        deserializer.deserialize_map(Form)
    }
}

impl JsonSchema for ActionsSource {
    fn schema_name() -> Cow<'static, str> {
        "Actions".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<ActionSource>();
        let properties: serde_json::Map<String, serde_json::Value> = Action::all()
            .filter(|action| !matches!(action, Action::Check | Action::Sync))
            .map(|action| {
                let name = action.to_string();
                let form = if by_field(&name) {
                    json_schema!({"type": "object", "additionalProperties": one})
                } else {
                    json_schema!({"allOf": [one]})
                };
                let mut form = form.to_value();
                form["description"] = meaning(action).into();
                (name, form)
            })
            .collect();
        json_schema!({
            "description": "What the recipe offers, by the action's name. `users.get` and `check` exist whenever there is a view `users`, `sync` whenever there is a list.",
            "type": "object",
            "properties": properties,
            "additionalProperties": false
        })
    }
}

/// What an action does, in words.
fn meaning(action: Action) -> String {
    let Action::On(kind, verb) = action else { return String::new() };
    let one = kind.singular();
    match verb {
        Verb::List => format!("Reads all {kind}."),
        Verb::Get => format!("Reads one {one}."),
        Verb::Create => format!("Makes one {one} exist."),
        Verb::Update => format!("Changes fields of one {one}."),
        Verb::Disable => format!("Takes the access of one {one} away without deleting it."),
        Verb::Enable => format!("Gives one {one} its access back."),
        Verb::Delete => format!("Deletes one {one}."),
        Verb::Grant => "Adds references (roles, groups, assets) to a user: for each reference field how it is done. Not needed where `users.update` writes the field.".to_owned(),
        Verb::Revoke => "Takes references (roles, groups, assets) from a user: for each reference field how it is done. Not needed where `users.update` writes the field.".to_owned(),
        Verb::AddMember => "Puts one user into one group, on the group's page; its templates know `user.*` and `group.*`. Needs a field of users with `type: ref, of: groups`.".to_owned(),
        Verb::RemoveMember => "Takes one user out of one group, on the group's page; its templates know `user.*` and `group.*`. Needs a field of users with `type: ref, of: groups`.".to_owned(),
    }
}

/// How an action is done: `view` or `catalog` for reads; `goal`, `steps` and so on for writes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{view: users}` or `{steps: […]}`")]
#[schemars(
    rename = "ActionSteps",
    extend("examples" = [
        {"view": "users_csv", "fallback": "users"},
        {
            "goal": {"exists": true, "set": {"status": "disabled"}},
            "steps": [
                {"row": {"view": "users", "by": "email", "do": [{"click": {"role": "link", "name": "Edit"}}]}},
                {"expect": {"value": {"of": "user_form.email", "is": "{{ user.email }}"}}},
                {"click": "user_form.suspend", "commit": true}
            ],
            "outcomes": [{"when": {"screen": "users"}, "is": "done"}]
        }
    ])
)]
pub(crate) struct ActionSource {
    /// Reads this view.
    pub(crate) view: Maybe<String>,
    /// Beside `view`: read instead, with a warning, when the first one cannot be read.
    pub(crate) fallback: Maybe<String>,
    /// Beside `view`: the page of each row is opened for the fields that only it shows. Default: no; a job that asks for
    /// one of these fields gets it all the same.
    pub(crate) detail: Maybe<bool>,
    /// Instead of `view`: the app shows no list, and the resource's `catalog` is the answer. Default: no.
    pub(crate) catalog: Maybe<bool>,
    /// What holds afterwards. Default: what the action's name says.
    pub(crate) goal: Maybe<GoalSource>,
    /// What is done, with one step marked `commit: true` on each way through. In `users.grant` and `users.revoke` it may
    /// stand in a `for_each` over `change.<field>.add` or `.remove`: then each item is found, committed and verified on its
    /// own.
    pub(crate) steps: Maybe<Many<StepSource>>,
    /// What the page after the commit means; the first rule that holds. The read afterwards decides. Default: only the
    /// recipe's own `outcomes`.
    pub(crate) outcomes: Maybe<Many<OutcomeRuleSource>>,
    /// How the effect is read back.
    pub(crate) verify: Maybe<VerifySource>,
    /// Done when the steps end before the commit: closes a dialog that is left open. Default: nothing.
    pub(crate) on_abort: Maybe<Many<StepSource>>,
}

/// What holds after an action.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{exists: true, match: [name]}`")]
#[schemars(rename = "Goal")]
pub(crate) struct GoalSource {
    /// Whether the subject exists. Default: `false` for deletes, `true` otherwise.
    pub(crate) exists: Maybe<bool>,
    /// Fields of the job that the subject then has.
    #[serde(rename = "match")]
    pub(crate) matches: Maybe<Vec<Recovered<String>>>,
    /// Fields that the subject then has, each with a value or with values that will do (the first is the wished one).
    pub(crate) set: Maybe<IndexMap<Spanned<String>, Recovered<OneOrMany<Scalar>>>>,
    /// Instead of all others: ends that are all good, of which the first is what is wished for. Disabling somebody who is
    /// only invited may take the invitation back: `any_of: [{exists: true, set: {status: disabled}}, {exists: false}]`.
    /// An end that holds already is left as it is.
    pub(crate) any_of: Maybe<Many<EndSource>>,
}

/// One of several good ends of an action.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{exists: true, set: {status: disabled}}`")]
#[schemars(rename = "End")]
pub(crate) struct EndSource {
    /// Whether the subject exists. Default: `true`.
    pub(crate) exists: Maybe<bool>,
    /// Fields that the subject then has, each with a value or with values that will do (the first is the wished one).
    pub(crate) set: Maybe<IndexMap<Spanned<String>, Recovered<OneOrMany<Scalar>>>>,
}

/// How an effect is read back.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{deadline: 60s}`")]
#[schemars(rename = "Verify")]
pub(crate) struct VerifySource {
    /// The view. Default: the one named after the resource.
    pub(crate) view: Maybe<String>,
    /// How long the app may take to show the effect. Default: `30s`, at most `5m`.
    pub(crate) deadline: Maybe<Duration>,
}
