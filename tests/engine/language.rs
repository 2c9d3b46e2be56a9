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
