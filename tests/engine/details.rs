//! Rows with pages of their own: how they are reached, what that costs, and what goes out when there is no time for all.
//! What comes out is compared with what the app was made from.

use crate::lists::{App, Parts, texts};
use idlcm::contract::{ErrorKind, Outcome, Proof};
use idlcm::engine::Done;
use serde_json::json;

/// A view of the users on that page, with such pages of its rows.
fn view(path: &str, detail: &str) -> String {
    format!(
        "  users:
    open: [{{goto: \"{path}\"}}]
    screen: list
    rows: {{role: row, has: {{role: cell}}}}
    key: email
    complete: single_page
    fields: {{email: {{column: Email, filters: [lower]}}}}
    detail: {{{detail}, fields: {{phone: {{css: \"#phone\"}}}}}}
"
    )
}

/// What the pages of the rows cost, from the first on.
fn cost(done: &Done) -> u64 {
    let list = done.trace.steps.iter().position(|step| step.does.starts_with("read page 1")).unwrap();
    done.trace.steps[list + 1..].iter().map(|step| step.commands).sum()
}

fn phones(n: usize) -> Vec<String> {
    (0..n).map(|at| format!("+49 {at}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_address_is_in_the_row_is_loaded_and_read() {
    let mut app = App::start().await;
    let asked = json!({"options": {"fields": ["email", "phone"]}});
    let linked = view("/table?n=8", "link: {role: link, name: Open}, screen: person");
    let done = app.run(&Parts { views: &linked, ..Parts::default() }, "users.list", asked.clone()).await;
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "phone"), phones(8));
    assert_eq!(done.result.complete, Some(true));
    assert_eq!(cost(&done), 16, "one command to go there, one to read");
    assert_eq!(app.with(|data| data.asked["table"]), 1, "the list is read once");
    // One user.
    let one = json!({"user": {"email": "u5@example.org"}, "options": {"fields": ["phone"]}});
    let done = app.run(&Parts { views: &linked, ..Parts::default() }, "users.get", one).await;
    assert_eq!(done.result.subject.as_ref().unwrap().fields["phone"], "+49 5");
    assert_eq!(cost(&done), 2);
    // The same by clicking in the row.
    let clicked = view("/table?n=8", "open: [{click: {role: link, name: Open}}], in_row: true, screen: person");
    let done = app.run(&Parts { views: &clicked, ..Parts::default() }, "users.list", asked).await;
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "phone"), phones(8));
    println!("clicked: {} commands", cost(&done));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_without_a_link_fails_only_who_asks_for_its_page() {
    let mut app = App::start().await;
    app.with(|data| {
        let page = "<table><tr><th>Email<th></tr><tr><td>u0@example.org<td><a href=/person/0>Open</a></tr>
          <tr><td>u1@example.org<td></tr><tr><td>u2@example.org<td><a href=https://elsewhere.example/2>Open</a></tr></table>";
        data.pages.insert("people", page.into());
    });
    let views = view("/page/people", "link: {role: link, name: Open}, screen: person");
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(done.result.items.as_ref().unwrap().len(), 3);
    for (who, kind, says) in [
        ("u1", ErrorKind::ElementMissing, "`u1@example.org` has no link"),
        ("u2", ErrorKind::OriginBlocked, "elsewhere.example"),
    ] {
        let one = json!({"user": {"email": format!("{who}@example.org")}, "options": {"fields": ["phone"]}});
        let error = app.run(&parts, "users.get", one).await.result.error.unwrap();
        assert_eq!(error.kind, kind);
        assert!(error.message.contains(says), "{error:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_the_row_before_is_not_read_where_addresses_differ_behind_the_hash() {
    let mut app = App::start().await;
    app.with(|data| {
        let rows = (0..4).map(|at| format!("<tr><td>u{at}@example.org<td><a href='#/u/{at}'>Open</a></tr>"));
        let rows: String = rows.collect();
        data.pages.insert(
            "spa",
            format!(
                "<div id=app><table><tr><th>Email<th></tr>{rows}</table></div><script>
                  const show = () => {{
                    const at = location.hash.slice(4);
                    if (at) setTimeout(() => {{ app.innerHTML = `<h2>Person</h2><p id=phone>+49 ${{at}}</p>`; }}, 150);
                  }};
                  addEventListener('hashchange', show);
                  show();
                </script>"
            ),
        );
    });
    let views = view("/page/spa", "link: {role: link, name: Open}, screen: person");
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "phone"]}})).await;
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "phone"), phones(4));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_when_the_time_ends_goes_out() {
    let mut app = App::start().await;
    app.with(|data| {
        let row =
            |(at, page): (usize, &str)| format!("<tr><td>u{at}@example.org<td><a href=/page/{page}>Open</a></tr>");
        let pages = ["quick", "quick", "quick", "quick", "quick", "never"];
        let rows: String = pages.into_iter().enumerate().map(row).collect();
        data.pages.insert("people", format!("<table><tr><th>Email<th></tr>{rows}</table>"));
        data.pages.insert("quick", "<h2>Person</h2><p id=phone>49</p>".into());
        data.pages.insert("never", "<h2>Wait</h2>".into());
    });
    let views = view("/page/people", "link: {role: link, name: Open}, screen: person");
    let parts = Parts { views: &views, action_time: "10s", page_time: "10s", ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "phone"]}})).await;
    assert_eq!(done.result.outcome, Outcome::Succeeded, "{:?}", done.result.error);
    assert_eq!((done.result.complete, done.result.proof), (Some(false), Some(Proof::None)));
    let items = done.result.items.as_ref().unwrap();
    assert_eq!(texts(items, "phone"), ["49", "49", "49", "49", "49", ""]);
    let told = done.result.warnings.iter().find(|warning| warning.code == "list_incomplete").unwrap();
    assert!(told.message.contains("5 of 6 rows"), "{told:?}");
    app.stop().await;
}
