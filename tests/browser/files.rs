//! Files that the app gets, and files that it gives.

use std::path::{Path, PathBuf};

use crate::support::{css, has, label, open, role, soon, within};
use idlcm::browser::{CommandError, DownloadProblem, LaunchOptions, Query, Sent, Session, Webdriver};
use serde_json::json;

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

async fn download(session: &mut Session, query: &Query) -> Result<PathBuf, CommandError> {
    let prepared = session.prepare_click(query, &[], within(5)).await.unwrap();
    session.download(prepared, within(10)).await
}

#[tokio::test]
async fn a_file_is_given_to_an_input_that_is_seen_or_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let users = file(folder.path(), "users ä 'x'.csv", "ada");
    let other = file(folder.path(), "other.csv", "grace");
    let (mut session, _pages) = open("files.html").await;
    let before = session.commands();
    session.upload(&label("Photo"), &users, within(5)).await.unwrap();
    assert_eq!(session.commands() - before, 3);
    has(&mut session, "photo", "1 users ä 'x'.csv: ada").await;
    // Replaced, not added.
    for name in ["Photo", "Several"] {
        session.upload(&label(name), &users, within(5)).await.unwrap();
        session.upload(&label(name), &other, within(5)).await.unwrap();
        has(&mut session, &name.to_lowercase(), "1 other.csv: grace").await;
    }
    session.upload(&label("Table"), &users, within(5)).await.unwrap();
    has(&mut session, "table", "1 users ä 'x'.csv: ada").await;
    session.upload(&css("#hidden"), &other, within(5)).await.unwrap();
    has(&mut session, "hidden", "1 other.csv: grace").await;
    // A drop zone stands for the one input that it holds.
    session.upload(&css(".drop"), &users, within(5)).await.unwrap();
    has(&mut session, "drop", "1 users ä 'x'.csv: ada").await;
    // The app takes the file and empties the input.
    session.upload(&label("Takes"), &users, within(5)).await.unwrap();
    has(&mut session, "takes", "ada").await;
    session.close().await;
}

#[tokio::test]
async fn a_file_is_refused_where_none_can_be_given() {
    let folder = tempfile::tempdir().unwrap();
    let picture = file(folder.path(), "ada.png", "x");
    let (mut session, _pages) = open("files.html").await;
    let error = session.upload(&label("Table"), &picture, within(5)).await.unwrap_err();
    assert!(error.to_string().contains("it takes only .csv, .txt"), "{error}");
    let error = session.upload(&label("Closed"), &picture, soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is disabled"), "{error}");
    let error = session.upload(&role("button", "Blob"), &picture, soon()).await.unwrap_err();
    assert!(error.to_string().contains("it is no file input"), "{error}");
    let error = session.upload(&label("Photo"), &folder.path().join("gone.png"), within(5)).await.unwrap_err();
    assert!(error.to_string().contains("gone.png: No such file"), "{error}");
    assert_eq!(error.sent(), Sent::No);
    let error = session.upload(&label("Photo"), folder.path(), within(5)).await.unwrap_err();
    assert!(error.to_string().contains("is no file"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_download_is_complete_however_it_was_started() {
    let (mut session, _pages) = open("files.html").await;
    let before = session.commands();
    let path = download(&mut session, &role("link", "Attachment")).await.unwrap();
    assert_eq!(session.commands() - before, 4, "find, allow, click, look for windows");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "email\nada@example.org");
    for (kind, name, text) in [
        ("link", "Download attribute", "email\nada@example.org"),
        ("link", "New window", "email\nada@example.org"),
        ("link", "Data", "email\ndata@example.org"),
        ("button", "Blob", "email\nblob@example.org"),
        ("button", "Popup", "email\nada@example.org"),
        ("button", "Fetched", "email\nada@example.org"),
        ("button", "Posted", "email\nada@example.org"),
    ] {
        let path = download(&mut session, &role(kind, name)).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(std::fs::read_to_string(path).unwrap(), text, "{name}");
        // The page is the one that it was, in its own window.
        assert_eq!(session.location(within(5)).await.unwrap().title, "Files", "{name}");
    }
    let slow = download(&mut session, &role("link", "Slow")).await.unwrap();
    assert_eq!(std::fs::metadata(&slow).unwrap().len(), 500_000);
    session.close().await;
    assert!(!path.exists() && !slow.exists(), "downloads go with the session");
}

#[tokio::test]
async fn what_is_not_downloaded_is_told() {
    let (mut session, _pages) = open("files.html").await;
    let problem = |error: CommandError| match error {
        CommandError::Download { problem, sent: Sent::Maybe, .. } => problem,
        error => panic!("{error}"),
    };
    let downloads = session.allow_downloads(within(5)).await.unwrap();
    let error = session.downloaded(&downloads, soon()).await.unwrap_err();
    assert!(error.to_string().starts_with("no download started; check that the step"), "{error}");
    assert_eq!(problem(error), DownloadProblem::NotStarted);

    // A page instead of a file, in a window of its own: it is closed again.
    let prepared = session.prepare_click(&role("link", "Message"), &[], within(5)).await.unwrap();
    let error = session.download(prepared, within(1)).await.unwrap_err();
    assert_eq!(problem(error), DownloadProblem::NotStarted);
    assert_eq!(session.location(within(5)).await.unwrap().title, "Files");

    let prepared = session.prepare_click(&role("link", "Endless"), &[], within(5)).await.unwrap();
    let error = session.download(prepared, within(1)).await.unwrap_err();
    assert!(error.to_string().contains("the download did not finish"), "{error}");
    assert!(matches!(problem(error), DownloadProblem::NotFinished { bytes } if bytes > 0));

    let prepared = session.prepare_click(&role("link", "Endless"), &[], within(5)).await.unwrap();
    let downloads = session.allow_downloads(within(5)).await.unwrap().at_most(250_000);
    session.click(prepared, within(5)).await.unwrap();
    let error = session.downloaded(&downloads, within(10)).await.unwrap_err();
    assert!(error.to_string().contains("larger than 250000 bytes"), "{error}");
    assert_eq!(problem(error), DownloadProblem::TooLarge { limit: 250_000 });

    let error = download(&mut session, &role("button", "Two")).await.unwrap_err();
    assert_eq!(problem(error), DownloadProblem::Several { count: 2 });
    // The session goes on.
    download(&mut session, &role("button", "Blob")).await.unwrap();
    session.close().await;
}

#[tokio::test]
async fn files_of_this_machine_are_refused_to_a_browser_that_runs_elsewhere() {
    // A driver that takes every command: what is refused must not reach it.
    let asked: std::sync::Arc<std::sync::Mutex<Vec<String>>> = std::sync::Arc::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let noted = std::sync::Arc::clone(&asked);
    let driver = axum::Router::new().fallback(async move |request: axum::extract::Request| {
        let path = request.uri().path().to_owned();
        noted.lock().unwrap().push(path.clone());
        let given = json!({"browserName": "chrome", "browserVersion": "1.0", "goog:chromeOptions": {}});
        axum::Json(match path.as_str() {
            "/session" => json!({"value": {"sessionId": "s", "capabilities": given}}),
            path if path.ends_with("/window") => json!({"value": "w"}),
            _ => json!({"value": null}),
        })
    });
    tokio::spawn(async move { axum::serve(listener, driver).await });
    let launch =
        LaunchOptions { webdriver: Webdriver::Url(url), ..LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into()) };
    let mut session = Session::open(&launch).await.unwrap();
    let before = asked.lock().unwrap().len();
    let file = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    let error = session.upload(&role("button", "File"), file, within(5)).await.unwrap_err();
    assert!(error.to_string().contains("the browser runs elsewhere"), "{error}");
    assert_eq!(error.sent(), Sent::No);
    let error = session.allow_downloads(within(5)).await.unwrap_err();
    assert!(error.to_string().contains("the browser runs elsewhere"), "{error}");
    assert_eq!(error.sent(), Sent::No);
    assert_eq!(asked.lock().unwrap().len(), before, "a command was sent");
    session.close().await;
}
