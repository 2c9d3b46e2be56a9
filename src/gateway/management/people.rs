//! The people who manage integrations, and the activity log of the house.

use axum::Json;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::door::Administrator;
use super::failure::Failure;
use super::records::{Part, chain, entries};
use crate::gateway::people::{self, Change, NewPerson, Role};
use crate::gateway::store::activity::{self, Log};
use crate::gateway::store::people::{self as rows, PersonRow};
use crate::secrets::Secret;

/// A person as others see it: no hash, no seed.
pub(super) fn shown(person: &PersonRow) -> Value {
    json!({
        "id": person.id, "name": person.name, "display": person.display, "role": person.role, "active": person.active,
        "signs_in_with": if person.password.is_some() { "password" } else { "identity_provider" },
        "must_change": person.must_change, "second_factor": person.totp.is_some(), "version": person.version,
        "created": person.created, "signed_in": person.signed_in,
    })
}

pub(super) async fn all(admin: Administrator) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    let all: Vec<Value> = rows::all(&mut db).await?.iter().map(shown).collect();
    Ok(Json(json!({"people": all})))
}

pub(super) async fn one(admin: Administrator, Path(id): Path<Uuid>) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    let person = rows::by_id(&mut db, id).await?.ok_or_else(|| Failure::unknown(format!("person {id}")))?;
    Ok(Json(shown(&person)))
}

/// A person to be added.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct New {
    name: String,
    #[serde(default)]
    display: String,
    role: Role,
    /// None: it signs in through the identity provider.
    #[serde(default)]
    password: Option<String>,
    /// Default: yes.
    #[serde(default)]
    must_change: Option<bool>,
}

pub(super) async fn add(admin: Administrator, Json(new): Json<New>) -> Result<(StatusCode, Json<Value>), Failure> {
    let new = NewPerson {
        name: new.name,
        display: new.display,
        role: new.role,
        password: new.password.map(Secret::new),
        must_change: new.must_change.unwrap_or(true),
    };
    let row = people::add(&admin.office, new, admin.by()).await?;
    Ok((StatusCode::CREATED, Json(shown(&row))))
}

/// What is to be changed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    #[serde(default)]
    display: Option<String>,
    #[serde(default)]
    role: Option<Role>,
    #[serde(default)]
    active: Option<bool>,
    #[serde(default)]
    version: Option<i64>,
}

pub(super) async fn change(
    admin: Administrator,
    Path(id): Path<Uuid>,
    Json(wish): Json<Wish>,
) -> Result<Json<Value>, Failure> {
    let Wish { display, role, active, version } = wish;
    let row = people::change(&admin.office, id, Change { display, role, active, version }, admin.by()).await?;
    Ok(Json(shown(&row)))
}

/// A new first password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct First {
    password: String,
}

pub(super) async fn password(
    admin: Administrator,
    Path(id): Path<Uuid>,
    Json(first): Json<First>,
) -> Result<Json<Value>, Failure> {
    people::set_password(&admin.office, id, Secret::new(first.password), admin.by()).await?;
    Ok(Json(json!({})))
}

pub(super) async fn no_second_factor(admin: Administrator, Path(id): Path<Uuid>) -> Result<Json<Value>, Failure> {
    people::unset_second_factor(&admin.office, id, admin.by()).await?;
    Ok(Json(json!({})))
}

pub(super) async fn log(admin: Administrator, Query(part): Query<Part>) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    let found = activity::latest(&mut db, Log::House, part.before(), part.count()).await?;
    Ok(Json(json!({"activity": entries(&found)})))
}

pub(super) async fn verify(admin: Administrator) -> Result<Json<Value>, Failure> {
    let mut db = admin.office.database.read().await?;
    Ok(Json(chain(activity::verify(&mut db, Log::House).await?)))
}
