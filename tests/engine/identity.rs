//! Who is the same person: keys and values are compared as a person reads them, and a key that is still to come is waited
//! for. What comes out is compared with what the pages were made from.

#![allow(clippy::format_collect, reason = "small pages")]

use crate::lists::{App, Parts};
use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome, Proof};
use idlcm::engine::Done;
use serde_json::{Value, json};

const VIEWS: &str = "  users:
    open: [{goto: \"/page/PAGE\"}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
PROOF
    fields:
      name: {column: Name}
      email: {column: Email}
      status: {column: Status, map: status}
";

const TOTAL: &str = "    total: {from: list.total, regex: \"([0-9]+) members\"}";

const ACTIONS: &str = "  users.list: {view: users}
  users.create:
    steps:
      - goto: /page/new
      - {fill: {into: {label: Email}, value: \"{{ user.email }}\"}}
      - {fill: {into: {label: Name}, value: \"{{ user.name }}\"}}
      - {click: {role: button, name: Save}, commit: true}
    outcomes: [{when: {screen: list}, is: done}]
  users.disable:
    steps:
      - row: {view: users, by: email, do: [{expect: {visible: {css: .email}, text: \"{{ user.email }}\"}}, {click: {role: button, name: Disable}, commit: true}]}
    outcomes: [{when: {visible: {text: Done}}, is: done}]
";

/// A table of members, each a name and an e-mail address. What is switched off stays so while the browser lives.
fn table(members: &[(&str, &str)]) -> String {
    let rows: String = members
        .iter()
        .map(|(name, email)| {
            format!(
                "<tr><td>{name}</td><td class=email>{email}</td><td class=status>Active</td><td><button>Disable</button></td></tr>"
            )
        })
        .collect();
    format!(
        "<p id=total>{} members</p><table><tr><th>Name<th>Email<th>Status<th></tr>{rows}</table><p id=said></p>
<script>
for (const [at, row] of [...document.querySelectorAll('tr')].slice(1).entries()) {{
  const show = () => {{ if (sessionStorage[`off ${{at}}`]) row.querySelector('.status').textContent = 'Deactivated'; }};
  row.querySelector('button').addEventListener('click', () => {{ sessionStorage[`off ${{at}}`] = 1; show(); said.textContent = 'Done'; }});
  show();
}}
</script>",
        members.len()
    )
}

/// A page that shows something in place of the key of its last row, for so many milliseconds; for good without a number.
fn late(placeholder: &str, delay: Option<u32>) -> String {
    let reveal = delay.map_or(String::new(), |delay| {
        format!("<script>setTimeout(() => {{ late.textContent = 'eve@x.example'; }}, {delay});</script>")
    });
    format!(
        "<p id=total>2 members</p><table><tr><th>Name<th>Email<th>Status</tr>
<tr><td>Ada<td>ada@x.example<td>Active</tr><tr><td>Eve<td id=late>{placeholder}<td>Active</tr></table>{reveal}"
    )
}

async fn run(app: &mut App, page: &str, proof: &str, action: &str, more: Value) -> Done {
    let views = VIEWS.replace("PAGE", page).replace("PROOF", proof);
    app.run(&Parts { views: &views, actions: ACTIONS, ..Parts::default() }, action, more).await
}

async fn get(app: &mut App, page: &str, email: &str) -> Done {
    run(app, page, TOTAL, "users.get", json!({"user": {"email": email}})).await
}

fn kind(done: &Done) -> Option<ErrorKind> {
    done.result.error.as_ref().map(|error| error.kind)
}

fn warned(result: &JobResult, code: &str) -> String {
    let found = result.warnings.iter().find(|warning| warning.code == code);
    found.unwrap_or_else(|| panic!("no {code}: {:#?}", result.warnings)).message.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_found_in_whatever_form_the_app_shows_it() {
    let mut app = App::start().await;
    let members = [
        ("Ada", "ada\u{200b}@x.example"),
        ("Bob", "bo&shy;b@x.example"),
        ("Cyd", "\u{2068}cyd\u{2069}@x.example"),
        ("Eve", "EVE@X.example"),
        ("Zoe", "zoe\u{308}@x.example"),
        ("Fay", "&nbsp;fay@x.example&#xfe0f;"),
    ];
    app.with(|data| data.pages.insert("odd", table(&members)));
    for (name, email) in [
        ("Ada", "ada@x.example"),
        ("Bob", "bob@x.example"),
        ("Cyd", "cyd@x.example"),
        ("Eve", "eve@x.example"),
        ("Zoe", "zo\u{eb}@x.example"),
        ("Fay", "Fay@x.example"),
    ] {
        let done = get(&mut app, "odd", email).await;
        assert_eq!(kind(&done), None, "{email}");
        assert_eq!(done.result.subject.unwrap().fields["name"], name);
        let disabled = run(&mut app, "odd", TOTAL, "users.disable", json!({"user": {"email": email}})).await;
        assert_eq!((disabled.result.outcome, disabled.result.effect), (Outcome::Succeeded, Effect::Applied), "{email}");
        assert_eq!(disabled.result.subject.unwrap().fields["name"], name);
    }
    let list = run(&mut app, "odd", TOTAL, "users.list", json!({})).await;
    assert_eq!((list.result.complete, list.result.proof), (Some(true), Some(Proof::Total)));
    assert_eq!(kind(&get(&mut app, "odd", "ad@x.example").await), Some(ErrorKind::NotFound));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_as_keys_are_compared_as_they_are_read_and_case_counts() {
    let mut app = App::start().await;
    let roles = "<ul><li>Re\u{301}ne&nbsp;&#x2009;Noir<li>Master<li>master</ul>";
    app.with(|data| data.pages.insert("roles", roles.to_owned()));
    let resources = "  roles: {key: name, fields: {name: {type: string}}}\n";
    let views = format!(
        "{}  roles:\n    open: [{{goto: /page/roles}}]\n    screen: list\n    rows: {{role: listitem}}\n    key: name\n    complete: single_page\n    fields: {{name: {{css: \":scope\"}}}}\n",
        VIEWS.replace("PAGE", "roles").replace("PROOF", TOTAL)
    );
    let actions = "  users.list: {view: users}\n  roles.list: {view: roles}\n";
    let parts = Parts { resources, views: &views, actions, ..Parts::default() };
    for (name, shown) in [("R\u{e9}ne Noir", "Re\u{301}ne Noir"), ("Master", "Master"), ("master", "master")] {
        let done = app.run(&parts, "roles.get", json!({"role": {"name": name}})).await;
        assert_eq!(kind(&done), None, "{name}");
        assert_eq!(done.result.subject.unwrap().key, shown);
    }
    let any =
        Parts { resources: "  roles: {key: name, fields: {name: {type: string, case_sensitive: false}}}\n", ..parts };
    let done = app.run(&any, "roles.get", json!({"role": {"name": "master"}})).await;
    assert_eq!(kind(&done), Some(ErrorKind::AmbiguousMatch));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_rows_that_read_the_same_are_ambiguous() {
    let mut app = App::start().await;
    let members = [("One", "ada@x.example"), ("Two", "a\u{200b}da@x.example"), ("Three", "eve@x.example")];
    app.with(|data| data.pages.insert("twins", table(&members)));
    assert_eq!(kind(&get(&mut app, "twins", "ada@x.example").await), Some(ErrorKind::AmbiguousMatch));
    let disable = run(&mut app, "twins", TOTAL, "users.disable", json!({"user": {"email": "ada@x.example"}})).await;
    assert_eq!((kind(&disable), disable.result.effect), (Some(ErrorKind::AmbiguousMatch), Effect::None));
    assert_eq!(kind(&get(&mut app, "twins", "eve@x.example").await), None);
    let list = run(&mut app, "twins", TOTAL, "users.list", json!({})).await.result;
    assert_eq!((list.complete, list.proof), (Some(false), Some(Proof::None)));
    assert!(warned(&list, "same_key").contains("`a<U+200B>da@x.example`"), "{:?}", list.warnings);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_with_something_invisible_in_it_is_refused_by_its_name_before_a_browser_starts() {
    let mut app = App::start().await;
    for (more, place, name) in [
        (json!({"user": {"email": "ada@x.example\u{200b}"}}), "`user.email`", "U+200B ZERO WIDTH SPACE"),
        (json!({"user": {"email": "\u{202e}ada@x.example"}}), "`user.email`", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (json!({"user": {"name": "Ada"}, "match": "a\u{ad}da@x.example"}), "`match`", "U+00AD SOFT HYPHEN"),
    ] {
        let done = run(&mut app, "none", TOTAL, "users.get", more).await;
        assert_eq!((kind(&done), done.result.times.commands), (Some(ErrorKind::InvalidAttribute), 0));
        let message = done.result.error.unwrap().message;
        assert!(message.contains(place) && message.contains(name), "{message}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_app_stores_in_other_letters_is_as_wished_and_told() {
    let mut app = App::start().await;
    let members = [("Zoe\u{308} A", "zoe@x.example"), ("Ada&nbsp;Byron", "ada@x.example"), ("Eve B", "Eve@x.example")];
    app.with(|data| data.pages.insert("stored", table(&members)));
    for (name, email, told) in [
        ("Zo\u{eb} A", "zoe@x.example", "the app stores `name` as `Zoe<U+0308> A`, the job says `Zo\u{eb} A`"),
        ("Ada Byron", "ada@x.example", "the app stores `name` as `Ada<U+00A0>Byron`, the job says `Ada Byron`"),
        ("Eve B", "eve@x.example", "the app stores `email` as `Eve@x.example`, the job says `eve@x.example`"),
    ] {
        let user = json!({"user": {"email": email, "name": name}});
        let done = run(&mut app, "stored", TOTAL, "users.create", user).await.result;
        assert_eq!((done.outcome, done.effect), (Outcome::Unchanged, Effect::None), "{:?}", done.error);
        assert_eq!(done.warnings.len(), 1);
        assert_eq!(warned(&done, "stored_differently"), told);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_still_to_come_is_waited_for() {
    let mut app = App::start().await;
    app.with(|data| data.pages.insert("hidden", late("[email&#160;protected]", Some(500))));
    app.with(|data| data.pages.insert("blank", late("", Some(500))));
    let more = format!("    load_more: {{click: list.more, max: 3}}\n{TOTAL}");
    for (page, proof) in
        [("hidden", TOTAL), ("blank", TOTAL), ("hidden", "    complete: single_page"), ("hidden", more.as_str())]
    {
        let list = run(&mut app, page, proof, "users.list", json!({})).await.result;
        assert_eq!(list.complete, Some(true), "{page} {proof}: {:?}", list.warnings);
        let keys: Vec<&Value> = list.items.as_ref().unwrap().iter().map(|item| &item["email"]).collect();
        assert_eq!(keys, ["ada@x.example", "eve@x.example"]);
    }
    assert_eq!(kind(&get(&mut app, "hidden", "eve@x.example").await), None);
    assert_eq!(kind(&get(&mut app, "hidden", "nobody@x.example").await), Some(ErrorKind::NotFound));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_concluded_from_a_list_whose_keys_do_not_come() {
    let mut app = App::start().await;
    app.with(|data| data.pages.insert("hidden", late("[email&#160;protected]", None)));
    for proof in [TOTAL, "    complete: single_page"] {
        let list = run(&mut app, "hidden", proof, "users.list", json!({})).await.result;
        assert_eq!((list.outcome, list.complete, list.proof), (Outcome::Succeeded, Some(false), Some(Proof::None)));
        let why = warned(&list, "list_incomplete");
        assert!(why.contains("`[email protected]` as its `email`, which is not an e-mail address"), "{why}");
        // Whoever is seen is there, nobody is missing.
        let seen = run(&mut app, "hidden", proof, "users.get", json!({"user": {"email": "ada@x.example"}})).await;
        assert_eq!(kind(&seen), None);
        let eve = run(&mut app, "hidden", proof, "users.get", json!({"user": {"email": "eve@x.example"}})).await;
        assert_eq!(kind(&eve), Some(ErrorKind::ListIncomplete));
        let disable =
            run(&mut app, "hidden", proof, "users.disable", json!({"user": {"email": "eve@x.example"}})).await;
        assert_eq!((disable.result.outcome, kind(&disable)), (Outcome::Failed, Some(ErrorKind::ListIncomplete)));
    }
    app.stop().await;
}

/// A list that scrolls: `n` rows of 40 px in a box, keys hidden for so many milliseconds; for good without a number.
fn scrolling(delay: Option<u32>) -> String {
    let delay = delay.map_or("Infinity".to_owned(), |delay| delay.to_string());
    format!(
        "<p id=total>60 members</p><div id=box style='height:200px;overflow:auto;position:relative'></div>
<script>
const started = performance.now();
box.innerHTML = '<div style=\"height:2400px\"></div>';
const paint = () => {{
  for (const old of box.querySelectorAll('[role=row]')) old.remove();
  const from = Math.max(0, Math.floor(box.scrollTop / 40) - 1);
  for (let at = from; at < Math.min(60, from + 8); at += 1) {{
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    row.style.cssText = `position:absolute;top:${{40 * at}}px;height:40px`;
    const hidden = at === 30 && performance.now() - started < {delay};
    for (const [name, text] of [['name', `User ${{at}}`], ['email', hidden ? '[email\\u00a0protected]' : `u${{at}}@x.example`], ['status', 'Active']]) {{
      const cell = document.createElement('span');
      cell.setAttribute('role', 'cell');
      cell.className = name;
      cell.textContent = text;
      row.append(cell, ' ');
    }}
    box.append(row);
  }}
}};
box.addEventListener('scroll', paint);
paint();
if ({delay} !== Infinity) setTimeout(paint, {delay});
</script>"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_scrolls_waits_for_its_keys_at_the_end() {
    let mut app = App::start().await;
    app.with(|data| data.pages.insert("late", scrolling(Some(1500))));
    app.with(|data| data.pages.insert("never", scrolling(None)));
    let view = |page: &str| {
        format!(
            "  users:
    open: [{{goto: /page/{page}}}]
    screen: list
    rows: {{role: row}}
    key: email
    scroll: {{container: {{css: \"#box\"}}, max_rows: 100}}
{TOTAL}
    fields:
      name: {{css: .name}}
      email: {{css: .email}}
      status: {{css: .status, map: status}}
"
        )
    };
    let views = view("late");
    let late = app.run(&Parts { views: &views, ..Parts::default() }, "users.list", json!({})).await.result;
    assert_eq!((late.complete, late.total_seen), (Some(true), Some(60)), "{:?}", late.warnings);
    let views = view("never");
    let never = app.run(&Parts { views: &views, ..Parts::default() }, "users.list", json!({})).await.result;
    assert_eq!((never.complete, never.proof), (Some(false), Some(Proof::None)));
    assert!(warned(&never, "list_incomplete").contains("[email protected]"));
    app.stop().await;
}
