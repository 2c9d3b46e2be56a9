//! What recipes can say about apps that show, name or arrange things in their own way; each said of a small page.

use crate::lists::{App, Parts, texts};
use crate::views::ok;
use idlcm::contract::Effect;
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
