//! A user: from SCIM to the recipe's fields, and back.

use serde_json::{Map, Value, json};

use super::app::{App, Wish};
use super::place::Place;
use super::user_schema::{ENTERPRISE, is_required, own_urn};
use super::values::{as_text, folded, is_address, is_empty, plain, to_field};
use crate::contract::{Attributes, ResourceKind, nearest};
use crate::gateway::store::resources::State;
use crate::recipe::Field;
use crate::scim::ScimError;

/// Attributes of which the app keeps the values at most: what stands beside them, or all of them, is the identity provider's.
const ANNOTATED: [&str; 6] = ["emails", "phoneNumbers", "roles", "entitlements", "name", "displayName"];

impl App {
    /// What a canonical resource asks for.
    ///
    /// # Errors
    /// A value does not fit the field, a role is not known, or the key is missing.
    pub fn read_user(&self, resource: &Map<String, Value>) -> Result<Wish, ScimError> {
        let mut fields = Attributes::new();
        let users = self.resource(ResourceKind::Users).ok_or_else(|| ScimError::new(501, "the app has no users"))?;
        for (name, place) in &self.places {
            let Some(field) = users.fields.get(name) else { continue };
            if let Some((attribute, value)) = self.value_at(resource, place, name) {
                let value = one_or_many(to_field(&attribute, &value, field)?, field);
                self.known_only(&attribute, &value, field)?;
                if !is_empty(&value) {
                    fields.insert(name.clone(), value);
                }
            }
        }
        let user_name = resource.get("userName").map(plain).unwrap_or_default();
        let key = fields.get(&users.key).map(plain).unwrap_or_default();
        if key.is_empty() {
            let place = self.places.iter().find(|(name, _)| *name == users.key).map(|(_, place)| place.clone());
            return Err(ScimError::invalid_value(format!(
                "{} is missing: {} knows a user by it",
                attribute_of(place.as_ref(), &users.key),
                self.name()
            )));
        }
        let mut shown: Map<String, Value> = resource
            .iter()
            .filter(|(name, _)| ANNOTATED.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if !user_name.is_empty() {
            shown.insert("userName".to_owned(), Value::String(user_name.clone()));
        }
        let name = if user_name.is_empty() { &key } else { &user_name };
        Ok(Wish {
            state: State { fields, active: resource.get("active").and_then(Value::as_bool).unwrap_or(true) },
            wish_key: self.fold(ResourceKind::Users, &key),
            name: name.trim().to_lowercase(),
            key,
            names_active: resource.contains_key("active"),
            external_id: resource.get("externalId").and_then(Value::as_str).map(str::to_owned),
            shown,
        })
    }

    /// What is taken when a create does not name it, where that is known.
    pub fn with_defaults(&self, wish: &mut Wish) {
        let Some(users) = self.resource(ResourceKind::Users) else { return };
        for (name, field) in &users.fields {
            if let Some(default) = field.default.as_ref().filter(|_| field.write_create) {
                let default = if field.many && !default.is_array() { json!([default]) } else { default.clone() };
                wish.state.fields.entry(name.clone()).or_insert(default);
            }
        }
    }

    /// Whether everything is there that the app demands.
    ///
    /// # Errors
    /// Names all attributes that are missing.
    pub fn check_required(&self, wish: &Wish) -> Result<(), ScimError> {
        let Some(users) = self.resource(ResourceKind::Users) else { return Ok(()) };
        let mut missing: Vec<String> = Vec::new();
        if !wish.shown.contains_key("userName") {
            missing.push("`userName`".to_owned());
        }
        for (name, place) in &self.places {
            let required = users.fields.get(name).is_some_and(|field| {
                field.write_create && field.of != Some(ResourceKind::Groups) && is_required(name, field, &self.entry)
            });
            if required && !wish.state.fields.contains_key(name) && *place != Place::UserName {
                missing.push(attribute_of(Some(place), name));
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let (are, them) = if missing.len() == 1 { ("is", "it") } else { ("are", "them") };
        let names = missing.join(", ");
        Err(ScimError::invalid_value(format!("{names} {are} missing: {} demands {them}", self.name())))
    }

    /// The name of the attribute, and what the resource has there, as a field would have it.
    fn value_at(&self, resource: &Map<String, Value>, place: &Place, name: &str) -> Option<(String, Value)> {
        let text = |attribute: &str, value: &Value| Some((attribute.to_owned(), value.clone()));
        match place {
            Place::UserName => text("userName", resource.get("userName")?),
            Place::Core("displayName") => text("displayName", &full_name(resource)?),
            Place::Core(attribute) => text(attribute, resource.get(*attribute)?),
            Place::Name(part) => text(&format!("name.{part}"), resource.get("name")?.get(part)?),
            Place::Listed(list) => {
                let chosen = resource.get(*list).and_then(Value::as_array).and_then(|all| chosen(all));
                match chosen {
                    Some(value) => text(&format!("{list}.value"), value),
                    // Who sends no address often has one for a name.
                    None if *list == "emails" => {
                        let name = resource.get("userName")?;
                        name.as_str().filter(|name| is_address(name))?;
                        text("userName", name)
                    }
                    None => None,
                }
            }
            Place::Enterprise(attribute) => {
                text(&format!("{ENTERPRISE}:{attribute}"), resource.get(ENTERPRISE)?.get(attribute)?)
            }
            Place::Own => {
                let urn = own_urn(&self.entry.recipe.app.id);
                text(&format!("{urn}:{name}"), resource.get(&urn)?.get(name)?)
            }
            Place::Given(list) => {
                let all = resource.get(*list)?.as_array()?;
                let values: Vec<Value> = all.iter().filter_map(|item| item.get("value")).cloned().collect();
                text(&format!("{list}.value"), &Value::Array(values))
            }
            Place::Membership | Place::Standing => None,
        }
    }

    fn known_only(&self, attribute: &str, value: &Value, field: &Field) -> Result<(), ScimError> {
        let known: Vec<&str> = match field.of {
            Some(of) => self.entry.references(of).collect(),
            None => field.labels.keys().map(String::as_str).collect(),
        };
        if known.is_empty() {
            return Ok(());
        }
        let items = match value {
            Value::Array(items) => items.iter().map(plain).collect(),
            other => vec![plain(other)],
        };
        for item in items.iter().filter(|item| !item.is_empty()) {
            if !known.contains(&item.as_str()) {
                let hint = nearest(item, known.iter().copied())
                    .map_or_else(|| format!("known: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
                return Err(ScimError::invalid_value(format!(
                    "`{attribute}` is `{item}`, which {} does not have; {hint}",
                    self.name()
                )));
            }
        }
        Ok(())
    }

    /// A user as SCIM shows it, without `id`, `meta`, `groups` and `schemas`.
    pub fn show_user(
        &self,
        state: &State,
        shown: &Map<String, Value>,
        external_id: Option<&str>,
    ) -> Map<String, Value> {
        let mut user = Map::new();
        if let Some(id) = external_id {
            user.insert("externalId".to_owned(), id.into());
        }
        let fields = &state.fields;
        let own = self.places.iter().find(|(_, place)| *place == Place::UserName);
        let users = self.resource(ResourceKind::Users);
        let user_name = own
            .and_then(|(name, _)| fields.get(name).cloned())
            .or_else(|| shown.get("userName").cloned())
            .or_else(|| fields.get(users.map_or("", |users| users.key.as_str())).cloned());
        user.insert("userName".to_owned(), user_name.unwrap_or_default());
        // Null where it was taken out of the resource.
        if !shown.contains_key("active") {
            user.insert("active".to_owned(), state.active.into());
        }
        for kept in ["name", "displayName"].into_iter().filter(|name| self.keeps(name)) {
            if let Some(value) = shown.get(kept) {
                user.insert(kept.to_owned(), value.clone());
            }
        }
        for (name, place) in &self.places {
            let Some(field) = users.and_then(|users| users.fields.get(name)) else { continue };
            let Some(value) = fields.get(name).filter(|value| !is_empty(value) && !field.write_only) else { continue };
            match place {
                Place::UserName | Place::Standing | Place::Membership => {}
                // What the identity provider calls someone whom only the app can rename.
                Place::Core(attribute) if user.contains_key(*attribute) => {}
                Place::Core(attribute) => _ = user.insert((*attribute).to_owned(), as_text(value)),
                Place::Name(part) => put(&mut user, "name", part, as_text(value)),
                Place::Enterprise(attribute) => put(&mut user, ENTERPRISE, attribute, as_text(value)),
                Place::Own => put(&mut user, &own_urn(&self.entry.recipe.app.id), name, value.clone()),
                Place::Listed(list) => {
                    let told = told_of(shown, list, value, field);
                    let own = || json!({"value": as_text(value), "type": "work", "primary": true});
                    user.insert((*list).to_owned(), json!([told.unwrap_or_else(own)]));
                }
                Place::Given(list) => {
                    let all: Vec<Value> = match value {
                        Value::Array(items) => items.clone(),
                        one => vec![one.clone()],
                    };
                    let given = all.iter().map(|value| {
                        told_of(shown, list, value, field).unwrap_or_else(|| {
                            let display = self.label_of(field, &plain(value));
                            json!({"value": as_text(value), "display": display})
                        })
                    });
                    user.insert((*list).to_owned(), given.collect());
                }
            }
        }
        user
    }

    /// Whether that attribute is kept here because the app does not let it be written.
    pub(super) fn keeps(&self, attribute: &str) -> bool {
        super::user_schema::is_kept(attribute, &self.places, &self.entry)
    }

    fn label_of(&self, field: &Field, value: &str) -> String {
        let known = field.of.map(|of| self.known(of)).unwrap_or_default();
        known.into_iter().find(|(known, _)| known == value).map_or_else(|| value.to_owned(), |(_, label)| label)
    }
}

/// The value that the app keeps of several: the primary one, else the one of work, else the first.
fn chosen(all: &[Value]) -> Option<&Value> {
    let with = |name: &str, value: Value| all.iter().find(|item| item.get(name) == Some(&value));
    with("primary", true.into()).or_else(|| with("type", "work".into())).or_else(|| all.first())?.get("value")
}

/// The name of someone, as one text.
fn full_name(resource: &Map<String, Value>) -> Option<Value> {
    let name = resource.get("name");
    let part = |part: &str| name.and_then(|name| name.get(part)).and_then(Value::as_str);
    let parts = || {
        let both: Vec<&str> = [part("givenName"), part("familyName")].into_iter().flatten().collect();
        (!both.is_empty()).then(|| Value::String(both.join(" ")))
    };
    let formatted = || part("formatted").map(|name| Value::String(name.to_owned()));
    resource.get("displayName").cloned().or_else(formatted).or_else(parts)
}

/// What the identity provider sent beside a value.
fn told_of(shown: &Map<String, Value>, list: &str, value: &Value, field: &Field) -> Option<Value> {
    let form = |value: &Value| folded(&plain(value), field.case_sensitive);
    let told = shown.get(list)?.as_array()?;
    let found = told.iter().find(|item| item.get("value").is_some_and(|told| form(told) == form(value)))?;
    let mut found = found.clone();
    found["value"] = as_text(value);
    Some(found)
}

fn one_or_many(value: Value, field: &Field) -> Value {
    match value {
        // An app that takes one role gets the first that is named.
        Value::Array(items) if !field.many && field.of.is_some() && items.len() <= 1 => {
            items.into_iter().next().unwrap_or_default()
        }
        other => other,
    }
}

fn put(user: &mut Map<String, Value>, complex: &str, part: &str, value: Value) {
    let holder = user.entry(complex.to_owned()).or_insert_with(|| json!({}));
    if let Some(members) = holder.as_object_mut() {
        members.insert(part.to_owned(), value);
    }
}

fn attribute_of(place: Option<&Place>, name: &str) -> String {
    match place {
        Some(Place::UserName) => "`userName`".to_owned(),
        Some(Place::Listed(list) | Place::Given(list)) => format!("`{list}`"),
        Some(Place::Core(attribute)) => format!("`{attribute}`"),
        Some(Place::Name(part)) => format!("`name.{part}`"),
        Some(Place::Enterprise(attribute)) => format!("`{ENTERPRISE}:{attribute}`"),
        _ => format!("`{name}`"),
    }
}
