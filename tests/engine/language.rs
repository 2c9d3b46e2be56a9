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

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_are_no_entries_count_in_the_apps_number_and_nowhere_else() {
    let mut app = App::start().await;
    app.with(|data| {
        let row = |who: &str, kind: &str| format!("<tr class=row><td>{who}<td>{kind}<td><button onclick=\"localStorage.hit = '{who}'; this.closest('tr').remove()\">Delete</button></tr>");
        let page = |rows: &str, next: &str| {
            format!("<p id=total>5 members</p><table><tr><th>Email<th>Kind<th></tr>{rows}</table><a role=button {next}>Next</a>")
        };
        let first = row("ada@example.org", "Person") + &row("Buy now", "Advert") + &row("bob@example.org", "Person");
        let last = row("robot", "System") + &row("eve@example.org", "Person");
        data.pages.insert("first", page(&first, "href=/page/last"));
        data.pages.insert("last", page(&last, "aria-disabled=true"));
        data.pages.insert("adverts", page(&row("Buy now", "Advert"), "aria-disabled=true"));
        data.pages.insert("twice", page(&(row("ada@example.org", "Person") + &row("ada@example.org", "System")), "aria-disabled=true").replace("5 members", "2 members"));
    });
    let view = |page: &str, proof: &str, except: &str| {
        format!(
            "  users:
    open: [{{goto: /page/{page}}}]
    screen: list
    rows: {{css: .row}}
{except}    key: email
    pages: {{next: list.next, max: 5}}
{proof}    fields: {{email: {{column: Email}}}}
"
        )
    };
    let total = "    total: {from: list.total, regex: \"([0-9]+) members\"}\n";
    let except = "    except: {column: Kind, has_text: {not: Person}}\n";
    let done = app.list(&view("first", total, except)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 3));
    assert_eq!(done.result.total_reported, Some(3));
    assert_eq!(
        texts(done.result.items.as_ref().unwrap(), "email"),
        ["ada@example.org", "bob@example.org", "eve@example.org"]
    );
    // Whom it does not show is provably not there.
    let get = json!({"user": {"email": "nobody@example.org"}});
    let views = view("first", total, except);
    let done = app.run(&Parts { views: &views, ..Parts::default() }, "users.get", get).await;
    assert_eq!(refused(&done).0, ErrorKind::NotFound);
    // One is missing besides.
    let done = app.list(&view("adverts", total, except)).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 0));
    let told = warned(&done, "list_incomplete");
    assert!(told.contains("states 5 entries and 0 were read, besides 1 that are none (`except`)"), "{told}");
    // Nothing but what is no entry is a list that was read.
    let done = app.list(&view("adverts", "", except)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::End), 0));
    // Without the word, an advertisement is a row without a proper key.
    let done = app.list(&view("first", total, "")).await;
    assert_eq!(done.result.complete, Some(false));
    let (kind, message) = refused(&app.list(&view("first", total, "    except: {column: Sort}\n")).await);
    assert_eq!(kind, ErrorKind::ElementMissing);
    assert!(message.contains("except: no column \"Sort\""), "{message}");

    // A step in a row never goes into one that is no entry.
    let views = view("twice", total, except);
    let parts = Parts {
        views: &views,
        actions: "  users.list: {view: users}
  users.delete:
    verify: {deadline: 2s}
    steps:
      - row: {view: users, by: email, do: [{click: {role: button, name: Delete}, commit: true}]}
    outcomes: [{when: {gone: {css: \".row:nth-child(2)\", has_text: {contains: Person}}}, is: done}]",
        ..Parts::default()
    };
    let done = app.run(&parts, "users.delete", json!({"user": {"email": "ada@example.org"}})).await;
    assert!(done.trace.steps.iter().any(|step| step.does == "the app says done"), "{:?}", done.result.error);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_are_no_entries_are_passed_over_while_scrolling() {
    let mut app = App::start().await;
    let view = |except: &str| {
        format!(
            "  users:
    open: [{{goto: \"/lists/virtual.html#n=300&v\"}}]
    screen: list
    rows: {{css: .row}}
{except}    key: email
    scroll: {{container: {{css: \"#list\"}}, max_rows: 3000}}
    total: {{from: list.total, regex: \"([0-9,]+) members\"}}
    fields:
      email: {{css: \"[data-field=email]\"}}
"
        )
    };
    // All whose number ends with 77.
    let done = app.list(&view("    except: {css: \"[data-field=email]\", has_text: {regex: \"u.?77@\"}}\n")).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 297));
    assert_eq!(done.result.total_reported, Some(297));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_may_be_known_by_one_of_several_signs() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert("full", "<table><tr><th>Email</tr><tr><td>ada@example.org</tr></table>".to_owned());
        data.pages.insert("empty", "<p>Nobody here yet</p>".to_owned());
        data.pages.insert("other", "<p>Something else</p>".to_owned());
    });
    let views = |page: &str| {
        format!(
            "  users:
    open: [{{goto: /page/{page}}}]
    screen: people
    rows: {{role: row, has: {{role: cell}}}}
    key: email
    complete: single_page
    empty: people.none
    fields: {{email: {{column: Email}}}}
"
        )
    };
    let screens = "  people:
    recognise: {visible: [list.heading], any: [{visible: [people.table]}, {visible: [people.none], url: /page/*}]}
    elements: {table: {role: table}, none: {text: {prefix: Nobody}}}";
    for (page, by, count) in [("full", Proof::SinglePage, 1), ("empty", Proof::Empty, 0)] {
        let views = views(page);
        let done = app.run(&Parts { views: &views, screens, ..Parts::default() }, "users.list", json!({})).await;
        assert_eq!(proof(&done), (Some(true), Some(by), count), "{page}");
    }
    let views = views("other");
    let done = app.run(&Parts { views: &views, screens, ..Parts::default() }, "users.list", json!({})).await;
    assert_eq!(refused(&done).0, ErrorKind::UnexpectedPage);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grid_that_is_no_table_has_columns_by_its_headers() {
    let mut app = App::start().await;
    app.with(|data| {
        let row = |cells: &[&str]| {
            let cells: Vec<String> = cells.iter().map(|cell| format!("<span class=cell>{cell}</span>")).collect();
            format!("<div class=line>{}</div>", cells.concat())
        };
        let style = "<style>.cell, .head span { display: inline-block; width: 9em; min-height: 1em } .head span:nth-child(2), .cell:nth-child(2) { display: none }</style>";
        let head = "<div class=head><span>Name</span><span>Id</span><span>Email</span><span>Phone</span></div>";
        let rows = row(&["Ada", "1", "ada@example.org", ""])
            + &row(&["Bob", "2", "bob@example.org", "+49 <button onclick=\"localStorage.called = 'bob'; document.title = 'Called'\">Call</button>"]);
        data.pages.insert("grid", format!("{style}{head}<p>Members of this place</p><div class=body>{rows}</div>"));
        data.pages.insert("ragged", format!("{style}{head}<div class=body>{}</div>", row(&["Ada", "ada@example.org", ""])));
    });
    let view = |page: &str, email: &str| {
        format!(
            "  users:
    open: [{{goto: /page/{page}}}]
    screen: list
    rows: {{css: .line}}
    columns: {{headers: {{css: .head span}}, cells: {{css: .cell}}}}
    key: email
    complete: single_page
    fields:
      email: {{column: {email}}}
      name: {{column: {{prefix: Na}}}}
      phone: {{column: Phone}}
"
        )
    };
    let views = view("grid", "Email");
    let parts = Parts {
        views: &views,
        actions: "  users.list: {view: users}
  users.delete:
    verify: {deadline: 2s}
    steps:
      - row: {view: users, by: email, do: [{click: {role: button, within: {column: Phone}}, commit: true}]}
    outcomes: [{when: {visible: list.heading}, is: done}]",
        ..Parts::default()
    };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 2));
    let items = done.result.items.as_ref().unwrap();
    assert_eq!(texts(items, "name"), ["Ada", "Bob"]);
    assert_eq!(texts(items, "phone"), ["", "+49 Call"]);
    // In its row, a cell is found by the same words.
    let done = app.run(&parts, "users.delete", json!({"user": {"email": "bob@example.org"}})).await;
    assert!(done.trace.steps.iter().any(|step| step.does.starts_with("click")), "{:?}", done.result.error);
    assert_ne!(done.result.error.as_ref().unwrap().kind, ErrorKind::ElementMissing);

    let (kind, message) = refused(&app.list(&view("grid", "Mail")).await);
    assert_eq!(kind, ErrorKind::ElementMissing);
    assert!(
        message.contains("no column \"Mail\"; the headers are \"Name\", \"Id\", \"Email\", \"Phone\""),
        "{message}"
    );
    let (_, message) = refused(&app.list(&view("ragged", "Email")).await);
    assert!(message.contains("a row has 3 cells, and there are 4 headers"), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_around_several_screens_is_written_once() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert("shell", "<iframe src=/page/inner width=600 height=400></iframe>".to_owned());
        data.pages.insert("inner", "<table><tr><th>Email</tr><tr><td>ada@example.org</tr></table>".to_owned());
    });
    let views = "  users:
    open: [{goto: /page/shell}]
    screen: people
    rows: {role: row, has: {role: cell}}
    key: email
    complete: single_page
    fields: {email: {column: Email}}
";
    let screens = "  shell: {recognise: {visible: [shell.frame]}, elements: {frame: {css: iframe}}}
  people: {frame: shell.frame, recognise: {visible: [people.table]}, elements: {table: {role: table}}}
  other: {frame: shell.frame, recognise: {visible: [other.note]}, elements: {note: {role: note}}}";
    let done = app.run(&Parts { views, screens, ..Parts::default() }, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 1));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_of_a_screen_may_name_the_subject() {
    let mut app = App::start().await;
    app.with(|data| {
        let page = "<table></table><script>
          const people = ['ada@example.org', 'bob@example.org'].filter((who) => !localStorage[who]);
          const remove = (who) => { localStorage[who] = 'gone'; location.reload(); };
          document.querySelector('table').innerHTML = '<tr><th>Email<th></tr>' +
            people.map((who) => `<tr><td>${who}<td><button aria-label='Remove ${who}' onclick=\"remove('${who}')\">x</button></tr>`).join('');
        </script>";
        data.pages.insert("removed", page.to_owned());
    });
    let views = "  users:
    open: [{goto: /page/removed}]
    screen: people
    rows: {role: row, has: {role: cell}}
    key: email
    complete: single_page
    fields: {email: {column: Email}}
";
    let parts = Parts {
        views,
        screens: "  people: {recognise: {visible: [list.heading]}, elements: {remove: {role: button, name: \"Remove {{ user.email }}\"}}}",
        actions: "  users.list: {view: users}
  users.delete:
    verify: {deadline: 3s}
    steps:
      - goto: /page/removed
      - expect: {visible: people.remove}
      - {click: people.remove, commit: true}
    outcomes: [{when: {gone: people.remove}, is: done}]",
        ..Parts::default()
    };
    let done = app.run(&parts, "users.delete", json!({"user": {"email": "bob@example.org"}})).await;
    assert_eq!(done.result.effect, Effect::Applied, "{:?}", done.result.error);
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "email"), ["ada@example.org"]);
    app.stop().await;
}
