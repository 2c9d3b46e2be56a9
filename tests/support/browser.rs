//! A server for `tests/pages` and a session to look at them with.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Response;
use axum::routing::any;
use idlcm::browser::{By, LaunchOptions, Matcher, Probe, Query, Read, Session, Webdriver};
use serde_json::{Value, json};
use tokio::time::Instant;
use tower_http::services::ServeDir;
use url::Url;

/// The pages of the tests, served on a free port until the test ends.
pub(crate) struct Pages {
    address: SocketAddr,
}

impl Pages {
    pub(crate) async fn serve() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = Router::new()
            // Never answers.
            .route("/hang", any(async || std::future::pending::<String>().await))
            .route("/export.csv", any(async || attachment(Body::from("email\nada@example.org"))))
            .route("/plain.csv", any(async || "email\nada@example.org"))
            .route("/slow.csv", any(async || attachment(parts(5))))
            .route("/endless.csv", any(async || attachment(parts(usize::MAX))))
            .fallback_service(ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages")));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address }
    }

    pub(crate) fn url(&self, page: &str) -> Url {
        Url::parse(&format!("http://{}/{page}", self.address)).unwrap()
    }
}

fn attachment(body: Body) -> Response<Body> {
    let named = "attachment; filename=\"users.csv\"";
    Response::builder().header("Content-Type", "text/csv").header("Content-Disposition", named).body(body).unwrap()
}

/// A body that comes in parts of 100,000 bytes, ten a second.
fn parts(count: usize) -> Body {
    let parts = futures_util::stream::unfold(0, move |sent| async move {
        if sent == count {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        Some((Ok::<_, std::io::Error>(vec![b'x'; 100_000]), sent + 1))
    });
    Body::from_stream(parts)
}

/// Chromium, or Firefox where `IDLCM_TEST_BROWSER=firefox` asks for it.
pub(crate) fn options() -> LaunchOptions {
    let webdriver = match std::env::var("IDLCM_TEST_BROWSER").as_deref() {
        Err(_) | Ok("chrome") => Webdriver::Chrome,
        Ok("firefox") => Webdriver::Firefox,
        Ok(other) => panic!("IDLCM_TEST_BROWSER is `{other}`; write chrome or firefox"),
    };
    LaunchOptions { webdriver, ..LaunchOptions::new(PathBuf::from(env!("CARGO_BIN_EXE_idlcm"))) }
}

/// A session on a page.
pub(crate) async fn open(page: &str) -> (Session, Pages) {
    open_with(page, options()).await
}

/// A session on a page, in a browser that is started so.
pub(crate) async fn open_with(page: &str, options: LaunchOptions) -> (Session, Pages) {
    let pages = Pages::serve().await;
    let mut session = Session::open(&options).await.unwrap();
    session.goto(&pages.url(page), within(20)).await.unwrap();
    (session, pages)
}

/// A deadline in so many seconds.
pub(crate) fn within(seconds: u64) -> Instant {
    Instant::now() + Duration::from_secs(seconds)
}

/// A deadline in so many milliseconds: how long a test waits for what must not come.
pub(crate) fn soon() -> Instant {
    Instant::now() + Duration::from_millis(300)
}

pub(crate) fn whole(text: &str) -> Matcher {
    Matcher::Whole { text: text.into(), ignore_case: false }
}

pub(crate) fn contains(text: &str) -> Matcher {
    Matcher::Contains { text: text.into(), ignore_case: false }
}

pub(crate) fn role(role: &str, name: &str) -> Query {
    Query::by(By::Role { role: role.into(), name: Some(whole(name)) })
}

pub(crate) fn css(selector: &str) -> Query {
    Query::by(By::Css { selector: selector.into() })
}

pub(crate) fn label(text: &str) -> Query {
    Query::by(By::Label { text: whole(text) })
}

pub(crate) fn text(text: &str) -> Query {
    Query::by(By::Text { text: whole(text) })
}

pub(crate) fn column(text: &str) -> Query {
    Query::by(By::Column { text: whole(text) })
}

/// What the page's own code holds, as the JSON that it writes to `#state`.
pub(crate) async fn state_text(session: &mut Session) -> String {
    // A dialog may make all around it inert.
    let state = Query { hidden: true, ..css("#state") };
    session.read(&state, &Read::Text, within(5)).await.unwrap()
}

/// What the page's own code holds.
pub(crate) async fn state(session: &mut Session) -> Value {
    serde_json::from_str(&state_text(session).await).unwrap()
}

/// Waits until the page's own state has this value under this key.
pub(crate) async fn has(session: &mut Session, key: &str, value: impl Into<Value>) {
    let text = format!("{}:{}", json!(key), value.into());
    let state = Query { hidden: true, ..css("#state") };
    let probe = Probe::Visible { query: state, text: Some(contains(&text)) };
    let held = session.wait_any(&[probe], within(5)).await.unwrap();
    let state = state_text(session).await;
    assert!(held.first.is_some(), "{text} is not in {state}");
}
