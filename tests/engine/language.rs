//! What recipes can say about apps that show, name or arrange things in their own way; each said of a small page.

use crate::lists::{App, Parts, texts};
use crate::views::{ok, proof, refused, warned};
use idlcm::contract::{Effect, ErrorKind, Proof};
use serde_json::json;

/// A page that keeps who is added to it, and calls a missing role one thing in its table and another in its form.
const ROLES_PAGE: &str = "<form onsubmit=add()><label>Email <input id=email></label>
  <label>Role <select id=role><option>Owner<option>— No role —</select></label><button>Save</button></form><table></table>
<script>
  const kept = () => JSON.parse(localStorage.people ?? '[]');
  const add = () => { localStorage.people = JSON.stringify([...kept(), [email.value, role.value]]); };
  document.querySelector('table').innerHTML = '<tr><th>Email<th>Role</tr>' +
    kept().map(([who, what]) => `<tr><td>${who}<td>${what.replace('— No role —', 'None')}</tr>`).join('');
</script>";

#[tokio::test(flavor = "multi_thread")]
async fn a_label_may_be_read_in_other_words_than_it_is_written() {
    let mut app = App::start().await;
    app.with(|data| data.pages.insert("roles", ROLES_PAGE.to_owned()));
    let views = "  users:
    open: [{goto: /page/roles}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
    complete: single_page
    empty: {role: table}
    fields: {email: {column: Email}, role: {column: Role, map: role}}
";
    let parts = Parts {
        user_fields: "      role: {type: enum, write: [create], labels: {owner: Owner, none: {read: None, write: \"— No role —\"}}}",
        views,
        actions: "  users.list: {view: users}
  users.create:
    steps:
      - goto: /page/roles
      - fill: {into: {label: Email}, value: \"{{ user.email }}\"}
      - choose: {in: {label: Role}, option: \"{{ user.role | label }}\"}
      - {click: {role: button, name: Save}, commit: true}
    outcomes: [{when: {visible: {text: \"{{ user.email }}\"}}, is: done}]",
        ..Parts::default()
    };
    for (who, role) in [("ada@example.org", "none"), ("bob@example.org", "owner")] {
        let done = app.run(&parts, "users.create", json!({"user": {"email": who, "role": role}})).await;
        assert_eq!(done.result.effect, Effect::Applied, "{:?}", done.result.error);
        assert_eq!(ok(&done).subject.as_ref().unwrap().fields["role"], role);
    }
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "role"), ["none", "owner"]);
    // A form shows what was chosen in it.
    app.with(|data| data.pages.insert("form", "<table><tr><th>Email<th>Role</tr><tr><td>eve@example.org<td><select><option>— No role —</select></tr></table>".to_owned()));
    let views = views.replace("/page/roles", "/page/form").replace("{column: Role,", "{css: select, read: value,");
    let done = app.run(&Parts { views: &views, ..parts }, "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "role"), ["none"]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_text_is_not_narrows_locators_and_makes_conditions_and_names_may_be_capitalised() {
    let mut app = App::start().await;
    app.with(|data| {
        let row = |kind: &str, who: &str, name: &str, role: &str| {
            format!("<tr {kind}><td>{who}@example.org<td>{name}<td><a href=#d title=del>Delete</a> <a href=#r title={role}>{role}</a></tr>")
        };
        let rows = row("", "ada", "ADA de-LOVELACE", "owner")
            + &row("class='row system'", "robot", "x", "x")
            + &row("class=row", "bob", "bob", "guest");
        let late = "<p id=state>Loading…</p><script>setTimeout(() => { document.querySelector('#state').textContent = 'Done'; document.querySelector('table').hidden = false; }, 400)</script>";
        data.pages.insert("kinds", format!("<table hidden><tr><th>Email<th>Name<th></tr>{rows}</table>{late}"));
    });
    let views = "  users:
    open: [{goto: /page/kinds}, {wait_for: {visible: {css: \"#state\"}, text: {not: {prefix: loading, ignore_case: true}}}}]
    screen: list
    rows: {role: row, has: {role: cell}, where: {class: {not: {any: [{suffix: System}, advert], ignore_case: true}}}}
    key: email
    complete: single_page
    fields:
      email: {column: Email}
      name: {column: Name, filters: [title]}
      phone: {role: link, name: {not: Delete}, attr: title}
      tags: {each: {css: td, has_text: {not: {contains: Delete}}}, filters: [capitalize]}
";
    let done = app.list(views).await;
    let items = serde_json::to_value(ok(&done).items.as_ref().unwrap()).unwrap();
    assert_eq!(
        items,
        json!([
            {"email": "ada@example.org", "name": "Ada De-Lovelace", "phone": "owner", "tags": ["Ada@example.org", "Ada de-lovelace"]},
            {"email": "bob@example.org", "name": "Bob", "phone": "guest", "tags": ["Bob@example.org", "Bob"]},
        ])
    );
    // A key that the view writes with a capital is found by the job's own.
    let views = views.replace("{column: Email}", "{column: Email, filters: [capitalize]}");
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "bob@example.org"}})).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["name"], "Bob");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_row_itself_and_what_follows_it_are_read_and_acted_in() {
    let mut app = App::start().await;
    app.with(|data| {
        let row = |who: &str, state: &str| format!("<tr class=person data-id={who}@example.org data-state={state}><td>{who}</tr>");
        let more = |note: &str| format!("<tr class=more><td><i>{note}</i> <button onclick=\"forget(this.closest('tr').previousElementSibling)\">Forget</button></tr>");
        let rows = row("ada", "on") + &more("mother of all") + &row("bob", "off") + &row("eve", "on") + &more("listens");
        let kept = "<script>
          const forget = (row) => { localStorage[row.dataset.id] = 'gone'; row.nextElementSibling.remove(); row.remove(); };
          for (const row of document.querySelectorAll('.person')) if (localStorage[row.dataset.id]) forget(row);
        </script>";
        data.pages.insert("pairs", format!("<table><tr><th>Name</tr>{rows}</table>{kept}"));
    });
    let views = "  users:
    open: [{goto: /page/pairs}]
    screen: list
    rows: {css: .person}
    key: email
    complete: single_page
    fields:
      email: {self: true, attr: data-id}
      name: {column: Name}
      status: {present: {self: true, where: {data-state: \"off\"}}, then: disabled, else: active}
      phone: {css: i, within: {sibling: 1}, optional: true}
      tags: {each: {self: true}}
";
    let parts = Parts {
        views,
        actions: "  users.list: {view: users}
  users.delete:
    verify: {deadline: 3s}
    steps:
      - row: {view: users, by: email, do: [{expect: {visible: {self: true, where: {data-state: \"on\"}}}}, {click: {role: button, within: {sibling: 1}}, commit: true}]}
    outcomes: [{when: {gone: {css: \".person[data-id^=eve]\"}}, is: done}]",
        ..Parts::default()
    };
    let done = app.run(&parts, "users.list", json!({})).await;
    let items = serde_json::to_value(ok(&done).items.as_ref().unwrap()).unwrap();
    assert_eq!(
        items,
        json!([
            {"email": "ada@example.org", "name": "ada", "status": "active", "phone": "mother of all", "tags": ["ada"]},
            // The row after his is another person's, and not his second line.
            {"email": "bob@example.org", "name": "bob", "status": "disabled", "phone": null, "tags": ["bob"]},
            {"email": "eve@example.org", "name": "eve", "status": "active", "phone": "listens", "tags": ["eve"]},
        ])
    );
    let done = app.run(&parts, "users.delete", json!({"user": {"email": "eve@example.org"}})).await;
    assert_eq!(done.result.effect, Effect::Applied, "{:?}", done.result.error);
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "name"), ["ada", "bob"]);
    let done = app.run(&parts, "users.delete", json!({"user": {"email": "bob@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::UnexpectedPage);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_entries_may_be_an_attribute_and_count_the_headers() {
    let mut app = App::start().await;
    let page = |count: &str, who: &[&str]| {
        let rows: Vec<String> = who.iter().map(|who| format!("<tr><td>{who}@example.org</tr>")).collect();
        format!("<table role=grid {count}><tr><th>Email</tr>{}</table>", rows.concat())
    };
    app.with(|data| {
        data.pages.insert("two", page("aria-rowcount=3", &["ada", "bob"]));
        data.pages.insert("none", page("aria-rowcount=0", &[]));
        data.pages.insert("more", page("aria-rowcount=9", &["ada", "bob"]));
        data.pages.insert("unknown", page("aria-rowcount=-1", &["ada"]));
        data.pages.insert("bare", page("", &["ada"]));
    });
    let view = |page: &str| {
        format!(
            "  users:
    open: [{{goto: /page/{page}}}]
    screen: list
    rows: {{role: row, has: {{role: gridcell}}}}
    key: email
    total: {{from: {{role: grid}}, attr: aria-rowcount, less: 1}}
    fields: {{email: {{column: Email}}}}
"
        )
    };
    assert_eq!(proof(&app.list(&view("two")).await), (Some(true), Some(Proof::Total), 2));
    assert_eq!(proof(&app.list(&view("none")).await), (Some(true), Some(Proof::Total), 0));
    let done = app.list(&view("more")).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 2));
    assert!(warned(&done, "list_incomplete").contains("states 8 entries and 2 were read"));
    let (kind, message) = refused(&app.list(&view("unknown")).await);
    assert_eq!(kind, ErrorKind::UnexpectedPage);
    assert!(message.contains("the number of entries reads `-1`"), "{message}");
    assert_eq!(proof(&app.list(&view("bare")).await), (Some(false), Some(Proof::None), 1));
    app.stop().await;
}
