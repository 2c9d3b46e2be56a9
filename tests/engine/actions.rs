//! Every verb and every condition through the engine, where it works and where it must refuse. Whether the commit was
//! reached is read from the app's own journal.

use crate::app::{App, job};
use idlcm::contract::{Effect, ErrorKind, Outcome};
use serde_json::json;

/// Steps that go before the save, and what the error says; nothing where they work.
type Case = (&'static str, Option<&'static str>);

async fn run(cases: &[Case]) {
    let mut app = App::start("verbs").await;
    let mut wrong = Vec::new();
    for (number, (steps, words)) in cases.iter().enumerate() {
        let indented = format!("- {}", steps.replace('\n', "\n      - "));
        app.change("verbs", |text| text.replace("#STEPS", &indented));
        let before = app.changes().len();
        let name = format!("case {number}");
        let update = json!({"user": {"email": "eve@x.example", "name": name}});
        let result = app.run(&job("users.update", &update)).await;
        let reached = app.changes().len() - before;
        match words {
            None => {
                if (result.outcome, reached) != (Outcome::Succeeded, 1) || app.field("eve@x.example", "name") != name {
                    wrong.push(format!("{steps}: {:?}", result.error));
                }
            }
            Some(words) => {
                let message = result.error.as_ref().map(|error| error.message.clone()).unwrap_or_default();
                if (result.outcome, result.effect, reached) != (Outcome::Failed, Effect::None, 0)
                    || !message.contains(words)
                {
                    wrong.push(format!("{steps}: {:?}, {reached} commits, `{message}`", result.outcome));
                }
            }
        }
    }
    app.stop().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn verbs_do_what_they_say_or_stop_before_the_commit() {
    run(&[
        ("click: form.reveal\nexpect: {visible: form.secret}", None),
        ("click: form.off", Some("disabled")),
        ("click: form.secret", Some("nothing visible matches")),
        ("hover: form.menu\nexpect: {visible: form.inner}", None),
        ("hover: form.secret", Some("nothing visible matches")),
        ("press: {keys: [Escape]}\nexpect: {visible: form.pressed, text: escaped}", None),
        ("choose: {in: form.colour, option: Blue}\nexpect: {value: {of: form.colour, is: Blue}}", None),
        ("choose: {in: form.colour, option: Green}", Some("Green")),
        ("choose: {in: form.town, option: Town 250, filter: true}\nexpect: {value: {of: form.town, is: Town 250}}", None),
        ("choose: {in: form.town, option: Town 250}", Some("Town 250")),
        ("choose: {in: form.town, option: Nowhere, filter: true}", Some("Nowhere")),
        ("check: form.agree\ncheck: form.agree\nuncheck: form.agree", None),
        ("set_checked: {into: form.agree, to: \"true\"}\nuncheck: form.agree\nset_checked: {into: form.agree, to: \"false\"}", None),
        ("set_checked: {into: form.agree, to: \"{{ user.name }}\"}", Some("is neither `true` nor `false`")),
        ("check: form.stuck", Some("did not stay checked")),
        ("set_date: {into: form.day, value: \"2026-11-05\"}\nexpect: {value: {of: form.day, is: \"2026-11-05\"}}", None),
        ("set_date: {into: form.day, value: \"2025-11-05\"}", Some("takes dates from 2026-01-01")),
        (
            "set_date: {into: form.written, value: \"2026-11-05\", format: \"%d.%m.%Y\"}\nexpect: {value: {of: form.written, is: 05.11.2026}}",
            None,
        ),
        ("set_date: {into: form.written, value: \"{{ user.name }}\", format: \"%d.%m.%Y\"}", Some("is not a date")),
        ("fill: {into: form.coded, value: \"1234\", keys: true}\nexpect: {value: {of: form.coded, is: 12-34}}", None),
        ("fill: {into: form.coded, value: \"12a4\", keys: true}", Some("expected \"12a4\", found \"12-4\"")),
        ("fill: {into: form.coded, value: \"12a4\", keys: true, reads: 12-4}", None),
        ("fill: {into: form.coded, value: \"1234\", keys: true, reads: \"1234\"}", Some("expected \"1234\", found \"12-34\"")),
        ("fill: {into: form.day, value: \"05112026\", keys: true}", Some("`set_date`")),
        ("upload: {into: form.file, file: photo.txt}", None),
        ("upload: {into: form.file, file: photo.png}", Some("it takes only .txt")),
        ("capture: {from: form.link, read: text, as: link}\nexpect: {equals: [captured.link, \"https://invite.example/42\"]}", None),
        ("capture: {from: form.secret, read: text, as: link}\nexpect: {equals: [captured.link, x]}", Some("nothing visible matches")),
        ("first_of: [{when: {visible: form.secret}, is: app_rejected}, {when: {visible: form.name}, do: [{click: form.reveal}]}]\nexpect: {visible: form.secret}", None),
        ("first_of: [{when: {visible: form.secret}}, {when: {visible: form.inner}}]", Some("none of the branches")),
        ("first_of: [{when: {visible: form.name}, is: app_rejected}, {when: {visible: form.secret}}]", Some("app rejected")),
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_is_clicked_once_it_is_the_only_one_and_ready_or_the_commit_is_not_reached() {
    run(&[
        ("click: form.twin", Some("2 visible elements match {role: button, name: \"Twin\"}")),
        (
            "click: {role: button, name: Twin, within: {role: region, name: Other}}\nexpect: {visible: form.clicked, text: Twin}",
            None,
        ),
        // A hidden twin does not count.
        ("click: {role: button, name: Lone}\nexpect: {visible: form.clicked, text: Lone}", None),
        ("click: {role: button, name: Swinging}", Some("it keeps moving")),
        ("click: {role: button, name: Covered}", Some("it is covered by <b id=\"lid\">Loading")),
        ("click: form.off", Some("it is disabled")),
        // Drawn anew between the look and the click.
        ("click: {role: button, name: Redrawn}\nexpect: {visible: form.clicked, text: Redrawn}", None),
        // It appears after 3 s; a step has 1 s unless it says otherwise.
        ("click: {role: button, name: After}", Some("nothing visible matches {role: button, name: \"After\"}")),
        ("{click: {role: button, name: After}, timeout: 8s}\nexpect: {visible: form.clicked, text: After}", None),
        // A message from before.
        ("click: form.reveal\nwait_for: {toast: Saved before}", Some("did not come to hold")),
        // A write needs the first of several alternatives, and those that match must be one element.
        ("click: {any_of: [{role: button, name: Lone}, {css: \"#none\"}]}\nexpect: {visible: form.clicked, text: Lone}", None),
        ("click: {any_of: [{css: \"#none\"}, {role: button, name: Lone}]}", Some("was found only by alternative 2 of `any_of`")),
        (
            "click: {any_of: [{role: button, name: Lone}, {role: button, name: Reveal}]}",
            Some("alternatives 1 and 2 of any_of match different elements"),
        ),
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_elements_are_told_apart_for_the_author_and_a_later_alternative_warns_a_reader_only() {
    let mut app = App::start("verbs").await;
    let update = json!({"user": {"email": "eve@x.example", "name": "Other"}});
    app.change("verbs", |text| text.replace("#STEPS", "- click: form.twin"));
    let result = app.run(&job("users.update", &update)).await;
    assert_eq!(result.error.unwrap().kind, ErrorKind::ElementAmbiguous);
    let problem = app.problem.take().unwrap();
    assert_eq!(problem.code, "element_ambiguous");
    assert!(problem.message.starts_with("2 visible elements match {role: button, name: \"Twin\"}"), "{problem:?}");
    assert!(problem.message.ends_with("; exactly one must"), "{problem:?}");
    let source = &app.entry.recipe.source;
    assert_eq!(&source.text[problem.span.start..problem.span.end], "{role: button, name: Twin}");
    let help = problem.help.unwrap();
    for words in [
        "1: <button>Twin    add  within: {role: navigation, name: Main}",
        "2: <button>Twin    add  within: {role: region, name: Other}",
        "in users.update, click form.twin",
        "nothing was changed in the app: the commit step was not reached",
    ] {
        assert!(help.contains(words), "{help}");
    }

    let second = "{any_of: [{css: \"#none\"}, {role: button, name: Save}]}";
    app.change("verbs", |text| text.replace("{click: form.save,", &format!("{{click: {second},")));
    let result = app.run(&job("users.update", &update)).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None));
    let message = result.error.unwrap().message;
    assert!(message.contains("found only by a later alternative of `any_of`; a commit needs the first"), "{message}");
    assert_eq!(app.changes(), []);

    app.change("verbs", |text| {
        let second = "{any_of: [{css: \"#none\"}, {role: table, name: Users}]}";
        text.replace("open: [{goto: /users}]", &format!("open: [{{goto: /users}}, {{hover: {second}}}]"))
    });
    let result = app.run(&job("users.list", &json!({}))).await;
    assert_eq!(result.outcome, Outcome::Succeeded);
    assert!(result.warnings.iter().any(|warning| warning.code == "drift"), "{:?}", result.warnings);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn conditions_hold_or_stop_before_the_commit() {
    let no = Some("did not come to hold");
    run(&[
        ("expect: {visible: form.name}", None),
        ("expect: {visible: form.secret}", no),
        ("expect: {visible: form.head, text: {prefix: Form of}}", None),
        ("expect: {visible: form.head, text: Elsewhere}", no),
        ("expect: {gone: form.secret}", None),
        ("expect: {gone: form.name}", no),
        ("expect: {enabled: form.save}", None),
        ("expect: {enabled: form.off}", no),
        ("expect: {screen: form}", None),
        ("expect: {screen: users}", Some("users")),
        ("expect: {url: /form}", None),
        ("expect: {url: /other*}", no),
        ("click: form.toast\nwait_for: {toast: Hello}", None),
        ("wait_for: {toast: Hello}", no),
        ("expect: {value: {of: form.colour, is: Red}}", None),
        ("expect: {value: {of: form.colour, is: Blue}}", no),
        ("expect: {given: user.name}", None),
        ("expect: {given: user.phone}", no),
        ("expect: {changed: user.name}", None),
        ("expect: {not: {changed: user.name}}", no),
        ("expect: {equals: [user.email, eve@x.example]}", None),
        ("expect: {equals: [user.email, ada@x.example]}", no),
        ("expect: {all: [{visible: form.name}, {gone: form.secret}]}", None),
        ("expect: {all: [{visible: form.name}, {gone: form.name}]}", no),
        ("expect: {any: [{visible: form.secret}, {visible: form.name}]}", None),
        ("expect: {any: [{visible: form.secret}, {visible: form.inner}]}", no),
        ("expect: {not: {visible: form.secret}}", None),
        ("expect: {not: {visible: form.name}}", no),
        ("{click: form.reveal, when: {given: user.phone}}\nexpect: {gone: form.secret}", None),
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_or_a_choice_that_commits_is_looked_at_before_and_after() {
    const CLICK: &str = "- {click: form.save, commit: true}";
    let saved = |commit: &'static str| move |text: &str| text.replace(CLICK, commit);
    let update = json!({"user": {"email": "eve@x.example", "name": "Green"}});
    let mut app = App::with("verbs", saved("- {press: {keys: [Enter], in: form.name}, commit: true}")).await;
    let result = app.run(&job("users.update", &update)).await;
    assert_eq!((result.outcome, result.effect), (Outcome::Succeeded, Effect::Applied), "{:?}", result.error);
    // What the app says is heard as after a click.
    assert!(result.warnings.is_empty(), "{:?}", result.warnings);
    assert_eq!(app.changes().len(), 1);

    // A later alternative is not good enough for a commit, and what is not offered was not chosen.
    let any = "{any_of: [{label: Nickname}, {label: Name}]}";
    let cases = [
        (format!("- {{press: {{keys: [Enter], in: {any}}}, commit: true}}"), ErrorKind::UnexpectedPage),
        (
            "- {choose: {in: form.colour, option: \"{{ user.name }}\"}, commit: true}".to_owned(),
            ErrorKind::InvalidAttribute,
        ),
    ];
    for (commit, kind) in cases {
        app.change("verbs", |text| text.replace(CLICK, &commit));
        let again = json!({"user": {"email": "eve@x.example", "name": "Grey"}});
        let result = app.run(&job("users.update", &again)).await;
        assert_eq!((result.outcome, result.effect), (Outcome::Failed, Effect::None), "{commit}");
        assert_eq!(result.error.unwrap().kind, kind, "{commit}");
        let help = app.problem.take().unwrap().help.unwrap();
        assert!(help.ends_with("nothing was changed in the app: the commit step was not reached"), "{help}");
        assert_eq!(app.changes().len(), 1);
    }
    app.stop().await;
}
