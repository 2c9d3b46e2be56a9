//! Dialogs that do not say whom they are about: a commit in one counts only if the act in the subject's own row opened it.
//! Whom it hit, the app says.

use crate::lists::{App, Parts};
use idlcm::contract::{Effect, ErrorKind, Outcome};
use idlcm::engine::Done;
use serde_json::json;

/// Three users; who was switched off is in the group `g0`. `MORE` is what the page does besides.
const STAFF: &str = "<table></table><button id=all>Everybody</button>
  <div role=menu id=menu hidden><button role=menuitem id=off>Switch off</button></div>
  <dialog id=ask><h2>Type DELETE to confirm</h2><label>Word <input id=word></label><button id=go>Confirm</button></dialog>
  <p role=status id=said></p><script>
  let current = null;
  const open = (who) => { current = who; if (!ask.open) ask.show(); };
  const show = async () => {
    const off = await (await fetch('/groups/g0')).text();
    const rows = [0, 1, 2].map((at) => `u${at}@example.org`).map((who) =>
      `<tr><td>${who}<td>${off.includes(who) ? 'Deactivated' : 'Active'}<td><button data-who=${who}>Delete</button><button data-more=${who}>More</button></tr>`);
    document.querySelector('table').innerHTML = `<tr><th>Email<th>Status<th></tr>${rows.join('')}`;
    for (const button of document.querySelectorAll('[data-who]')) button.onclick = () => open(button.dataset.who);
    for (const button of document.querySelectorAll('[data-more]')) button.onclick = () => { current = button.dataset.more; menu.hidden = false; };
  };
  off.onclick = () => { menu.hidden = true; open(current); };
  all.onclick = () => open('u0@example.org');
  go.onclick = async () => {
    await fetch('/groups/g0', { method: 'post', body: new URLSearchParams({ who: current }) });
    ask.close();
    said.textContent = 'Done';
  };
  show();
  MORE
</script>";

const VIEW: &str = "  users:
    open: [{goto: /page/staff}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
    complete: single_page
    fields: {email: {column: Email}, status: {column: Status, map: status}}
";
const SCREEN: &str = "  ask:
    recognise: {visible: [ask.word]}
    elements: {word: {label: Word}, go: {role: button, name: Confirm}}
  staff:
    recognise: {visible: [staff.all]}
    elements: {all: {role: button, name: Everybody}, off: {role: menuitem, name: Switch off}}";

/// Disables Ada (`u1`) by these acts in her row, in a page that does `more` besides.
async fn disable(acts: &str, more: &str) -> (Done, Vec<&'static str>) {
    let mut app = App::start().await;
    app.with(|data| {
        data.groups = vec![("Off", vec![])];
        data.pages.insert("staff", STAFF.replace("MORE", more));
    });
    let actions = format!(
        "  users.disable:
    goal: {{exists: true, set: {{status: disabled}}}}
    steps:
      - row: {{view: users, by: email, do: [{acts}]}}
      - expect: {{visible: ask.word, opened_by: row}}
      - fill: {{into: ask.word, value: DELETE}}
      - {{click: ask.go, commit: true}}
    outcomes: [{{when: {{visible: {{role: status}}, text: Done}}, is: done}}]"
    );
    let parts = Parts { views: VIEW, screens: SCREEN, actions: &actions, ..Parts::default() };
    let done = app.run(&parts, "users.disable", json!({"user": {"email": "u1@example.org"}})).await;
    let off = app.with(|data| data.groups[0].1.clone());
    app.stop().await;
    (done, off)
}

const DELETE: &str = "{click: {role: button, name: Delete}}";

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_that_the_act_in_the_row_opened_is_about_that_row() {
    for acts in [DELETE, "{click: {role: button, name: More}}, {click: staff.off}"] {
        let (done, off) = disable(acts, "").await;
        assert_eq!((done.result.outcome, done.result.effect), (Outcome::Succeeded, Effect::Applied));
        assert_eq!(off, ["u1@example.org"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_other_dialog_is_left_alone() {
    for (acts, more) in [
        // It was open already, about somebody else.
        (DELETE, "open = () => {}; current = 'u0@example.org'; ask.show();"),
        // Something else than the row opened it.
        ("{click: {role: button, name: More}}, {click: staff.all}", ""),
        // It was closed, and came again about somebody else.
        (
            DELETE,
            "word.oninput = () => { ask.close(); setTimeout(() => { open('u0@example.org'); word.value = 'DELETE'; }, 50); };",
        ),
    ] {
        let (done, off) = disable(
            acts,
            &more.replace(
                "open = () => {};",
                "document.querySelector('table').addEventListener('click', (event) => event.stopPropagation(), true);",
            ),
        )
        .await;
        let error = done.result.error.clone().unwrap();
        assert_eq!(error.kind, ErrorKind::SubjectMismatch, "{error:?}");
        assert_eq!(done.result.effect, Effect::None);
        assert!(off.is_empty(), "{off:?}");
    }
}
