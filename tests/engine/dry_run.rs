//! Dry runs pass on a recipe that is right, and fail on one that is wrong, at the line that is.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const LEDGERLY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/recipes/ledgerly/recipe.yaml");

fn dry_run(recipe: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("dry-run").arg(recipe);
    command.args(arguments).output().unwrap()
}

fn cases(output: &Output) -> Vec<Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A recipe that is wrong, and which cases have to show it.
struct Wrong {
    name: &'static str,
    /// What stands in the recipe, and what instead.
    changes: &'static [(&'static str, &'static str)],
    /// The cases that are played.
    cases: &'static str,
    /// What ends on the line that the report has to name.
    line: &'static str,
}

/// Deliberately wrong recipes. All of them pass the checker.
const WRONG: &[Wrong] = &[
    Wrong {
        name: "a column that is another",
        changes: &[("joined: {column: Joined, filters: [{date: \"%d %b %Y\"}]}", "joined: {column: Email}")],
        cases: "reads/users/a-page",
        line: "joined: {column: Email}",
    },
    Wrong {
        name: "the labels of two roles exchanged",
        changes: &[("accountant: Accountant, viewer: Read only", "accountant: Read only, viewer: Accountant")],
        cases: "reads/users/a-page",
        line: "role:   {column: Role, map: roles}",
    },
    Wrong {
        name: "the labels of the status exchanged",
        changes: &[("labels: {active: Active, disabled: Suspended}", "labels: {active: Suspended, disabled: Active}")],
        cases: "reads/users/a-page",
        line: "status: {column: Status, map: status}",
    },
    Wrong {
        name: "a list read without its other pages",
        changes: &[
            ("    total: {from: users.count, regex: \"of ([0-9,]+)\"}\n", ""),
            ("    pages: {next: users.next, max: 500}\n", "    complete: single_page\n"),
        ],
        cases: "reads/users/all",
        line: "views:\n  users:",
    },
    Wrong {
        name: "a total that is the first number",
        changes: &[("regex: \"of ([0-9,]+)\"", "regex: \"([0-9,]+)\"")],
        cases: "reads/users/all",
        line: "views:\n  users:",
    },
    Wrong {
        name: "a limit of pages below what there is",
        changes: &[("max: 500", "max: 1")],
        cases: "reads/users/all",
        line: "views:\n  users:",
    },
    Wrong {
        name: "an empty list that is called otherwise",
        changes: &[("none:    {text: No users found}", "none:    {text: Nobody}")],
        cases: "writes/create",
        line: "views:\n  users:",
    },
    Wrong {
        name: "a search for something else",
        changes: &[("value: \"{{ user.email }}\", submit: enter", "value: \"x{{ user.email }}\", submit: enter")],
        cases: "writes/create",
        line: "{click: user_form.save, commit: true}",
    },
    Wrong {
        name: "a value in the wrong field",
        changes: &[(
            "fill: {into: user_form.name, value: \"{{ user.name }}\"}\n      - choose",
            "fill: {into: user_form.name, value: \"{{ user.email }}\"}\n      - choose",
        )],
        cases: "writes/create",
        line: "{click: user_form.save, commit: true}",
    },
    Wrong {
        name: "a role that is not chosen, and a goal that does not ask for it",
        changes: &[
            (
                "    goal: {exists: true, match: [name, role], set: {status: active}}\n",
                "    goal: {exists: true, match: [name], set: {status: active}}\n",
            ),
            (
                "      - choose: {in: user_form.role, option: \"{{ user.role | label }}\"}\n",
                "      - choose: {in: user_form.role, option: Read only}\n",
            ),
        ],
        cases: "writes/create/role/*",
        line: "{click: user_form.save, commit: true}",
    },
    Wrong {
        name: "no rule for seats",
        changes: &[(
            "    outcomes:\n      - {when: {visible: user_form.error, text: {contains: has already been taken}}, is: already_exists}\n      - {when: {visible: user_form.error, text: {contains: seats}}, is: no_seats}\n",
            "    outcomes:\n      - {when: {visible: user_form.error, text: {contains: has already been taken}}, is: already_exists}\n",
        )],
        cases: "writes/create/no-seats",
        line: "{click: user_form.save, commit: true}",
    },
    Wrong {
        name: "no rule for a wrong password",
        changes: &[(
            "      - {when: {visible: login.flash, text: {contains: Invalid email or password}}, is: bad_credentials}\n",
            "",
        )],
        cases: "session/wrong-password",
        line: "      - {click: login.submit, commit: true}",
    },
    Wrong {
        name: "the wrong button",
        changes: &[(
            "click: user_form.suspend, commit: true, dialog: {accept: {prefix: Suspend this account}}",
            "click: user_form.save, commit: true",
        )],
        cases: "writes/disable",
        line: "is: \"{{ user.email }}\"}}\n      - {click: user_form.save, commit: true}",
    },
    Wrong {
        name: "a goal that holds already",
        changes: &[("goal: {exists: true, set: {status: disabled}}", "goal: {exists: true, set: {status: active}}")],
        cases: "writes/disable",
        line: "{click: user_form.suspend, commit: true",
    },
    Wrong {
        name: "a dialog that asks something else",
        changes: &[("accept: {prefix: Suspend this account}", "accept: {prefix: Delete this account}")],
        cases: "writes/disable",
        line: "{click: user_form.suspend, commit: true",
    },
    Wrong {
        name: "the button of the opposite",
        changes: &[(
            "      - {click: user_form.reactivate, commit: true}",
            "      - {click: user_form.save, commit: true}",
        )],
        cases: "writes/enable",
        line: "is: \"{{ user.email }}\"}}\n      - {click: user_form.save, commit: true}",
    },
    Wrong {
        name: "another person's row",
        changes: &[(
            "  users.disable:\n    goal: {exists: true, set: {status: disabled}}\n    steps:\n      - row: {view: users, by: email, do: [{click: {role: link, name: Edit}}]}\n",
            "  users.disable:\n    goal: {exists: true, set: {status: disabled}}\n    steps:\n      - goto: /admin/users\n      - click: {role: link, name: Edit, nth: 1}\n",
        )],
        cases: "writes/disable",
        line: "nth: 1}\n      - expect: ",
    },
    Wrong {
        name: "an alternative that does something else",
        changes: &[(
            "suspend:    {role: button, name: Suspend account}",
            "suspend:    {any_of: [{role: button, name: Suspend account}, {role: button, name: Save changes}]}",
        )],
        cases: "writes/disable",
        line: "{click: user_form.suspend, commit: true",
    },
    Wrong {
        name: "a screen that is every page",
        changes: &[(
            "recognise: {url: [/admin/users/new, \"/admin/users/*/edit\"], visible: [user_form.save]}",
            "recognise: {url: /admin/*}",
        )],
        cases: "screens/*",
        line: "",
    },
    Wrong {
        name: "a change that is not written",
        changes: &[(
            "      - {fill: {into: user_form.name, value: \"{{ user.name }}\"}, when: {changed: user.name}}\n",
            "      - {fill: {into: user_form.name, value: \"{{ user.name }}\"}, when: {given: user.role}}\n",
        )],
        cases: "writes/update/name",
        line: "when: {changed: user.role}}\n      - {click: user_form.save, commit: true}",
    },
    Wrong {
        name: "a row's link that is not there",
        changes: &[(
            "  users.enable:\n    goal: {exists: true, set: {status: active}}\n    steps:\n      - row: {view: users, by: email, do: [{click: {role: link, name: Edit}}]}\n",
            "  users.enable:\n    goal: {exists: true, set: {status: active}}\n    steps:\n      - row: {view: users, by: email, do: [{click: {role: link, name: Open}}]}\n",
        )],
        cases: "writes/enable",
        line: "do: [{click: {role: link, name: Open}}]",
    },
];

/// Plays a wrong recipe; what it should have shown and did not.
fn shown(wrong: &Wrong) -> Result<(), String> {
    let mut text = std::fs::read_to_string(LEDGERLY).unwrap();
    for (right, instead) in wrong.changes {
        if !text.contains(right) {
            return Err(format!("the recipe has no `{right}`"));
        }
        text = text.replacen(right, instead, 1);
    }
    let root = tempfile::tempdir().unwrap();
    let recipe: PathBuf = root.path().join("recipes/ledgerly/recipe.yaml");
    std::fs::create_dir_all(recipe.parent().unwrap()).unwrap();
    std::fs::write(&recipe, &text).unwrap();
    let output = dry_run(&recipe, &["--fixture", "fixtures/ledgerly", "--case", wrong.cases, "--format", "json"]);
    if output.status.code() != Some(1) {
        return Err(format!("{output:?}"));
    }
    let end = text.find(wrong.line).ok_or("no such line")? + wrong.line.len();
    let line = format!("recipe.yaml:{}:", text[..end].lines().count());
    let failed: Vec<Value> = cases(&output).into_iter().filter(|case| case["verdict"] == "failed").collect();
    let told = serde_json::to_string(&failed).unwrap();
    if wrong.line.is_empty() || told.contains(&line) {
        return Ok(());
    }
    Err(format!("{line} is not named in {told}"))
}

/// `part` of `parts`, so that they run beside each other.
fn all_shown(part: usize, parts: usize) {
    let mine = WRONG.iter().enumerate().filter(|(at, _)| at % parts == part).map(|(_, wrong)| wrong);
    let not: Vec<String> =
        mine.filter_map(|wrong| shown(wrong).err().map(|why| format!("{}: {why}", wrong.name))).collect();
    assert!(not.is_empty(), "{}", not.join("\n\n"));
}

/// No case of the recipe as it stands fails, and there are enough of them.
fn all_pass(recipe: &str, more: &[&str]) {
    let listed = dry_run(Path::new(recipe), &["--list"]);
    let names = String::from_utf8(listed.stdout).unwrap();
    let mutations = names.lines().filter(|name| name.contains("/mutations/")).count();
    assert!(names.lines().count() >= 60 && mutations >= 25, "{names}");
    let output = dry_run(Path::new(recipe), &[more, &["--format", "json"]].concat());
    let failed: Vec<Value> = cases(&output).into_iter().filter(|case| case["verdict"] == "failed").collect();
    assert!(failed.is_empty() && output.status.success(), "{failed:#?}\n{}", String::from_utf8_lossy(&output.stderr));
}

/// A few cases of every kind, of fixtures whose whole dry run takes longer than a change may.
const SOME: [&str; 18] = [
    "--case",
    "screens/*",
    "--case",
    "reads/users/all",
    "--case",
    "writes/create",
    "--case",
    "writes/disable",
    "--case",
    "session/wrong-password",
    "--case",
    "faults/error-after/create",
    "--case",
    "faults/crash-after/disable",
    "--case",
    "mutations/doubled/*.send",
    "--case",
    "mutations/*/person.save",
];

#[test]
fn boardly_passes() {
    let more = ["--case", "writes/groups/*", "--case", "writes/update/email*"];
    all_pass("recipes/boardly", &[&SOME[..], &more].concat());
}

#[test]
fn vaultic_passes() {
    all_pass("recipes/vaultic", &SOME);
}

#[test]
fn trackly_passes() {
    all_pass("recipes/trackly", &[&SOME[..], &["--case", "writes/roles/*"]].concat());
}

#[test]
#[ignore = "takes minutes: make test-long"]
fn every_recipe_passes_whole() {
    let recipes = [
        "boardly",
        "vaultic",
        "trackly",
        "django-admin",
        "flask-appbuilder",
        "rabbitmq-management",
        "directus",
        "idlcm-console",
    ];
    for recipe in recipes {
        all_pass(&format!("recipes/{recipe}"), &[]);
    }
}

#[test]
fn a_new_recipe_passes_and_a_broken_locator_fails_the_cases_that_need_it_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut new = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    let made = new.current_dir(folder.path()).args(["recipe", "new", "my-app"]).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    let recipe = folder.path().join("recipes/my-app/recipe.yaml");
    let played =
        ["--case", "reads/users/*", "--case", "writes/create*", "--case", "writes/disable", "--format", "json"];
    let failed = |output: &Output| {
        let failed = cases(output).into_iter().filter(|case| case["verdict"] == "failed");
        failed.map(|case| case["case"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let whole = dry_run(&recipe, &played);
    assert_eq!((whole.status.code(), failed(&whole)), (Some(0), vec![]), "{}", String::from_utf8_lossy(&whole.stderr));
    let text = std::fs::read_to_string(&recipe).unwrap();
    let broken = text.replacen("name: Create user", "name: Make user", 1);
    assert_ne!(text, broken);
    std::fs::write(&recipe, broken).unwrap();
    let failed = failed(&dry_run(&recipe, &played));
    assert!(failed.contains(&"writes/create".to_owned()), "{failed:?}");
    assert!(failed.iter().all(|case| case.starts_with("writes/create")), "{failed:?}");
}

#[test]
fn ledgerly_passes() {
    all_pass("recipes/ledgerly", &[]);
}

#[test]
fn wrong_recipes_fail_at_their_lines_1() {
    all_shown(0, 3);
}

#[test]
#[ignore = "takes a minute: make test-long"]
fn wrong_recipes_fail_at_their_lines_2() {
    all_shown(1, 3);
}

#[test]
#[ignore = "takes a minute: make test-long"]
fn wrong_recipes_fail_at_their_lines_3() {
    all_shown(2, 3);
}

#[test]
fn whoever_wants_to_watch_needs_a_window() {
    for arguments in [&["--slow", "500ms"][..], &["--keep-open"], &["--headed", "--slow", "quickly"]] {
        let refused = dry_run(Path::new("recipes/ledgerly"), arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {refused:?}");
    }
}
