//! The apps that there are recipes of, and the service accounts that integrations may name.

use axum::Json;
use axum::extract::Path;
use serde_json::{Value, json};

use super::door::Administrator;
use super::failure::Failure;
use crate::contract::{FieldType, ResourceKind};
use crate::recipe::{Field, Pattern, Recipe};

pub(super) async fn all(admin: Administrator) -> Json<Value> {
    let all = admin.office.apps.recipes().recipes().map(|recipe| brief(recipe));
    Json(json!({"apps": all.collect::<Vec<_>>()}))
}

fn brief(recipe: &Recipe) -> Value {
    let params = recipe
        .params
        .iter()
        .map(|(name, param)| json!({"name": name, "label": param.label, "example": param.example, "help": param.help}));
    let secrets: Vec<String> = recipe.service_account.iter().map(|name| format!("{name:?}").to_lowercase()).collect();
    json!({"id": recipe.app.id, "name": recipe.app.name, "version": recipe.app.version, "verified": recipe.app.verified,
        "params": params.collect::<Vec<_>>(), "service_account": secrets})
}

/// An app with what its users have: fields, and the roles of its catalogue.
pub(super) async fn one(admin: Administrator, Path(app): Path<String>) -> Result<Json<Value>, Failure> {
    let recipe = admin.office.apps.recipes().recipe(&app).ok_or_else(|| Failure::unknown(format!("app {app}")))?;
    let mut told = brief(&recipe);
    let users = recipe.resources.get(&ResourceKind::Users);
    let key = users.map(|users| users.key.as_str()).unwrap_or_default();
    let fields = users.into_iter().flat_map(|users| &users.fields).filter(|(_, field)| !field.secret);
    told["fields"] = fields.map(|(name, field)| shown(name, field, name == key)).collect();
    let catalog = recipe.resources.get(&ResourceKind::Roles).and_then(|roles| roles.catalog.as_ref());
    told["roles"] = catalog.map_or(Value::Null, |catalog| {
        let roles = catalog.iter().map(|(id, role)| {
            json!({"id": id, "label": role.label.read, "rank": role.rank, "incompatible": role.incompatible})
        });
        roles.collect()
    });
    told["kinds"] = recipe.resources.keys().map(|kind| kind.plural()).collect();
    told["actions"] = recipe.actions.keys().map(ToString::to_string).collect();
    Ok(Json(told))
}

fn shown(name: &str, field: &Field, is_key: bool) -> Value {
    let labels: Vec<Value> =
        field.labels.iter().map(|(value, label)| json!({"value": value, "label": label.read})).collect();
    json!({
        "name": name, "type": field.field_type, "required": field.required, "many": field.many || field.field_type == FieldType::List,
        "key": is_key, "pattern": field.pattern.as_ref().map(Pattern::written), "max_length": field.max_length,
        "labels": labels, "written_at_create": field.write_create, "written_later": field.write_update, "unique": field.unique,
    })
}

pub(super) async fn service_accounts(admin: Administrator) -> Json<Value> {
    let found = admin.office.settings.accounts.known();
    let (accounts, problem) = match found {
        Ok(accounts) => (accounts, None),
        Err(error) => (Vec::new(), Some(error.to_string())),
    };
    Json(json!({"accounts": accounts, "problem": problem}))
}
