//! The session of the person who asks: begun with a password, ended, confirmed; its own password and second factor.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

use super::door::{Administrator, Desk};
use super::failure::Failure;
use super::people::shown;
use crate::gateway::people::{self, Credentials};
use crate::gateway::store::people as rows;
use crate::secrets::{Secret, new_seed};

/// What is typed to sign in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    #[serde(default)]
    name: String,
    password: String,
    #[serde(default)]
    code: Option<String>,
}

impl From<Typed> for Credentials {
    fn from(typed: Typed) -> Self {
        Self { name: typed.name, password: Secret::new(typed.password), code: typed.code }
    }
}

pub(super) async fn begin(
    State(desk): State<Arc<Desk>>,
    Json(typed): Json<Typed>,
) -> Result<(StatusCode, Json<Value>), Failure> {
    let (token, person) = people::sign_in(&desk.office, typed.into()).await?;
    // The only time that it is told.
    Ok((StatusCode::CREATED, Json(json!({"token": token.expose(), "person": shown(&person)}))))
}

/// How one can sign in: whether there is anybody at all, and the name of an identity provider.
pub(super) async fn ways(State(desk): State<Arc<Desk>>) -> Result<Json<Value>, Failure> {
    let mut db = desk.office.database.read().await?;
    let provider = desk.office.settings.provider.as_ref().map(|provider| provider.name().to_owned());
    Ok(Json(json!({"people": rows::any(&mut db).await?, "provider": provider})))
}

pub(super) async fn show(admin: Administrator) -> Result<Json<Value>, Failure> {
    let signed = admin.signed()?;
    Ok(Json(json!({
        "person": shown(&signed.person), "confirmed": signed.is_fresh(), "created": signed.session.created,
        "public_url": admin.office.settings.public_url,
    })))
}

pub(super) async fn end(admin: Administrator) -> Result<Json<Value>, Failure> {
    people::sign_out(&admin.office, admin.signed()?).await?;
    Ok(Json(json!({})))
}

pub(super) async fn confirm(admin: Administrator, Json(typed): Json<Typed>) -> Result<Json<Value>, Failure> {
    people::confirm(&admin.office, admin.signed()?, typed.into()).await?;
    Ok(Json(json!({})))
}

/// Another password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Exchange {
    old: String,
    new: String,
}

pub(super) async fn password(admin: Administrator, Json(exchange): Json<Exchange>) -> Result<Json<Value>, Failure> {
    let (old, new) = (Secret::new(exchange.old), Secret::new(exchange.new));
    people::set_own_password(&admin.office, admin.signed()?, old, new).await?;
    Ok(Json(json!({})))
}

/// The first code of a new seed; without them a seed is made.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Seed {
    seed: Option<String>,
    code: Option<String>,
}

pub(super) async fn second_factor(admin: Administrator, Json(given): Json<Seed>) -> Result<Json<Value>, Failure> {
    let signed = admin.signed()?;
    if let (Some(seed), Some(code)) = (given.seed, given.code) {
        people::set_second_factor(&admin.office, signed, Some((Secret::new(seed), &code))).await?;
        return Ok(Json(json!({})));
    }
    // Told until it is confirmed with a code.
    let seed = new_seed();
    let seed = seed.expose();
    let uri = format!("otpauth://totp/idlcm:{}?secret={seed}&issuer=idlcm", signed.person.name.replace('%', ""));
    Ok(Json(json!({"seed": seed, "uri": uri})))
}

pub(super) async fn no_second_factor(admin: Administrator) -> Result<Json<Value>, Failure> {
    people::set_second_factor(&admin.office, admin.signed()?, None).await?;
    Ok(Json(json!({})))
}
