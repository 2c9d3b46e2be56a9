//! Which request of an administrator is answered by what, and who may ask.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::routing::{MethodFilter, MethodRouter, on};

use super::door::{Desk, Keys, Least, admit};
use super::failure::Failure;
use super::{
    activity, answer, apps, dead_letters, drafts, evidence, integrations, job, jobs, people, provider, records, review,
    session, tokens,
};
use crate::gateway::office::Office;
use crate::gateway::people::Role;

/// One way into the management API.
#[derive(Debug, Clone)]
pub struct Route {
    /// Its method.
    pub method: Method,
    /// Its path below `/api/v1`, as axum writes it.
    pub path: &'static str,
    /// Who may take it.
    pub least: Least,
    handler: MethodRouter<Arc<Desk>>,
}

impl Route {
    fn new<T: 'static>(method: Method, path: &'static str, least: Least, handler: impl Handler<T, Arc<Desk>>) -> Self {
        let filter = MethodFilter::try_from(method.clone()).unwrap_or(MethodFilter::GET);
        Self { method, path, least, handler: on(filter, handler) }
    }
}

/// All of them. There is no other way in: the router is made of this table.
pub fn routes() -> Vec<Route> {
    let (get, post, put, delete) = (|| Method::GET, || Method::POST, || Method::PUT, || Method::DELETE);
    let (read, write) = (Least::Role(Role::Viewer), Least::Role(Role::Admin));
    let (grave, people_of) = (Least::Confirmed(Role::SuperAdmin), Least::Role(Role::SuperAdmin));
    vec![
        Route::new(post(), "/session", Least::Anybody, session::begin),
        Route::new(get(), "/session/ways", Least::Anybody, session::ways),
        Route::new(post(), "/session/provider", Least::Anybody, provider::begin),
        Route::new(post(), "/session/provider/back", Least::Anybody, provider::back),
        Route::new(get(), "/session", Least::Signed, session::show),
        Route::new(delete(), "/session", Least::Signed, session::end),
        Route::new(post(), "/session/confirm", Least::Signed, session::confirm),
        Route::new(post(), "/session/password", Least::Signed, session::password),
        Route::new(post(), "/session/totp", Least::Confirmed(Role::Viewer), session::second_factor),
        Route::new(delete(), "/session/totp", Least::Confirmed(Role::Viewer), session::no_second_factor),
        Route::new(get(), "/people", read, people::all),
        Route::new(post(), "/people", people_of, people::add),
        Route::new(get(), "/people/activity", read, people::log),
        Route::new(get(), "/people/activity/verify", read, people::verify),
        Route::new(get(), "/people/{id}", read, people::one),
        Route::new(put(), "/people/{id}", people_of, people::change),
        Route::new(post(), "/people/{id}/password", people_of, people::password),
        Route::new(delete(), "/people/{id}/totp", people_of, people::no_second_factor),
        Route::new(get(), "/apps", read, apps::all),
        Route::new(get(), "/apps/{app}", read, apps::one),
        Route::new(get(), "/service-accounts", write, apps::service_accounts),
        Route::new(get(), "/activity", read, activity::all),
        Route::new(get(), "/activity/export", read, activity::export),
        Route::new(get(), "/activity/verify", read, activity::verify),
        Route::new(get(), "/jobs", read, jobs::all),
        Route::new(get(), "/dead-letters", read, dead_letters::all),
        Route::new(post(), "/dead-letters/{id}/replay", write, dead_letters::replay),
        Route::new(post(), "/dead-letters/{id}/purge", grave, dead_letters::purge),
        Route::new(get(), "/drafts", read, drafts::all),
        Route::new(post(), "/drafts", write, drafts::begin),
        Route::new(get(), "/drafts/{id}", write, drafts::one),
        Route::new(put(), "/drafts/{id}", write, drafts::write),
        Route::new(delete(), "/drafts/{id}", write, drafts::forget),
        Route::new(get(), "/integrations", read, integrations::all),
        Route::new(post(), "/integrations", write, integrations::create),
        Route::new(post(), "/integrations/validate", write, integrations::validate),
        Route::new(get(), "/integrations/documents", Least::Worker, integrations::documents),
        Route::new(get(), "/integrations/{id}", read, integrations::one),
        Route::new(put(), "/integrations/{id}", write, integrations::update),
        Route::new(get(), "/integrations/{id}/activity", read, records::log),
        Route::new(get(), "/integrations/{id}/activity/verify", read, records::verify),
        Route::new(get(), "/integrations/{id}/jobs", read, records::jobs),
        Route::new(get(), "/integrations/{id}/jobs/{job}", read, job::one),
        Route::new(get(), "/integrations/{id}/jobs/{job}/pictures/{attempt}/{number}", read, job::picture),
        Route::new(post(), "/integrations/{id}/jobs/{job}/answer", write, answer::take),
        Route::new(get(), "/integrations/{id}/jobs/{job}/report", read, evidence::report),
        Route::new(get(), "/integrations/{id}/resources/{kind}", read, records::resources),
        Route::new(get(), "/integrations/{id}/review", read, review::show),
        Route::new(get(), "/integrations/{id}/tokens", read, tokens::all),
        Route::new(post(), "/integrations/{id}/tokens", grave, tokens::issue),
        Route::new(delete(), "/integrations/{id}/tokens/{token}", grave, tokens::revoke),
        Route::new(post(), "/integrations/{id}/archive", grave, integrations::archive),
        Route::new(post(), "/integrations/{id}/{step}", write, integrations::step),
    ]
}

/// The management API.
pub fn router(office: Arc<Office>, keys: Keys) -> Router {
    let desk = Arc::new(Desk { office, keys });
    let mut below = Router::new();
    for Route { path, least, handler, .. } in routes() {
        let desk = Arc::clone(&desk);
        let door = from_fn(move |request: Request, next: Next| admit(Arc::clone(&desk), least, request, next));
        below = below.route(path, handler.route_layer(door));
    }
    Router::new()
        .nest("/api/v1", below)
        .fallback(async || Failure::new(StatusCode::NOT_FOUND, "there is nothing here"))
        .with_state(desk)
}
