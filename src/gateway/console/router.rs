//! Which page is where, and who gets it.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::routing::{MethodFilter, MethodRouter, get, on};

use super::answer::go;
use super::api::Api;
use super::gate::{Access, admit};
use super::page::Pages;
use super::pages::{account, activity, integration, integrations, jobs, people, provider, sign_in, tokens, wizard};
use super::state::Console;
use super::{assets, live};
use crate::gateway::office::Office;
use crate::gateway::people::Role;

/// One page, or one thing that a page can do.
#[derive(Debug, Clone)]
pub struct Route {
    /// Its method.
    pub method: Method,
    /// Its path below `/console`, as axum writes it.
    pub path: &'static str,
    /// Who gets it.
    pub access: Access,
    handler: MethodRouter<Arc<Console>>,
}

impl Route {
    pub(super) fn get<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Arc<Console>>) -> Self {
        Self { method: Method::GET, path, access, handler: on(MethodFilter::GET, handler) }
    }

    pub(super) fn post<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, Arc<Console>>) -> Self {
        Self { method: Method::POST, path, access, handler: on(MethodFilter::POST, handler) }
    }
}

/// All of them. There is no other: the router is made of this table.
pub fn routes() -> Vec<Route> {
    let (read, write) = (Access::Role(Role::Viewer), Access::Role(Role::Admin));
    let grave = Access::Role(Role::SuperAdmin);
    vec![
        Route::get("/assets/{name}", Access::Anybody, assets::file),
        Route::get("/sign-in", Access::Anybody, sign_in::page),
        Route::post("/sign-in", Access::Anybody, sign_in::enter),
        Route::get("/sign-in/provider", Access::Anybody, provider::leave_for),
        Route::get("/sign-in/provider/back", Access::Anybody, provider::back),
        Route::post("/sign-out", Access::Signed, sign_in::leave),
        Route::get("/account", Access::Signed, account::page),
        Route::post("/account/password", Access::Signed, account::password),
        Route::post("/account/second-factor", Access::Signed, account::second_factor),
        Route::get("/account/confirmed", Access::Signed, provider::confirmed),
        Route::get("/live", read, live::changes),
        Route::get("/", read, integrations::list),
        Route::get("/people", read, people::list),
        Route::post("/people", grave, people::add),
        Route::get("/people/new", grave, people::begin),
        Route::get("/people/{id}", read, people::one),
        Route::post("/people/{id}", grave, people::change),
        Route::get("/new", write, wizard::begin),
        Route::post("/new", write, wizard::begun),
        Route::get("/new/{draft}/{step}", write, wizard::draft),
        Route::post("/new/{draft}/{step}", write, wizard::draft_taken),
        Route::get("/jobs", read, jobs::list),
        Route::post("/dead-letters/{letter}/{act}", write, jobs::letter),
        Route::get("/activity", read, activity::list),
        Route::get("/activity/export", read, activity::export),
        Route::get("/integrations/{id}", read, integration::first),
        Route::get("/integrations/{id}/{tab}", read, integration::tab),
        Route::get("/integrations/{id}/settings/{step}", write, wizard::settings),
        Route::post("/integrations/{id}/settings/{step}", write, wizard::settings_taken),
        Route::post("/integrations/{id}/tokens", grave, tokens::make),
        Route::post("/integrations/{id}/tokens/{token}/revoke", grave, tokens::revoke),
        Route::get("/integrations/{id}/jobs/{job}", read, jobs::one),
        Route::post("/integrations/{id}/jobs/{job}/answer", write, jobs::answer),
        Route::get("/integrations/{id}/jobs/{job}/report", read, jobs::report),
        Route::get("/integrations/{id}/jobs/{job}/pictures/{attempt}/{number}", read, jobs::picture),
        Route::post("/integrations/{id}/step/{step}", write, integrations::step),
    ]
}

/// The console below `/console`. `api`: the management API, which it asks for everything.
pub fn router(api: Router, office: Arc<Office>) -> Router {
    let console = Arc::new(Console { api: Api::new(api), pages: Pages::new(), office });
    let mut below = Router::new();
    for Route { path, access, handler, .. } in routes() {
        let console = Arc::clone(&console);
        let door = from_fn(move |request: Request, next: Next| admit(Arc::clone(&console), access, request, next));
        below = below.route(path, handler.route_layer(door));
    }
    Router::new().nest("/console", below).route("/", get(async || go("/console"))).with_state(console)
}
