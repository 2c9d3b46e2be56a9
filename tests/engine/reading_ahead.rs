//! Pages of a list that are fetched while the first one is shown: what is read so is what the browser would have shown,
//! and what might differ is drawn.

use crate::lists::{App, addresses, texts};
use crate::views::{ok, proof, refused};
use idlcm::contract::{ErrorKind, Proof};
use idlcm::engine::Done;

const VIEW: &str = "  users:
    open: [{goto: \"PATH\"}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
    pages: {next: list.next, max: 50MORE}
    total: {from: list.total, regex: \"([0-9,]+) members\"}
    fields:
      name: {column: Name}
      email: {column: Email, filters: [lower]}
      status: {column: Status, map: status}
";

fn view(path: &str, more: &str) -> String {
    VIEW.replace("PATH", path).replace("MORE", more)
}

/// The steps whose name begins like this, each with what came of it.
fn steps(done: &Done, begins: &str) -> Vec<String> {
    let steps = done.trace.steps.iter().filter(|step| step.does.starts_with(begins));
    steps.map(|step| format!("{}: {}", step.does, step.detail.as_deref().unwrap_or_default())).collect()
}

fn asked(app: &App) -> usize {
    app.with(|data| data.asked.insert("table".to_owned(), 0)).unwrap_or_default()
}

/// One of the three pages of a list, with those rows; each is a class, a name and an address.
fn written(app: &App, name: &'static str, rows: &[(&str, &str, &str)], next: Option<&str>, more: &str) {
    let rows: Vec<String> = rows
        .iter()
        .map(|(class, name, email)| format!("<tr class='{class}'><td>{name}<td>{email}<td>Active</tr>"))
        .collect();
    let next = next.map(|next| format!("<a role=button href='{next}'>Next</a>")).unwrap_or_default();
    let style = "<style>.gone { display: none } .late { display: none }</style>";
    let body = format!(
        "{style}<p id=total>5 members</p><table><tr><th>Name<th>Email<th>Status</tr>{}</table>{next}{more}",
        rows.concat()
    );
    app.with(|data| data.pages.insert(name, body));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_lead_to_each_other_by_links_are_fetched_and_not_loaded() {
    let mut app = App::start().await;
    let done = app.list(&view("/table?n=295&size=10", "")).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 295));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(295));
    assert_eq!(steps(&done, "go to page"), Vec::<String>::new());
    assert_eq!(steps(&done, "read page 1 of"), ["read page 1 of view `users`: 10 rows"]);
    // Loaded, and fetched to be compared; fetched once each; the first once more at the end. None that is not there.
    assert_eq!(asked(&app), 30 + 2);

    let clicked = app.list(&view("/table?n=295&size=10", ", read_ahead: false")).await;
    assert_eq!(steps(&clicked, "go to page").len(), 29);
    assert_eq!(asked(&app), 30 + 1);
    assert_eq!(clicked.result.items, done.result.items);
    let commands = |done: &Done| ok(done).times.commands;
    assert!(commands(&done) * 3 < commands(&clicked), "{} and {}", commands(&done), commands(&clicked));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_changes_while_it_is_fetched_is_read_again() {
    let mut app = App::start().await;
    let done = app.list(&view("/table?n=50&size=10&leaves=4", "")).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 49));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(49));
    assert!(steps(&done, "goto /table").len() > 1, "{:#?}", done.trace.steps);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_a_script_changes_is_read_as_it_is_shown() {
    let mut app = App::start().await;
    let script = "<script>for (const cell of document.querySelectorAll('td:first-child')) cell.textContent = 'Dr ' + cell.textContent</script>";
    written(&app, "one", &[("", "A", "a@x.org"), ("", "B", "b@x.org")], Some("two"), script);
    written(&app, "two", &[("", "C", "c@x.org"), ("", "D", "d@x.org")], Some("three"), script);
    written(&app, "three", &[("", "E", "e@x.org")], None, script);
    let done = app.list(&view("/page/one", "")).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 5));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "name"), ["Dr A", "Dr B", "Dr C", "Dr D", "Dr E"]);
    let told = steps(&done, "read view `users` ahead");
    assert_eq!(
        told,
        ["read view `users` ahead: 0 rows, no further: the page shows other rows than its address answers"]
    );
    // Known from then on.
    let again = app.list(&view("/page/one", "")).await;
    assert_eq!(steps(&again, "read view `users` ahead"), Vec::<String>::new());
    assert_eq!(again.result.items, done.result.items);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_page_has_shown_before_is_drawn() {
    let mut app = App::start().await;
    // Both hidden rows are no entries. The first kind of them stands on the first page, the other only on the second.
    let hidden = ("gone", "X", "x@x.org");
    written(&app, "one", &[("", "A", "a@x.org"), hidden, ("", "B", "b@x.org")], Some("two"), "");
    written(&app, "two", &[("", "C", "c@x.org"), ("late", "Y", "y@x.org"), ("", "D", "d@x.org")], Some("three"), "");
    written(&app, "three", &[("", "E", "e@x.org"), hidden], None, "");
    let done = app.list(&view("/page/one", "")).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 5));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "name"), ["A", "B", "C", "D", "E"]);
    let told = steps(&done, "read view `users` ahead");
    assert_eq!(told, ["read view `users` ahead: 0 rows, no further: <tr class=late> is new there"]);
    assert_eq!(steps(&done, "goto /page/two").len(), 1, "{:#?}", done.trace.steps);
    assert_eq!(steps(&done, "read page 3").len(), 1);
    assert_eq!(steps(&done, "go to page"), Vec::<String>::new());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_answers_with_another_page_is_loaded_and_said_to_be_that() {
    let mut app = App::start().await;
    written(&app, "one", &[("", "A", "a@x.org"), ("", "B", "b@x.org")], Some("two"), "");
    app.with(|data| data.pages.insert("two", "<form><input name=n> <button>Sign in</button></form>".to_owned()));
    let (kind, _) = refused(&app.list(&view("/page/one", "")).await);
    assert_eq!(kind, ErrorKind::SessionExpired);

    // Where a control is no plain link to a page of the app, it is clicked.
    let elsewhere = app.list(&view("/lists/app.html?n=30&pages=10", "")).await;
    assert_eq!(proof(&elsewhere), (Some(true), Some(Proof::Total), 30));
    assert_eq!(steps(&elsewhere, "read view `users` ahead").len(), 1);
    assert_eq!(steps(&elsewhere, "go to page").len(), 2);
    app.stop().await;
}
