//! What the constructs of the language become, where no shipped recipe uses them: pieces put into a small recipe.

use std::path::Path;

use idlcm::contract::{Action, EvidencePolicy, ResourceKind, Verb};
use idlcm::recipe::{
    self, ActionKind, ChangePart, Finder, Loaded, MatchKind, Pager, Recipe, Segment, Step, StepVerb, Strictness,
    ValuePath, ViewKind, WriteAction,
};
use tempfile::TempDir;

/// A recipe of users and groups; each test puts something in.
const SMALL: &str = r#"schema: idlcm.recipe/1
app: {id: small, name: Small, version: 1}
base_url: https://small.example
service_account: [username, password]
resources:
  users:
    key: email
    fields:
      email: {type: email, required: true, write: [create]}
      groups: {type: ref, of: groups, many: true, from: {view: group_members, value: group.id}}
  groups: {key: id, catalog: {staff: Staff, boss: Bosses}}
screens:
  login:
    recognise: {url: /login, visible: [login.submit]}
    elements: {name: {label: User}, password: {label: Password}, submit: {role: button, name: Log in}}
  users:
    recognise: {url: /users*, visible: [users.table]}
    elements: {table: {role: table, name: Users}, email: {label: Email}, save: {role: button, name: Save}}
  group:
    recognise: {visible: [group.members]}
    elements: {members: {role: list, name: Members}, add: {role: combobox, name: Add}, save: {role: button, name: Save}}
session:
  check: {goto: /users, screen: users}
  login:
    steps:
      - fill: {into: login.name, value: "{{ secrets.username }}"}
      - fill: {into: login.password, value: "{{ secrets.password }}"}
      - {click: login.submit, commit: true}
    outcomes: [{when: {screen: users}, is: done}]
views:
  users:
    open: [{goto: /users}]
    screen: users
    rows: {role: row, within: users.table}
    key: email
    complete: single_page
    fields: {email: {column: Email}}
  group_members:
    of: groups
    open: [{goto: "/groups/{{ group.id }}"}]
    screen: group
    rows: {role: listitem, within: group.members}
    key: email
    complete: single_page
    fields: {email: {css: .mail}}
actions:
  users.list: {view: users}
  users.create:
    steps:
      - goto: /users
      - fill: {into: users.email, value: "{{ user.email }}"}
      - {click: users.save, commit: true}
"#;

fn checked(text: &str) -> Recipe {
    let loaded = recipe::check_text(Path::new("small.yaml"), text, Strictness::Normal);
    assert!(!loaded.has_errors(), "{}", told(&loaded));
    loaded.recipe.unwrap()
}

fn told(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect()
}

fn with(from: &str, to: &str) -> Recipe {
    assert!(SMALL.contains(from), "{from}");
    checked(&SMALL.replacen(from, to, 1))
}

fn write(recipe: &Recipe, kind: ResourceKind, verb: Verb) -> &WriteAction {
    match &recipe.actions[&Action::On(kind, verb)].kind {
        ActionKind::Write(write) => write,
        ActionKind::References(writes) => &writes["groups"],
        other => panic!("{other:?} does not write"),
    }
}

#[test]
fn a_numbered_pager_knows_the_next_page() {
    let text = "    complete: single_page\n    fields: {email: {column";
    let recipe =
        with(text, "    pages: {next: {role: link, name: \"{{ page.next }}\"}, max: 9}\n    fields: {email: {column");
    let ViewKind::Table(table) = &recipe.views["users"].kind else { panic!("not a table") };
    let Some(Pager::Pages(pages)) = &table.pager else { panic!("no pages") };
    let Finder::Role { name: Some(name), .. } = &pages.next.finder else { panic!("not a role") };
    let MatchKind::Is(text) = &name.kind else { panic!("not a whole text") };
    assert!(matches!(text.segments.as_slice(), [Segment::Hole(hole)] if hole.path == ValuePath::NextPage));
}

#[test]
fn values_that_exclude_each_other_do_so_in_both_directions() {
    let recipe = with("{staff: Staff, boss: Bosses}", "{staff: {label: Staff, incompatible: [boss]}, boss: Bosses}");
    let catalog = recipe.resources[&ResourceKind::Groups].catalog.as_ref().unwrap();
    assert_eq!(catalog["boss"].incompatible, ["staff"]);
    assert_eq!((catalog["staff"].label.read.as_str(), catalog["staff"].rank), ("Staff", None));
}

#[test]
fn revoking_item_by_item_commits_once_for_each() {
    let revoke = "  users.revoke:
    groups:
      steps:
        - for_each:
            items: change.groups.remove
            as: group
            max: 9
            do:
              - goto: \"/groups/{{ group }}\"
              - expect: {visible: {text: \"{{ user.email }}\"}}
              - {click: group.save, commit: true}
              - wait_for: {visible: group.members}
";
    let recipe = checked(&format!("{SMALL}{revoke}"));
    let write = write(&recipe, ResourceKind::Users, Verb::Revoke);
    assert!(write.per_item);
    let StepVerb::ForEach { items, .. } = &write.steps[0].verb else { panic!("not a loop") };
    assert_eq!(*items, ValuePath::Change("groups".to_owned(), ChangePart::Remove));
}

#[test]
fn a_grant_that_saves_once_is_not_per_item() {
    let grant = "  users.grant:
    groups:
      steps:
        - row: {view: users, by: email, do: [{click: {role: link, name: Edit}}]}
        - expect: {value: {of: users.email, is: \"{{ user.email }}\"}}
        - for_each: {items: change.groups.add, as: group, max: 9, do: [{check: {label: \"{{ group | label }}\"}}]}
        - {click: users.save, commit: true}
";
    assert!(!write(&checked(&format!("{SMALL}{grant}")), ResourceKind::Users, Verb::Grant).per_item);
}

#[test]
fn a_member_is_added_with_both_at_hand() {
    let add = "  groups.add_member:
    steps:
      - goto: \"/groups/{{ group.id }}\"
      - choose: {in: group.add, option: \"{{ user.email }}\", filter: true}
      - {click: group.save, commit: true}
  groups.remove_member:
    steps:
      - row: {view: group_members, by: email, do: [{click: {role: button, name: Remove}, commit: true}]}
";
    let recipe = checked(&format!("{SMALL}{add}"));
    for verb in [Verb::AddMember, Verb::RemoveMember] {
        let write = write(&recipe, ResourceKind::Groups, verb);
        assert!(write.per_item);
        assert_eq!(
            (write.goal.matches.as_slice(), write.verify_view.as_str()),
            (["groups".to_owned()].as_slice(), "users")
        );
    }
    let StepVerb::Goto(path) = &write(&recipe, ResourceKind::Groups, Verb::AddMember).steps[0].verb else { panic!() };
    let Some(Segment::Hole(hole)) = path.segments.last() else { panic!("no hole") };
    assert_eq!(hole.path, ValuePath::Other(ResourceKind::Groups, "id".to_owned()));
}

#[test]
fn settings_and_the_logout_arrive() {
    let recipe = checked(
        &SMALL
            .replacen("resources:\n", "settings: {evidence: always, timeouts: {download: 2m}}\nresources:\n", 1)
            .replacen("views:\n", "  logout: [{goto: /logout}]\nviews:\n", 1),
    );
    assert_eq!(recipe.settings.evidence, EvidencePolicy::Always);
    assert_eq!(recipe.settings.timeouts.download.to_string(), "2m");
    assert!(matches!(recipe.session.logout.as_slice(), [Step { verb: StepVerb::Goto(_), .. }]));
}

#[test]
fn a_file_is_uploaded_from_the_recipes_own_folder_and_from_nowhere_else() {
    let folder = TempDir::new().unwrap();
    let outside = TempDir::new().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "x").unwrap();
    std::fs::create_dir(folder.path().join("files")).unwrap();
    std::fs::write(folder.path().join("files/photo.png"), "x").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), folder.path().join("link.txt")).unwrap();
    let path = folder.path().join("recipe.yaml");
    let load = |file: &str| {
        let step = format!("      - upload: {{into: {{label: Photo, hidden: true}}, file: {file}}}\n");
        let text = SMALL.replacen("      - {click: users.save", &format!("{step}      - {{click: users.save"), 1);
        std::fs::write(&path, text).unwrap();
        recipe::load(&path, Strictness::Normal).unwrap()
    };
    let recipe = load("files/photo.png").recipe.unwrap();
    let StepVerb::Upload { into, file } = &write(&recipe, ResourceKind::Users, Verb::Create).steps[2].verb else {
        panic!("not an upload")
    };
    assert!(into.hidden);
    assert_eq!(*file, folder.path().join("files/photo.png").canonicalize().unwrap());
    for (file, message) in [
        ("link.txt", "leads out of the recipe's folder"),
        ("files", "is not a file"),
        ("../x", "is not a path inside the recipe's folder"),
        ("gone.png", "there is no file `gone.png` in the recipe's folder"),
    ] {
        let loaded = load(file);
        assert!(loaded.recipe.is_none() && loaded.diagnostics[0].message.contains(message), "{}", told(&loaded));
    }
}

/// Every key and every value of an enum is described: editors and the reference manual show nothing else.
#[test]
fn everything_in_the_schema_is_described() {
    fn walk(at: &str, value: &serde_json::Value, missing: &mut Vec<String>) {
        if let Some(properties) = value["properties"].as_object() {
            for (name, property) in properties {
                if property["description"].as_str().is_none_or(str::is_empty) {
                    missing.push(format!("{at}.{name}"));
                }
                walk(&format!("{at}.{name}"), property, missing);
            }
        }
        for part in value["oneOf"].as_array().into_iter().flatten() {
            if part.get("const").is_some() && part["description"].as_str().is_none() {
                missing.push(format!("{at}: {}", part["const"]));
            }
        }
    }
    let schema = recipe::json_schema();
    let mut missing = Vec::new();
    walk("", &schema, &mut missing);
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        let described = definition["description"].as_str().is_some() || definition.get("anyOf").is_some();
        if !described {
            missing.push(name.clone());
        }
        walk(name, definition, &mut missing);
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn an_element_with_values_is_known_where_they_are() {
    let text = SMALL
        .replacen(
            "save: {role: button, name: Save}}",
            "save: {role: button, name: \"Save {{ user.email }}\"}, both: {text: x, within: users.save}}",
            1,
        )
        .replacen("      - {click: users.save", "      - expect: {visible: users.both}\n      - {click: users.save", 1);
    let recipe = checked(&text);
    let StepVerb::Click(locator) = &write(&recipe, ResourceKind::Users, Verb::Create).steps[3].verb else { panic!() };
    let Finder::Role { name: Some(name), .. } = &locator.finder else { panic!("not a role") };
    let MatchKind::Is(text) = &name.kind else { panic!("not a whole text") };
    assert!(
        matches!(text.segments.last(), Some(Segment::Hole(hole)) if hole.path == ValuePath::Subject("email".to_owned()))
    );
    // Chains and doublings of such elements end as others do.
    let doubling: Vec<String> =
        (0..40).map(|n| format!("d{n}: {{any_of: [users.d{0}, users.d{0}]}}, ", n + 1)).collect();
    let doubling = doubling.concat();
    let endless = SMALL.replacen(
        "save: {role: button, name: Save}}",
        &format!("{doubling}d40: {{text: \"{{{{ user.email }}}}\"}}, save: users.d0}}"),
        1,
    );
    let loaded = recipe::check_text(Path::new("small.yaml"), &endless, Strictness::Normal);
    assert!(loaded.diagnostics.iter().any(|d| d.code == "too_complex"), "{}", told(&loaded));
}
