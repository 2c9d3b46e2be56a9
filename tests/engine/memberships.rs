//! Memberships that are read on each group's own page: what is opened for them, and what is told of them. The app says
//! which pages it was asked for, and who is in which group.

use crate::lists::{App, GROUPS_FIELD, Parts, group_views};
use idlcm::contract::{ErrorKind, Outcome, Partial};
use idlcm::engine::Done;
use serde_json::json;

const GROUPS: &str = "  groups: {key: id, fields: {id: {type: string}, name: {type: string}}}";
const JOIN: &str = "  groups.add_member:
    steps:
      - goto: \"/groups/{{ group.id }}\"
      - fill: {into: {label: Newcomer}, value: \"{{ user.email }}\"}
      - expect: {value: {of: {label: Newcomer}, is: \"{{ user.email }}\"}}
      - {click: {role: button, name: Add}, commit: true}
    outcomes: [{when: {visible: {role: status}, text: Added}, is: done}]";
const SEARCH: &str = "    pages: {next: list.next, max: 20}\n    search: {goto: \"/groups?q={{ group.id }}\", empty: {text: No such group}}\n";

const USERS: &str = "  users:
    open: [{goto: \"/table?n=4\"}]
    screen: list
    rows: {role: row, has: {role: cell}}
    key: email
    total: {from: list.total, regex: \"([0-9,]+) members\"}
    fields: {email: {column: Email, filters: [lower]}}
";

fn views(groups: &str) -> String {
    group_views(USERS, groups)
}

fn parts<'t>(views: &'t str, actions: &'t str) -> Parts<'t> {
    Parts { views, user_fields: GROUPS_FIELD, resources: GROUPS, actions, ..Parts::default() }
}

/// An app with that many groups; Ada (`u1`) is in the second.
async fn app(groups: usize) -> App {
    let app = App::start().await;
    app.with(|data| {
        data.groups = (0..groups).map(|at| ("Team", if at == 1 { vec!["u1@example.org"] } else { vec![] })).collect();
    });
    app
}

/// The groups that were opened to be read or to be joined.
fn opened(app: &App) -> Vec<String> {
    app.with(|data| data.asked.keys().filter_map(|key| key.strip_prefix("group ").map(str::to_owned)).collect())
}

fn wish(add: &[&str]) -> serde_json::Value {
    json!({"user": {"email": "u1@example.org"}, "grants": {"groups": {"add": add}}})
}

fn partial(done: &Done) -> Partial {
    let subject = done.result.subject.as_ref().unwrap();
    assert!(!subject.fields.contains_key("groups"), "a part is not told as the whole: {subject:?}");
    subject.partial["groups"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grant_opens_only_the_groups_that_it_names() {
    let mut commands = Vec::new();
    for (count, groups, narrowed) in [
        (5, "    complete: single_page\n", false),
        (40, "    complete: single_page\n", false),
        // Nothing proves that these are all groups, which those that are named need not.
        (40, "", false),
        (5, SEARCH, true),
        (40, SEARCH, true),
    ] {
        let mut app = app(count).await;
        let views = views(groups);
        let parts = parts(&views, JOIN);
        app.run(&parts, "users.get", json!({"user": {"email": "u1@example.org"}})).await;
        let done = app.run(&parts, "users.update", wish(&["g1", "g3"])).await;
        assert_eq!(done.result.outcome, Outcome::Succeeded, "{:#?}", done.result.error);
        assert_eq!(opened(&app), ["g1", "g3"]);
        assert_eq!(app.with(|data| data.groups[3].1.clone()), ["u1@example.org"]);
        assert!(app.with(|data| !data.asked.contains_key("join g1")), "she was in it already");
        assert_eq!(partial(&done), Partial { holds: vec!["g1".into(), "g3".into()], lacks: vec![] });
        assert_eq!(app.with(|data| !data.asked.contains_key("groups")), narrowed);
        commands.push(done.result.times.commands);
        // Nothing is left to do: proven by the same two pages.
        let done = app.run(&parts, "users.update", wish(&["g1", "g3"])).await;
        assert_eq!(done.result.outcome, Outcome::Unchanged);
        assert_eq!(opened(&app), ["g1", "g3"]);
        assert_eq!(partial(&done).holds, ["g1", "g3"]);
        app.stop().await;
    }
    // What the page after a click says may take a look more.
    let same = |one: usize, other: usize| commands[one].abs_diff(commands[other]) <= 2;
    assert!(same(0, 1) && same(3, 4), "more groups, more commands: {commands:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_does_not_exist_is_told_before_anything_is_written() {
    for groups in ["    complete: single_page\n", SEARCH] {
        let mut app = app(5).await;
        let views = views(groups);
        let done = app.run(&parts(&views, JOIN), "users.update", wish(&["g0", "g77"])).await;
        let error = done.result.error.clone().unwrap();
        assert_eq!(error.kind, ErrorKind::UnknownRole, "{error:?}");
        assert!(error.message.contains("g77"), "{error:?}");
        assert!(app.with(|data| !data.asked.contains_key("join g0")));
        app.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_to_be_in_these_groups_and_in_no_others_is_looked_for_in_all() {
    let mut app = app(6).await;
    let views = views("    complete: single_page\n");
    let leave = format!("{JOIN}\n{}", JOIN.replace("add_member", "remove_member"));
    let parts = parts(&views, &leave);
    let set = json!({"user": {"email": "u1@example.org"}, "grants": {"groups": {"set": ["g1"]}}});
    let done = app.run(&parts, "users.update", set).await;
    assert_eq!(done.result.outcome, Outcome::Unchanged, "{:#?}", done.result.error);
    assert_eq!(opened(&app).len(), 6);
    let subject = done.result.subject.as_ref().unwrap();
    assert_eq!(subject.fields["groups"], json!(["g1"]));
    assert!(subject.partial.is_empty());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_that_writes_all_groups_of_a_user_is_told_all() {
    let mut app = app(4).await;
    let views = views("    complete: single_page\n");
    let field = GROUPS_FIELD.replace("many: true", "many: true, write: [update]");
    // The app has no such form: the job ends before its commit, after it was read what there is to write.
    let actions = "  users.update:
    steps:
      - goto: \"/groups/g0\"
      - fill: {into: {label: Newcomer}, value: \"{{ user.email }}\"}
      - expect: {value: {of: {label: Newcomer}, is: \"{{ user.email }}\"}}
      - fill: {into: {label: Everything}, value: \"{{ user.groups | join(', ') }}\"}
      - {click: {role: button, name: Add}, commit: true}";
    let parts = Parts { user_fields: &field, ..parts(&views, actions) };
    let done = app.run(&parts, "users.update", wish(&["g3"])).await;
    assert_eq!(done.result.error.clone().unwrap().kind, ErrorKind::ElementMissing);
    assert_eq!(opened(&app), ["g0", "g1", "g2", "g3"]);
    assert_eq!(done.result.subject.as_ref().unwrap().fields["groups"], json!(["g1"]));
    app.stop().await;
}
