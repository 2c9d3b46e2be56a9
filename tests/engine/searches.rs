//! Searches that prove who is not there: lists that begin at the key, and rows that are still those from before. The app
//! counts how often it was asked.

use crate::lists::{App, Parts};
use idlcm::contract::{ErrorKind, JobError};
use idlcm::engine::Done;
use serde_json::json;

fn view(search: &str) -> String {
    format!(
        "  users:
    open: [{{goto: /people}}]
    screen: list
    rows: {{role: row, has: {{role: cell}}}}
    key: email
    empty: list.none
    pages: {{next: list.next, max: 50}}
    search: {search}
    fields: {{email: {{column: Email}}}}
"
    )
}

async fn get(app: &mut App, views: &str, who: &str) -> (Done, usize) {
    app.with(|data| data.asked.clear());
    let user = json!({"user": {"email": format!("{who}@example.org")}});
    let done = app.run(&Parts { views, ..Parts::default() }, "users.get", user).await;
    (done, app.with(|data| data.asked.get("people").copied().unwrap_or_default()))
}

fn refused(done: &Done) -> JobError {
    done.result.error.clone().unwrap_or_else(|| panic!("{:#?}", done.result.subject))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sorted_list_that_begins_behind_somebody_proves_that_nobody_is_there() {
    let mut app = App::start().await;
    app.with(|data| data.people = (100..220).map(|at| format!("u{at}@example.org")).collect());
    let sorted = "{goto: \"/people?from={{ user.email }}\", sorted_by: email, empty: list.none}";
    let views = view(sorted);
    for (who, there) in [("u150", true), ("u219", true), ("u150a", false), ("a", false), ("z", false)] {
        let (done, asked) = get(&mut app, &views, who).await;
        assert_eq!(asked, 1, "{who}: one page of twelve");
        if there {
            assert_eq!(done.result.subject.as_ref().unwrap().key, format!("{who}@example.org"));
        } else {
            assert_eq!(refused(&done).kind, ErrorKind::NotFound);
        }
    }
    // An app that does not begin there proves nothing, and the whole list decides.
    let blind = view(&sorted.replace("?from", "?blind&from"));
    let (done, asked) = get(&mut app, &blind, "u205").await;
    assert!(done.result.subject.is_some() && asked > 10, "{asked}");
    let (done, asked) = get(&mut app, &blind, "u205a").await;
    assert!(refused(&done).kind == ErrorKind::NotFound && asked > 10, "{asked}");
    // Nor does a list that is not sorted, whatever its first row is.
    app.with(|data| {
        data.people.reverse();
        data.people.push("a@example.org".to_owned());
    });
    let (done, _) = get(&mut app, &blind, "a").await;
    assert!(done.result.subject.is_some(), "{:?}", done.result.error);
    let (done, asked) = get(&mut app, &blind, "b").await;
    assert!(refused(&done).kind == ErrorKind::NotFound && asked > 10, "{asked}");
    app.stop().await;
}

/// A box whose list follows a good second later, by something that is no timer: what is shown until then is what was there.
const LATE: &str = "<style>@keyframes idle { to { opacity: .99 } } .idle { animation: idle 1.2s }</style>
  <label>Find <input id=sought></label><p id=total></p><p id=none hidden>Nobody here</p><table><tr><th>Email</tr></table><script>
  const everybody = Array.from({ length: 200 }, (_, at) => `u${at}@example.org`);
  const show = (found) => {
    document.querySelectorAll('td').forEach((cell) => cell.parentElement.remove());
    const shown = found.slice(0, 10);
    for (const who of shown) document.querySelector('table').insertAdjacentHTML('beforeend', `<tr><td>${who}</tr>`);
    total.textContent = `${shown.length} members`;
    none.hidden = shown.length > 0;
  };
  show(everybody);
  sought.oninput = () => { sought.className = 'idle'; };
  sought.onanimationend = () => show(everybody.filter((who) => who.includes(sought.value)));
</script>";

#[tokio::test(flavor = "multi_thread")]
async fn rows_from_before_a_search_are_not_taken_for_its_result() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert("late", LATE.into());
    });
    let total = "total: {from: list.total, regex: \"([0-9]+) members\"}";
    let search = |settled: &str| {
        let search = format!("{{into: {{label: Find}}, value: \"{{{{ user.email }}}}\", settled: {settled}, {total}}}");
        view(&search)
            .replace("/people", "/page/late")
            .replace("pages: {next: list.next, max: 50}", "complete: single_page")
    };
    let settled = search("{every_row: {contains: \"{{ user.email }}\"}}");
    let (done, _) = get(&mut app, &settled, "u150").await;
    assert_eq!(
        done.result.subject.as_ref().map(|user| user.key.as_str()),
        Some("u150@example.org"),
        "{:?}",
        done.result.error
    );
    let (done, _) = get(&mut app, &settled, "nobody").await;
    assert_eq!(refused(&done).kind, ErrorKind::NotFound);
    // What every row must have and none ever has is told, with a row that has not.
    let wrong = search("{all: [{visible: list.heading}, {every_row: {contains: \"<{{ user.email }}>\"}}]}");
    let (done, _) = get(&mut app, &wrong, "u150").await;
    let error = refused(&done);
    assert!(error.message.contains("one reads \"u150@example.org\""), "{error:?}");
    app.stop().await;
}
