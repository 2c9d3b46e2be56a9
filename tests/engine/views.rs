//! Views, read by the engine from a small app: pagers, proofs, files, groups. What comes out is compared with what the
//! app was made from.

use crate::lists::{App, GROUPS_FIELD, Parts, addresses, group_views, texts};
use idlcm::contract::{ErrorKind, JobResult, Outcome, Proof, ResourceKind};
use idlcm::engine::Done;
use serde_json::json;

const FIELDS: &str = "
    fields:
      name: {column: Name}
      email: {column: Email, filters: [lower]}
      status: {column: Status, map: status}";

/// A view of users on that page, with these other keys.
fn view(path: &str, more: &str) -> String {
    format!(
        "  users:
    open: [{{goto: \"{path}\"}}]
    screen: list
    rows: {{role: row, has: {{role: cell}}}}
    key: email
{more}{FIELDS}
"
    )
}

const TOTAL: &str = "    total: {from: list.total, regex: \"([0-9,]+) members\"}\n";

pub fn ok(done: &Done) -> &JobResult {
    assert_eq!(done.result.outcome, Outcome::Succeeded, "{:#?}", done.result.error);
    &done.result
}

pub fn refused(done: &Done) -> (ErrorKind, String) {
    let error = done.result.error.clone().unwrap_or_else(|| panic!("{:#?}", done.result));
    (error.kind, error.message)
}

pub fn proof(done: &Done) -> (Option<bool>, Option<Proof>, usize) {
    let result = ok(done);
    (result.complete, result.proof, result.items.as_ref().map_or(0, Vec::len))
}

pub fn warned(done: &Done, code: &str) -> String {
    let found = done.result.warnings.iter().find(|warning| warning.code == code);
    found.unwrap_or_else(|| panic!("no {code}: {:#?}", done.result.warnings)).message.clone()
}

/// A view, the groups asked for, and what the list must be.
type Case<'c> = (&'c str, &'c [&'c str], (bool, Proof, usize));

/// Commands of the steps whose name begins like this.
fn commands(done: &Done, begins: &str) -> u64 {
    done.trace.steps.iter().filter(|step| step.does.starts_with(begins)).map(|step| step.commands).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_static_table_of_five_thousand_rows_is_one_command() {
    let mut app = App::start().await;
    let done = app.list(&view("/table?n=5000", TOTAL)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 5000));
    assert_eq!(commands(&done, "read page 1"), 1);
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(5000));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbered_pages_are_turned_by_their_number_until_there_is_no_such_number() {
    let mut app = App::start().await;
    let numbered = "    pages: {next: {role: button, name: \"Page {{ page.next }}\"}, max: 50}\n";
    let done = app.list(&view("/lists/app.html?n=95&pages=10", &format!("{numbered}{TOTAL}"))).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 95));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(95));

    // Without a number the pager's own end is the proof. The server's pages have links with numbers, too.
    let linked = "    pages: {next: {role: link, name: \"Page {{ page.next }}\"}, max: 50, read_ahead: false}\n";
    let done = app.list(&view("/table?n=95&size=10", linked)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::End), 95));
    // And the first page once more, which tells whether the list held still.
    assert_eq!((commands(&done, "read page"), commands(&done, "go to page")), (11, 9));

    let few = "    pages: {next: {role: link, name: \"Page {{ page.next }}\"}, max: 3}\n";
    let done = app.list(&view("/table?n=95&size=10", few)).await;
    let (kind, message) = refused(&done);
    assert_eq!(kind, ErrorKind::ListIncomplete);
    assert!(message.contains("more than 3 pages (`pages.max`)"), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_pages_next_is_disabled_and_a_page_that_repeats_is_drift() {
    let mut app = App::start().await;
    let next = "    pages: {next: list.next, max: 50}\n";
    let done = app.list(&view("/table?n=30&size=10", next)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::End), 30));
    let done = app.list(&view("/lists/app.html?n=30&pages=10&redraw", next)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::End), 30), "a pager that is redrawn every 100 ms");

    for page in ["/lists/app.html?n=30&pages=10&repeats", "/lists/app.html?n=50&pages=10&cycles"] {
        let (kind, message) = refused(&app.list(&view(page, next)).await);
        assert_eq!(kind, ErrorKind::UnexpectedPage);
        assert!(message.contains("shows nothing that the pages before did not"), "{message}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_in_portions_and_lists_that_redraw_themselves_are_read_whole() {
    let mut app = App::start().await;
    let done = app.list(&view("/lists/app.html?n=60&portions=10&slow=200", TOTAL)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 60));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(60));
    let single = "    complete: single_page\n    empty: list.none\n";
    let done = app.list(&view("/lists/app.html?n=60&portions=20&slow=100", single)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 60));
    let done = app.list(&view("/lists/app.html?n=60&redraw", single)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 60));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(60));
    // The number and the rows change while they are read.
    let done = app.list(&view("/lists/app.html?n=20&grows&lie=0", TOTAL)).await;
    assert_eq!(done.result.proof, Some(Proof::Total));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_made_longer_until_its_control_is_gone_or_disabled() {
    let mut app = App::start().await;
    let more = "    load_more: {click: list.more, max: 20}\n";
    for page in ["n=57&more=10&slow=200", "n=57&more=10&disabled", "n=57&more=10&spins&slow=700", "n=7&more=10"] {
        let done = app.list(&view(&format!("/lists/app.html?{page}&nototal"), more)).await;
        let count = if page.starts_with("n=57") { 57 } else { 7 };
        assert_eq!(proof(&done), (Some(true), Some(Proof::End), count), "{page}");
        assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(count));
        // A look and a click for each portion, then one command for all rows.
        let clicks = count as u64 / 10;
        assert!(commands(&done, "load all rows") <= 2 * clicks + 2, "{page}");
        assert_eq!(commands(&done, "read page 1"), 1);
    }

    // A server that takes its time while the control is away: the list does not end there.
    let done = app.list(&view("/lists/app.html?n=17&more=10&spins&slow=2600&nototal", more)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::End), 17));
    let (kind, message) = refused(&app.list(&view("/lists/app.html?n=30&more=10&stays", more)).await);
    assert_eq!(kind, ErrorKind::UnexpectedPage);
    assert!(message.contains("click 3 on `load_more` of view `users` added no rows to the 30"), "{message}");
    let few = "    load_more: {click: list.more, max: 2}\n";
    let (kind, message) = refused(&app.list(&view("/lists/app.html?n=57&more=10", few)).await);
    assert_eq!(kind, ErrorKind::ListIncomplete);
    assert!(message.contains("`load_more.max`"), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_virtualised_list_is_read_by_scrolling_and_its_rows_are_found() {
    let mut app = App::start().await;
    let scrolled = |hash: &str, more: &str| {
        format!(
            "  users:
    open: [{{goto: \"/lists/virtual.html#{hash}\"}}]
    screen: list
    rows: {{css: .row}}
    key: email
{more}    fields:
      email: {{css: \"[data-field=email]\"}}
      name: {{css: \"[data-field=name]\"}}
      status: {{css: \"[data-field=status]\", map: status}}
"
        )
    };
    let total = format!("    scroll: {{container: {{css: \"#list\"}}, max_rows: 3000}}\n{TOTAL}");
    let done = app.list(&scrolled("n=1000&recycle", &total)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 1000));
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "email"), addresses(1000));
    assert!(commands(&done, "scroll through") <= 4, "{}", commands(&done, "scroll through"));

    let bare = "    scroll: {container: {css: \"#list\"}, max_rows: 3000}\n";
    let done = app.list(&scrolled("n=300&lazy=600&x", bare)).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::End), 300));
    let done = app.list(&scrolled("n=300&lie=5&y", &total)).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 300));
    assert!(warned(&done, "list_incomplete").contains("states 305 entries and 300 were read"));

    let few = "    scroll: {container: {css: \"#list\"}, max_rows: 100}\n";
    let (kind, message) = refused(&app.list(&scrolled("n=300&z", few)).await);
    assert_eq!(kind, ErrorKind::ListIncomplete);
    assert!(message.contains("more than 100 rows (`scroll.max_rows`)"), "{message}");

    // One of them, and one that is not there: absence is proven by the number.
    let views = scrolled("n=600&a", &total);
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "u500@example.org"}})).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["name"], "User 500");
    let done = app.run(&parts, "users.get", json!({"user": {"email": "u900@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::NotFound);
    let lying = scrolled("n=200&lie=1&b", &total);
    let parts = Parts { views: &lying, ..Parts::default() };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "u900@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::ListIncomplete);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_proof_holds_or_does_not() {
    let mut app = App::start().await;
    let single = "    complete: single_page\n";
    let end = "    end: {text: That is everybody}\n";
    let empty = "    empty: list.none\n";
    let cases: [Case<'_>; 8] = [
        ("n=20", &[TOTAL], (true, Proof::Total, 20)),
        ("n=20&lie=2", &[TOTAL], (false, Proof::None, 20)),
        ("n=20", &[end], (true, Proof::End, 20)),
        ("n=20&noend", &[end], (false, Proof::None, 20)),
        ("n=20", &[single], (true, Proof::SinglePage, 20)),
        ("n=20", &[empty], (false, Proof::None, 20)),
        ("n=0&nototal", &[empty], (true, Proof::Empty, 0)),
        ("n=0", &[empty, TOTAL], (true, Proof::Total, 0)),
    ];
    for (page, keys, (complete, by, count)) in cases {
        let done = app.list(&view(&format!("/lists/app.html?{page}"), &keys.concat())).await;
        assert_eq!(proof(&done), (Some(complete), Some(by), count), "{page} {keys:?}");
    }
    // No rows and nothing that says so.
    let (kind, message) = refused(&app.list(&view("/lists/app.html?n=0&silent&nototal", empty)).await);
    assert_eq!(kind, ErrorKind::UnexpectedPage);
    assert!(message.contains("no row is there, nor what stands for an empty list"), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn users_behind_a_filter_are_read_by_a_union_or_by_changing_it_and_the_number_tells_if_that_was_forgotten() {
    let mut app = App::start().await;
    let page = "/lists/app.html?n=40&filter";
    let forgotten = view(page, TOTAL);
    let done = app.list(&forgotten).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 34));
    assert!(warned(&done, "list_incomplete").contains("states 40 entries and 34 were read"));
    // Nobody is called absent on the word of such a list.
    let parts = Parts { views: &forgotten, ..Parts::default() };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "u7@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::ListIncomplete);

    let shown = view(page, TOTAL).replace(
        &format!("open: [{{goto: \"{page}\"}}]"),
        &format!("open: [{{goto: \"{page}\"}}, {{choose: {{in: {{label: Show}}, option: All}}}}]"),
    );
    let done = app.list(&shown).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 40));

    let member = |name: &str, option: &str| {
        let single = "    complete: single_page\n    resource: users\n";
        view(page, single).replace("  users:", &format!("  {name}:")).replace(
            &format!("open: [{{goto: \"{page}\"}}]"),
            &format!("open: [{{goto: \"{page}\"}}, {{choose: {{in: {{label: Show}}, option: {option}}}}}, {{wait_for: {{visible: {{role: row, has_text: {{contains: {option}}}}}}}}}]"),
        )
    };
    let views = format!(
        "  users: {{union: [users_active, users_locked]}}\n{}{}",
        member("users_active", "Active"),
        member("users_locked", "Deactivated")
            .replace("status: {column: Status, map: status}", "status: {value: disabled}")
    );
    let done = app.list(&views).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 40));
    let items = done.result.items.as_ref().unwrap();
    assert_eq!(texts(items, "status").iter().filter(|status| *status == "disabled").count(), 6);
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "u7@example.org"}})).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["status"], "disabled");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_that_nobody_knows_is_drift_only_where_it_matters_and_a_missing_header_always() {
    let mut app = App::start().await;
    let views = view("/lists/app.html?n=20&odd", TOTAL);
    let done = app.list(&views).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 20));
    assert!(warned(&done, "unmapped_label").contains("`status` of u3@example.org reads `Paused`"));
    let parts = Parts { views: &views, ..Parts::default() };
    let get = |email: &str, fields: &str| json!({"user": {"email": email}, "options": {"fields": [fields]}});
    let done = app.run(&parts, "users.get", get("u3@example.org", "status")).await;
    assert_eq!(refused(&done).0, ErrorKind::UnexpectedPage);
    let done = app.run(&parts, "users.get", get("u3@example.org", "name")).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["status"], "Paused");

    let renamed = views.replace("column: Name", "column: Full name");
    let (kind, message) = refused(&app.list(&renamed).await);
    assert_eq!(kind, ErrorKind::ElementMissing);
    assert!(message.contains("no column \"Full name\"; the headers are \"Name\", \"Email\""), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_and_lists_without_headers_are_read_by_their_parts() {
    let mut app = App::start().await;
    let views = "  users:
    open: [{goto: /lists/cards.html}]
    screen: list
    rows: {css: article}
    key: email
    complete: single_page
    fields:
      email: {role: link, attr: href, filters: [{replace: [\"mailto:\", \"\"]}]}
      name: {role: heading}
      status: {role: switch, read: checked, filters: [{replace: [\"true\", Active]}, {replace: [\"false\", Deactivated]}], map: status}
      phone: {css: .phone, optional: true, default: none}
      tags: {each: {css: .tag}}
";
    let done = app.list(views).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 3));
    let items = serde_json::to_value(done.result.items.as_ref().unwrap()).unwrap();
    assert_eq!(
        items,
        json!([
            {"email": "ada@x.example", "name": "Ada \"Countess\" Lovelace", "status": "active", "phone": "+44 1", "tags": ["Admin", "Auditor"]},
            {"email": "bob@x.example", "name": "Bob", "status": "disabled", "phone": "none", "tags": []},
            {"email": "eve@x.example", "name": "Eve", "status": "active", "phone": "+44 3", "tags": ["Guest"]},
        ])
    );
    app.stop().await;
}

const FILE: &str = "  users_file:
    open: [{goto: \"/lists/app.html?n=3&export\"}]
    screen: list
    csv: {download: {role: link, name: Export}ENCODING}
    key: email
    total: {from: list.total, regex: \"([0-9,]+) members\"}
    fields:
      email: {header: E-mail, filters: [trim, lower]}
      name: {header: Display name}
      status: {header: State, map: status, optional: true}
";

fn exporting(views: &str, fallback: bool) -> Parts<'_> {
    let actions =
        if fallback { "  users.list: {view: users_file, fallback: users}" } else { "  users.list: {view: users_file}" };
    Parts { views, actions, ..Parts::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exported_file_is_read_and_removed_and_the_page_is_read_where_the_file_cannot_be() {
    let mut app = App::start().await;
    let page = view("/lists/app.html?n=3", TOTAL);
    let plain = format!("{}{page}", FILE.replace("ENCODING", ""));
    let good = "E-mail,Display name,State\r\nU0@example.org,\"Lovelace, \"\"Ada\"\"\nCountess\",Active\r\nu1@example.org,'=1+1,Deactivated\r\nu2@example.org,Žofie,Active\r\n";
    app.with(|data| data.export = good.as_bytes().to_vec());
    let done = app.run(&exporting(&plain, false), "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 3));
    let items = done.result.items.clone().unwrap();
    assert_eq!(texts(&items, "email"), addresses(3));
    assert_eq!(texts(&items, "name"), ["Lovelace, \"Ada\"\nCountess", "'=1+1", "Žofie"]);
    assert_eq!(texts(&items, "status"), ["active", "disabled", "active"]);
    assert_eq!(app.leftovers(), Vec::<std::path::PathBuf>::new());

    // Another encoding and delimiter; a byte order mark that knows better.
    let latin = format!("{}{page}", FILE.replace("ENCODING", ", encoding: windows-1252, delimiter: \";\""));
    let rows = "E-mail;Display name\nu0@example.org;J\u{e9}r\u{f4}me\nu1@example.org;B\nu2@example.org;C\n";
    app.with(|data| data.export = rows.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect());
    let done = app.run(&exporting(&latin, false), "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "name"), ["Jérôme", "B", "C"]);
    let utf16: Vec<u8> = format!("\u{feff}{rows}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    app.with(|data| data.export = utf16);
    let done = app.run(&exporting(&latin, false), "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "name"), ["Jérôme", "B", "C"]);

    // What is wrong with a file, and what is read instead.
    let cases = [
        ("Mail,Display name\nu0@example.org,A\n", "no column \"E-mail\"; there are \"Mail\", \"Display name\""),
        ("E-mail,Display name\nu0@example.org\n", "line 2 has 1 fields where the headers are 2"),
        ("E-mail,Display name\n,A\n", "entry 1 has no `email`"),
        ("E-mail,E-mail,Display name\na,b,c\n", "two columns are called \"E-mail\""),
    ];
    for (file, message) in cases {
        app.with(|data| data.export = file.as_bytes().to_vec());
        let (kind, said) = refused(&app.run(&exporting(&plain, false), "users.list", json!({})).await);
        assert_eq!(kind, ErrorKind::ElementMissing);
        assert!(said.contains(message), "{said}");
        let done = app.run(&exporting(&plain, true), "users.list", json!({})).await;
        assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 3));
        let warning = warned(&done, "fallback_used");
        assert!(
            warning.contains("view `users` was read instead of `users_file`") && warning.contains(message),
            "{warning}"
        );
    }
    app.with(|data| data.export = b"E-mail,Display name\nu0@example.org,\xff\n".to_vec());
    let (_, said) = refused(&app.run(&exporting(&plain, false), "users.list", json!({})).await);
    assert!(said.contains("it is not UTF-8; say how it is written"), "{said}");

    // One is missing, one stands twice: the page's number tells.
    app.with(|data| data.export = b"E-mail,Display name\nu0@example.org,A\nu0@example.org,B\n".to_vec());
    let done = app.run(&exporting(&plain, false), "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 1));
    assert!(warned(&done, "duplicate_key").contains("2 entries of the file have only 1 different keys"));
    assert!(warned(&done, "list_incomplete").contains("states 3 entries and the file has 1"));
    let done = app.run(&exporting(&plain, true), "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 3));
    assert!(warned(&done, "fallback_used").contains("nothing proves that it is complete"));
    app.stop().await;
}

const GROUP_RESOURCE: &str = "  groups: {key: id, fields: {id: {type: string}, name: {type: string}}}";

#[tokio::test(flavor = "multi_thread")]
async fn memberships_are_read_on_the_groups_pages_only_when_they_are_asked_for() {
    let mut app = App::start().await;
    app.with(|data| {
        data.groups = vec![
            ("Design", vec!["u1@example.org", "u3@example.org"]),
            ("Empty", vec![]),
            ("Ops", vec!["u1@example.org"]),
        ];
    });
    let views = group_views(&view("/table?n=4", TOTAL), "    complete: single_page\n");
    let parts = Parts {
        screens: "",
        action_time: "2m",
        page_time: "4s",
        views: &views,
        user_fields: GROUPS_FIELD,
        resources: GROUP_RESOURCE,
        actions: "  users.list: {view: users}\n  groups.list: {view: groups}",
    };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 4));
    assert!(app.with(|data| !data.asked.contains_key("group g0")), "nobody asked for the groups");

    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "groups"]}})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 4));
    let items = serde_json::to_value(done.result.items.as_ref().unwrap()).unwrap();
    assert_eq!(
        items,
        json!([
            {"email": "u0@example.org", "groups": []}, {"email": "u1@example.org", "groups": ["g0", "g2"]},
            {"email": "u2@example.org", "groups": []}, {"email": "u3@example.org", "groups": ["g0"]},
        ])
    );
    for group in ["group g0", "group g1", "group g2"] {
        assert_eq!(app.with(|data| data.asked[group]), 1);
    }
    let user = json!({"email": "u1@example.org"});
    let done = app.run(&parts, "users.get", json!({"user": user, "options": {"fields": ["groups"]}})).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["groups"], json!(["g0", "g2"]));
    let done = app.run(&parts, "users.get", json!({"user": user})).await;
    assert!(!ok(&done).subject.as_ref().unwrap().fields.contains_key("groups"));

    // Without a proof that these are all groups, nobody's membership is known.
    let unproven = group_views(&view("/table?n=4", TOTAL), "");
    let parts = Parts { views: &unproven, ..parts };
    let done = app.run(&parts, "users.get", json!({"user": user, "options": {"fields": ["groups"]}})).await;
    let (kind, message) = refused(&done);
    assert_eq!(kind, ErrorKind::ListIncomplete);
    assert!(message.contains("nothing proves that the list of groups is complete"), "{message}");
    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "groups"]}})).await;
    assert_eq!(done.result.complete, Some(false));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_rows_are_opened_when_a_field_of_theirs_is_asked_for() {
    let mut app = App::start().await;
    let detail = |in_row: &str| {
        format!(
            "{TOTAL}    detail: {{open: [{{click: {{role: link, name: Open}}}}], in_row: {in_row}, screen: person, fields: {{phone: {{css: \"#phone\"}}}}}}\n"
        )
    };
    let views = view("/table?n=3", &detail("true"));
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 3));
    assert!(app.with(|data| !data.asked.contains_key("person")));
    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "phone"]}})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "phone"), ["+49 0", "+49 1", "+49 2"]);
    let always = Parts { actions: "  users.list: {view: users, detail: true}", ..parts };
    let done = app.run(&always, "users.list", json!({})).await;
    let items = ok(&done).items.as_ref().unwrap();
    assert_eq!(texts(items, "phone"), ["+49 0", "+49 1", "+49 2"]);
    assert_eq!(texts(items, "name"), ["User 0", "User 1", "User 2"]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_has_every_list_and_only_its_last_message_is_last() {
    let mut app = App::start().await;
    app.with(|data| data.groups = vec![("Design", vec![]), ("Ops", vec![])]);
    let views =
        group_views(&view("/table?n=4", TOTAL), "    complete: single_page\n").replace("/table?n=4", "/table?n=1203");
    let parts = Parts {
        screens: "",
        action_time: "2m",
        page_time: "4s",
        views: &views,
        user_fields: GROUPS_FIELD,
        resources: &format!("{GROUP_RESOURCE}\n  roles: {{key: id, catalog: {{owner: Owner, member: Member}}}}"),
        actions: "  users.list: {view: users}\n  groups.list: {view: groups}\n  roles.list: {catalog: true}",
    };
    let done = app.run(&parts, "sync", json!({})).await;
    assert_eq!(done.result.outcome, Outcome::Succeeded);
    let messages = done.messages();
    let mut of_users = 0;
    for (at, message) in messages.iter().enumerate() {
        assert_eq!(message.chunk, Some(u32::try_from(at).unwrap()));
        assert_eq!(message.last, at + 1 == messages.len());
        let ends = messages.get(at + 1).is_none_or(|next| next.resource != message.resource);
        assert_eq!(message.complete, ends.then_some(true), "{:?}", message.resource);
        if message.resource == Some(ResourceKind::Users) {
            of_users += message.items.as_ref().unwrap().len();
        }
    }
    assert_eq!(of_users, 1203);
    let kinds: Vec<_> = messages.iter().filter_map(|message| message.resource).collect();
    assert_eq!(kinds.len(), 5, "three messages of users, one of groups, one of roles: {kinds:?}");
    let last_of = |kind| messages.iter().rfind(|message| message.resource == Some(kind)).unwrap();
    assert_eq!(
        (last_of(ResourceKind::Users).total_seen, last_of(ResourceKind::Users).proof),
        (Some(1203), Some(Proof::Total))
    );
    assert_eq!(texts(last_of(ResourceKind::Groups).items.as_ref().unwrap(), "id"), ["g0", "g1"]);
    assert_eq!(texts(last_of(ResourceKind::Roles).items.as_ref().unwrap(), "id"), ["member", "owner"]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_far_down_a_virtualised_list_is_acted_on_and_read_back() {
    let mut app = App::start().await;
    for hash in ["n=900&act&recycle", "n=900&act&variable&capital"] {
        let views = format!(
            "  users:
    open: [{{goto: \"/lists/virtual.html#{hash}\"}}]
    screen: list
    rows: {{css: .row}}
    key: email
    scroll: {{container: {{css: \"#list\"}}, max_rows: 3000}}
{TOTAL}    fields:
      email: {{css: \"[data-field=email]\", filters: [lower, {{replace: [\"mail: \", \"\"]}}]}}
      name: {{css: \"[data-field=name]\"}}
      status: {{css: \"[data-field=status]\", map: status}}
"
        );
        let parts = Parts {
            views: &views,
            actions: "  users.list: {view: users}
  users.disable:
    goal: {exists: true, set: {status: disabled}}
    steps:
      - row: {view: users, by: email, do: [{click: {css: button}, commit: true}]}
    outcomes: [{when: {visible: {css: \"#done\"}}, is: done}]",
            ..Parts::default()
        };
        let done = app.run(&parts, "users.disable", json!({"user": {"email": "u611@example.org"}})).await;
        assert_eq!(done.result.effect, idlcm::contract::Effect::Applied, "{hash}: {:?}", done.result.error);
        let items = app.run(&parts, "users.list", json!({})).await.result.items.unwrap();
        let disabled = |at: usize| at.is_multiple_of(7) || at == 611;
        for item in &items {
            let at: usize =
                item["email"].as_str().unwrap().trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap();
            assert_eq!(item["status"] == "disabled", disabled(at), "{item:?}");
        }
        assert_eq!(items.len(), 900);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_does_not_come_is_told_and_a_menu_may_lead_to_it() {
    let mut app = App::start().await;
    let page = view("/lists/app.html?n=2&menu", TOTAL);
    let menu = FILE.replace("ENCODING", ", click: {role: button, name: Actions}").replace("n=3&export", "n=2&menu");
    app.with(|data| data.export = b"E-mail,Display name\nu0@example.org,A\nu1@example.org,B\n".to_vec());
    let views = format!("{menu}{page}");
    let done = app.run(&exporting(&views, false), "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 2));

    // The file is the view that finds, too.
    let views = menu.replace("  users_file:", "  users:");
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "U1@example.org"}})).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["name"], "B");
    let done = app.run(&parts, "users.get", json!({"user": {"email": "nobody@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::NotFound);

    // A click that downloads nothing.
    let dead = format!(
        "{}{page}",
        FILE.replace("ENCODING", "")
            .replace("{role: link, name: Export}", "{role: button, name: Actions}")
            .replace("n=3&export", "n=2&menu")
    );
    let (_, message) = refused(&app.run(&exporting(&dead, false), "users.list", json!({})).await);
    assert!(message.contains("download"), "{message}");
    let done = app.run(&exporting(&dead, true), "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 2));
    warned(&done, "fallback_used");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_computes_is_waited_for_as_long_as_a_page_may_take_and_then_told_as_busy() {
    let mut app = App::start().await;
    let views = view("/lists/app.html?n=3&busy=6000", TOTAL);
    let parts = Parts { views: &views, page_time: "20s", ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 3));
    let endless = view("/lists/app.html?n=3&busy=60000", TOTAL);
    let parts = Parts { views: &endless, page_time: "2s", ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({})).await;
    let (kind, message) = refused(&done);
    assert_eq!(kind, ErrorKind::AppBusy, "{message}");
    assert!(message.contains("the page kept the browser busy"), "{message}");
    assert_eq!(done.result.error.as_ref().unwrap().seen.as_ref().and_then(|seen| seen.url_path.as_deref()), None);
    assert_eq!(done.retry, idlcm::contract::Retry::Backoff);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_goes_away_before_its_own_page_is_read_leaves_an_incomplete_list() {
    let mut app = App::start().await;
    let detail = "    detail: {open: [{click: {role: link, name: Open}}], in_row: true, screen: person, fields: {phone: {css: \"#phone\"}}}\n";
    let views = view("/table?n=3&leaves=1", &format!("{TOTAL}{detail}"));
    let parts = Parts { views: &views, ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "phone"]}})).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 2));
    assert!(warned(&done, "list_incomplete").contains("u2@example.org: it went away"), "{:?}", done.result.warnings);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_virtualised_list_is_narrowed_by_a_search() {
    let mut app = App::start().await;
    let views = format!(
        "  users:
    open: [{{goto: \"/lists/virtual.html#n=900\"}}]
    screen: list
    rows: {{css: .row}}
    key: email
    scroll: {{container: {{css: \"#list\"}}, max_rows: 3000}}
    search: {{goto: \"/lists/virtual.html?q={{{{ user.email }}}}#n=900&act\", {}}}
{TOTAL}    fields:
      email: {{css: \"[data-field=email]\"}}
      name: {{css: \"[data-field=name]\"}}
      status: {{css: \"[data-field=status]\", map: status}}
",
        TOTAL.trim()
    );
    let parts = Parts {
        views: &views,
        actions: "  users.list: {view: users}
  users.disable:
    goal: {exists: true, set: {status: disabled}}
    steps:
      - row: {view: users, by: email, do: [{click: {css: button}, commit: true}]}
    outcomes: [{when: {visible: {css: \"#done\"}}, is: done}]",
        ..Parts::default()
    };
    let user = json!({"user": {"email": "u88@example.org"}});
    let done = app.run(&parts, "users.disable", user.clone()).await;
    assert_eq!(done.result.effect, idlcm::contract::Effect::Applied, "{:?}", done.result.error);
    assert_eq!(done.result.subject.as_ref().unwrap().fields["status"], "disabled");
    let reads =
        done.trace.steps.iter().filter_map(|step| step.detail.as_deref()).filter(|detail| detail.contains("scrolled"));
    assert!(
        reads.clone().count() > 0 && reads.clone().all(|detail| detail.starts_with("1 rows")),
        "the whole list was read"
    );
    let done = app.run(&parts, "users.get", json!({"user": {"email": "nobody@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::NotFound);
    // The search's own number is wrong: nobody is absent on its word, and the whole list decides.
    let lying = views.replace("#n=900&act", "#n=900&act&lie=1");
    let parts = Parts { views: &lying, ..parts };
    let done = app.run(&parts, "users.get", json!({"user": {"email": "nobody@example.org"}})).await;
    assert_eq!(refused(&done).0, ErrorKind::NotFound);
    assert!(
        done.trace.steps.iter().any(|step| step.detail.as_deref().is_some_and(|detail| detail.starts_with("900 rows")))
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_union_over_a_page_and_a_file_is_complete_only_if_both_are() {
    let mut app = App::start().await;
    let page = view("/lists/app.html?n=3", TOTAL).replace("  users:", "  users_page:\n    resource: users");
    let views = format!("  users: {{union: [users_page, users_file]}}\n{page}{}", FILE.replace("ENCODING", ""));
    let file =
        "E-mail,Display name,State\nx1@example.org,X,Active\nx2@example.org,Y,Deactivated\nx3@example.org,Z,Active\n";
    let parts = Parts { views: &views, ..Parts::default() };
    let whole = |app: &App| app.with(|data| data.export = file.as_bytes().to_vec());
    let short = |app: &App| app.with(|data| data.export = file.split("x3").next().unwrap().as_bytes().to_vec());
    whole(&app);
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 6));
    let user = |name: &str| json!({"user": {"email": format!("{name}@example.org")}});
    let done = app.run(&parts, "users.get", user("x2")).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["status"], "disabled");
    assert_eq!(refused(&app.run(&parts, "users.get", user("x9")).await).0, ErrorKind::NotFound);

    short(&app);
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(false), Some(Proof::None), 5));
    assert_eq!(ok(&app.run(&parts, "users.get", user("u1")).await).subject.as_ref().unwrap().fields["name"], "User 1");
    assert_eq!(refused(&app.run(&parts, "users.get", user("x9")).await).0, ErrorKind::ListIncomplete);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn members_are_looked_for_by_a_search_of_their_groups() {
    let mut app = App::start().await;
    app.with(|data| {
        data.groups = vec![("Design", vec!["u1@example.org", "u3@example.org"]), ("Ops", vec!["u3@example.org"])];
    });
    let views = group_views(&view("/table?n=4", TOTAL), "    complete: single_page\n").replace(
        "    empty: group.none\n",
        "    empty: group.none\n    search: {goto: \"/groups/{{ group.id }}?q={{ user.email }}\", empty: group.none}\n",
    );
    let parts = Parts {
        page_time: "4s",
        views: &views,
        user_fields: GROUPS_FIELD,
        resources: GROUP_RESOURCE,
        ..Parts::default()
    };
    for (name, groups) in [("u3", json!(["g0", "g1"])), ("u1", json!(["g0"])), ("u2", json!([]))] {
        let wish = json!({"user": {"email": format!("{name}@example.org")}, "options": {"fields": ["groups"]}});
        let done = app.run(&parts, "users.get", wish).await;
        assert_eq!(ok(&done).subject.as_ref().unwrap().fields["groups"], groups, "{name}");
    }
    assert!(app.with(|data| data.asked.contains_key("group g0 narrowed") && !data.asked.contains_key("group g0")));
    // Without a sign for "nothing", the search proves nothing, and the whole group is read.
    let blind = views.replace("user.email }}\", empty: group.none}", "user.email }}\"}");
    let done = app
        .run(
            &Parts { views: &blind, ..parts },
            "users.get",
            json!({"user": {"email": "u1@example.org"}, "options": {"fields": ["groups"]}}),
        )
        .await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["groups"], json!(["g0"]));
    assert!(app.with(|data| data.asked.contains_key("group g1")));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn something_that_appears_while_pages_are_turned_is_got_rid_of() {
    let mut app = App::start().await;
    let pages = "    pages: {next: list.next, max: 20}\n";
    let views = view("/lists/app.html?n=50&pages=10&tour", &format!("{pages}{TOTAL}"));
    let tour = "interrupts:\n  - {name: tour, when: {visible: {role: dialog, name: Tour}}, do: [{click: {role: button, name: Skip}}], max: 1}";
    let parts = Parts { views: &views, resources: tour, ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 50));
    // Nobody told the recipe of it: the list is not read, rather than cut short.
    let done = app.run(&Parts { views: &views, ..Parts::default() }, "users.list", json!({})).await;
    assert_eq!(done.result.outcome, Outcome::Failed);
    assert!(done.result.items.is_none());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenants_own_words_for_a_status_are_read_and_taken() {
    let mut app = App::start().await;
    let views = view("/lists/app.html?n=5&odd", TOTAL);
    let parts = Parts { views: &views, ..Parts::default() };
    let user = json!({"user": {"email": "u3@example.org"}});
    let done = app.run(&parts, "users.list", json!({})).await;
    assert!(warned(&done, "unmapped_label").contains("reads `Paused`"));
    app.schema = json!({"fields": {"status": {"type": "enum", "labels": {"paused": "Paused"}}}});
    let done = app.run(&parts, "users.list", json!({})).await;
    let statuses = texts(ok(&done).items.as_ref().unwrap(), "status");
    assert_eq!(statuses, ["disabled", "active", "active", "paused", "active"]);
    assert!(done.result.warnings.is_empty(), "{:?}", done.result.warnings);
    let done = app.run(&parts, "users.get", user).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["status"], "paused");
    app.stop().await;
}

/// A list that is narrowed as one types, of which nothing is left where nobody is found.
const NARROWED: &str = "<label>Search <input id=s></label><div id=c></div><p id=n></p><script>
  const all = ['ann', 'bob', 'cid'], c = document.getElementById('c'), s = document.getElementById('s'), n = document.getElementById('n');
  const draw = () => {
    const found = all.filter((name) => name.includes(s.value.split('@')[0]));
    c.innerHTML = found.length ? '<div id=list style=\"height: 60px; overflow: auto\">' + found.map((name) => `<p class=u>${name}@example.org</p>`).join('') + '</div>' : NOTHING;
    n.textContent = COUNTED;
  };
  s.oninput = draw; draw();</script>";

#[tokio::test(flavor = "multi_thread")]
async fn any_sign_of_nothing_proves_that_nobody_is_there_in_every_kind_of_view() {
    let mut app = App::start().await;
    let said = "'<p>Nobody here</p>'";
    let counted = "`Displaying ${found.length ? '1-' + found.length + ' of ' + found.length : '0-0'}`";
    let none = "found.length ? `Displaying 1-${found.length} of ${found.length}` : ''";
    let lying = "'Displaying 1-3 of 3'";
    let (empty, total) = ("empty: list.none", "total: {from: {css: \"#n\"}, regex: \"of ([0-9]+)\"}");
    let both = format!("{empty}, {total}");
    let scroll = "    scroll: {container: {css: \"#list\"}, max_rows: 100}\n    empty: list.none\n";
    let single = "    complete: single_page\n";
    // What is shown of nothing, in words and as a number; the signs of the search; whether the search alone is proof.
    let cases = [
        (said, "''", empty, true),
        (said, none, &both, true),
        (said, counted, &both, true),
        (said, lying, &both, false),
        ("''", "`Displaying 0-0 of ${found.length}`", total, true),
    ];
    for (nothing, number, signs, proven) in cases {
        for pager in [scroll, single] {
            app.with(|data| {
                data.pages.insert("narrowed", NARROWED.replace("NOTHING", nothing).replace("COUNTED", number))
            });
            let views = format!(
                "  users:
    open: [{{goto: /page/narrowed}}]
    screen: list
    rows: {{css: p.u}}
    key: email
{pager}    search: {{into: {{label: Search}}, value: \"{{{{ user.email }}}}\", settled: {{gone: {{css: p.u, has_text: {{contains: ann}}}}}}, {signs}}}
    fields: {{email: {{css: \":scope\"}}}}
"
            );
            let parts = Parts { views: &views, ..Parts::default() };
            let case = format!("{nothing} {number} {signs} {pager}");
            let done = app.run(&parts, "users.get", json!({"user": {"email": "nobody@example.org"}})).await;
            assert_eq!(refused(&done).0, ErrorKind::NotFound, "{case}");
            let whole = |detail: &String| detail.starts_with("3 rows");
            let whole = done.trace.steps.iter().any(|step| step.detail.as_ref().is_some_and(whole));
            assert_eq!(whole, !proven, "{case}");
            let done = app.run(&parts, "users.get", json!({"user": {"email": "bob@example.org"}})).await;
            assert_eq!(ok(&done).subject.as_ref().unwrap().key, "bob@example.org", "{case}");
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_values_that_is_empty_in_every_row_is_told() {
    let mut app = App::start().await;
    let tags =
        |each: &str| view("/table?n=5", TOTAL).replace("    fields:\n", &format!("    fields:\n      tags: {each}\n"));
    let done = app.list(&tags("{each: {xpath: \"ancestor::table//th\"}}")).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::Total), 5));
    assert!(warned(&done, "always_empty").contains("`tags` is empty in all 5 rows"), "{:?}", done.result.warnings);
    for each in ["{each: {css: .tag}, optional: true}", "{each: {css: td}}"] {
        let done = app.list(&tags(each)).await;
        assert!(done.result.warnings.is_empty(), "{each}: {:?}", done.result.warnings);
    }
    app.stop().await;
}

/// Two people with a page each, of which one says more than the other; behind a tab that comes with the page.
fn people(app: &App) {
    app.with(|data| {
        data.pages.insert(
            "people",
            "<table><tr><th>Email<th></tr><tr><td>ann@example.org<td><a href=/page/ann>Open</a></tr><tr><td>bob@example.org<td><a href=/page/bob>Open</a></tr></table>".into(),
        );
        for (name, ghost) in [("ann", "<p id=ghost>seen</p>"), ("bob", "")] {
            let tab = "<a href=# role=tab onclick=\"document.getElementById('phone').hidden = false\">More</a><p id=phone hidden>49</p>";
            data.pages.insert(name, format!("<h2>{name}</h2>{tab}{ghost}"));
        }
    });
}

const PEOPLE: &str = "  users:
    open: [{goto: /page/people}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
    complete: single_page
    fields: {email: {column: Email}}
    detail:
      in_row: true
      open: [{click: {role: link, name: Open}}, {wait_for: {screen: list}}, {click: {role: tab, name: More}}]
      screen: list
      fields: {phone: {css: \"#phone\"}, name: {css: \"#ghost\"}}
";

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_left_with_its_page_and_only_what_is_asked_for_has_to_be_there() {
    let mut app = App::start().await;
    people(&app);
    let views = PEOPLE
        .replace("screen: list\n      fields", "screen: own\n      fields")
        .replace("{wait_for: {screen: list}}", "{wait_for: {screen: own}}")
        .replace("screen: list\n    rows", "screen: people\n    rows");
    let parts = Parts {
        views: &views,
        screens: "  people: {recognise: {url: /page/people, visible: [{role: table}]}}
  own: {recognise: {url: [/page/ann, /page/bob], visible: [{role: tab, name: More}]}}\n",
        ..Parts::default()
    };
    let wish = |fields: &[&str]| json!({"user": {"email": "bob@example.org"}, "options": {"fields": fields}});
    let done = app.run(&parts, "users.get", wish(&["email", "phone"])).await;
    assert_eq!(ok(&done).subject.as_ref().unwrap().fields["phone"], "49");
    // Nobody asked for what bob does not have; who does is told whose page lacks it, and how to say that some do.
    let (kind, message) = refused(&app.run(&parts, "users.get", wish(&["email", "name"])).await);
    assert_eq!(kind, ErrorKind::ElementMissing);
    assert!(message.contains("`name` was not found on the page of `bob@example.org`"), "{message}");
    assert!(message.contains("`optional: true`"), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_that_fails_says_which_part_and_what_is_seen_instead() {
    let mut app = App::start().await;
    people(&app);
    let action = |expect: &str| {
        format!(
            "  users.list: {{view: users}}
  users.delete:
    steps:
      - row: {{view: users, by: email, do: [{{click: {{role: link, name: Open}}}}]}}
      - expect: {expect}
      - {{click: {{role: tab, name: More}}, commit: true}}
    outcomes: [{{when: {{visible: {{css: \"#gone\"}}}}, is: done}}]"
        )
    };
    let views = PEOPLE.split("    detail:").next().unwrap().to_owned();
    let user = json!({"user": {"email": "bob@example.org"}});
    let cases = [
        // Not there at all: the author needs what comes near, and nobody was mistaken for another.
        (
            "{visible: {role: heading, name: \"Delete {{ user.email }}\"}, text: {contains: \"{{ user.email }}\"}}",
            ErrorKind::ElementMissing,
            "nothing matches",
        ),
        // There, and about somebody else.
        (
            "{visible: {css: h2}, text: {contains: \"{{ user.email }}\"}}",
            ErrorKind::SubjectMismatch,
            "does not hold, it reads \"bob\"",
        ),
        (
            "{all: [{visible: {css: h2}, text: bob}, {visible: {css: h2}, text: \"{{ user.email }}\"}]}",
            ErrorKind::SubjectMismatch,
            "{css: \"h2\"} is visible and reads \"bob\": holds",
        ),
    ];
    for (expect, kind, said) in cases {
        let actions = action(expect);
        let done = app
            .run(&Parts { views: &views, actions: &actions, ..Parts::default() }, "users.delete", user.clone())
            .await;
        let (found, message) = refused(&done);
        assert_eq!(found, kind, "{message}");
        assert!(message.contains(said), "{message}");
        if kind == ErrorKind::ElementMissing {
            let near = &done.result.error.as_ref().unwrap().seen.as_ref().unwrap().candidates;
            assert!(near.iter().any(|near| near.locator == "{role: heading, name: bob}"), "{near:?}");
        }
    }
    // A page that is another one: each part of how it is recognised.
    let elsewhere = PEOPLE
        .replace("open: [{goto: /page/people}]", "open: [{goto: /page/bob}]")
        .replace("screen: list\n    rows", "screen: people\n    rows");
    let parts = Parts {
        views: &elsewhere,
        screens: "  people: {recognise: {url: /page/people, visible: [{role: heading, name: Members}, {role: table}]}}\n",
        page_time: "2s",
        ..Parts::default()
    };
    let (_, message) = refused(&app.run(&parts, "users.list", json!({})).await);
    assert!(message.contains("the address matches /page/people: does not hold, the address is /page/bob"), "{message}");
    assert!(message.contains("{role: table} is visible: does not hold, nothing matches"), "{message}");
    assert!(message.contains("{role: heading, name: \"Members\"} is visible: holds"), "{message}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_app_says_after_a_commit_is_quoted() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert(
            "people",
            "<table><tr><th>Email<th></tr><tr><td>bob@example.org<td><button onclick=\"document.getElementById('said').textContent = 'No seats left on plan S'\">Delete</button></tr></table><p id=said role=alert></p>".into(),
        );
    });
    let views = PEOPLE.split("    detail:").next().unwrap().to_owned();
    let actions = |rules: &str| {
        format!(
            "  users.list: {{view: users}}
  users.delete:
    verify: {{deadline: 3s}}
    steps:
      - row: {{view: users, by: email, do: [{{click: {{role: button, name: Delete}}, commit: true}}]}}
    outcomes: [{{when: {{visible: {{css: \"#gone\"}}}}, is: done}}{rules}]"
        )
    };
    let user = json!({"user": {"email": "bob@example.org"}});
    let known = actions(", {when: {visible: {role: alert}, text: {prefix: No seats}}, is: no_seats}");
    let (kind, message) = refused(
        &app.run(&Parts { views: &views, actions: &known, ..Parts::default() }, "users.delete", user.clone()).await,
    );
    assert_eq!(kind, ErrorKind::NoSeats);
    assert!(message.contains("it reads \"No seats left on plan S\" (rule at "), "{message}");
    // No rule knows it: the words to write one with.
    let unknown = actions("");
    let done = app.run(&Parts { views: &views, actions: &unknown, ..Parts::default() }, "users.delete", user).await;
    assert!(
        warned(&done, "outcome_unknown").contains("it says `No seats left on plan S`"),
        "{:?}",
        done.result.warnings
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_that_stand_for_nothing_and_icons_that_stand_for_something_are_read_as_that() {
    let mut app = App::start().await;
    app.with(|data| {
        let row = |email: &str, name: &str, mark: &str, tags: &str| {
            format!("<tr><td>{email}@example.org<td>{name}<td>{mark}<td>{tags}</tr>")
        };
        let off = "<svg class=off width=9 height=9 aria-hidden=true></svg>";
        let rows = row("a", "Ada", "", "<i>x</i><i>None</i>")
            + &row("b", "None", off, "<i>-</i>")
            + &row("c", " - ", "", "<i>y</i>");
        data.pages.insert("marks", format!("<table><tr><th>Email<th>Name<th>State<th>Tags</tr>{rows}</table>"));
    });
    let views = "  users:
    open: [{goto: /page/marks}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
    complete: single_page
    fields:
      email: {column: Email}
      name: {column: Name, absent: [None, \"-\"]}
      status: {present: {css: .off}, then: disabled, else: active}
      tags: {each: {css: i}, absent: [None, \"-\"]}
";
    let done = app.list(views).await;
    let items = ok(&done).items.as_ref().unwrap();
    let column = |name: &str| items.iter().map(|item| item[name].clone()).collect::<Vec<_>>();
    assert_eq!(column("name"), [json!("Ada"), json!(null), json!(null)]);
    assert_eq!(column("status"), ["active", "disabled", "active"]);
    assert_eq!(column("tags"), [json!(["x"]), json!([]), json!(["y"])]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selector_that_the_browser_refuses_is_the_recipes_fault_and_told_at_once() {
    let mut app = App::start().await;
    let begun = std::time::Instant::now();
    let done = app.list(&view("/table?n=3", TOTAL).replace("{column: Name}", "{css: \".\"}")).await;
    let (kind, message) = refused(&done);
    assert_eq!(kind, ErrorKind::InvalidRecipe, "{message}");
    assert!(message.contains("\".\" is not a valid CSS selector"), "{message}");
    assert_eq!(done.result.error.unwrap().user_action, idlcm::contract::UserAction::FixRecipe);
    assert!(begun.elapsed() < std::time::Duration::from_secs(10));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_with_a_page_for_each_row_has_time_for_all_of_them() {
    let mut app = App::start().await;
    let people = (0..12).map(|n| format!("<tr><td>u{n}@example.org<td><a href=/page/person>Open</a></tr>"));
    let rows: String = people.collect();
    app.with(|data| {
        data.pages.insert("people", format!("<table><tr><th>Email<th></tr>{rows}</table>"));
        // Every page takes a while to load.
        let slow = "<script>for (const end = Date.now() + 500; Date.now() < end; );</script>";
        data.pages.insert("person", format!("{slow}<p id=phone>49</p>"));
    });
    let views = PEOPLE.split(", {click: {role: tab").next().unwrap().to_owned()
        + "]\n      screen: list\n      fields: {phone: {css: \"#phone\"}}\n";
    // The time of the whole job would be over before the last page.
    let parts = Parts { views: &views, action_time: "5s", ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({"options": {"fields": ["email", "phone"]}})).await;
    assert_eq!(proof(&done), (Some(true), Some(Proof::SinglePage), 12));
    assert!(done.result.items.as_ref().unwrap().iter().all(|item| item["phone"] == "49"));
    app.stop().await;
}
