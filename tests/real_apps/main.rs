//! Recipes against the apps themselves: each app in `tests/real_apps/APP/` is started, every step of its `scenario.yaml` goes
//! through the queue and a worker, and what became of it is read from the app's own records by its `state.py`.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it is, and each program uses a part of what all share"
)]

#[path = "../support/fleet.rs"]
mod fleet;

mod app;
mod judge;
mod play;
mod scenario;
mod state;

#[tokio::test(flavor = "multi_thread")]
async fn django_admin() {
    play::scenario("django-admin").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rabbitmq_management() {
    play::scenario("rabbitmq-management").await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "installs Flask-AppBuilder from PyPI; part of `make real-apps` and `make test-long`"]
async fn flask_appbuilder() {
    play::scenario("flask-appbuilder").await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "installs Directus with npm, which compiles for minutes; part of `make real-apps` and `make test-long`"]
async fn directus() {
    play::scenario("directus").await;
}
