//! What is done to a page: exactly one element, found and ready, or an error that says what to write instead.

use crate::locator::keys;
use crate::support::{contains, css, has, label, open, role, soon, state, text, whole, within};
use idlcm::browser::{
    ActGuard, By, CommandError, FillValue, NotActionableReason, PictureFormat, Probe, Query, Read, Sent, Session,
};
use serde_json::json;
use tokio::time::{Duration, Instant};

async fn log(session: &mut Session) -> String {
    session.read(&css("#log"), &Read::Text, within(5)).await.unwrap()
}

async fn click(session: &mut Session, query: &Query) {
    let prepared = session.prepare_click(query, &[], within(8)).await.unwrap();
    session.click(prepared, within(8)).await.unwrap();
}

#[tokio::test]
async fn exactly_one_visible_element_is_clicked_with_two_commands() {
    let (mut session, _pages) = open("buttons.html").await;
    let before = session.commands();
    // The hidden twin does not count.
    click(&mut session, &role("button", "Save")).await;
    assert_eq!(session.commands() - before, 2);
    for name in ["“Quotes” 'single' \"double\" {{braces}} [x=1]", "🚀 Launch", "إضافة مستخدم", "Deep", "Far away"]
    {
        click(&mut session, &role("button", name)).await;
    }
    // It comes to rest first.
    click(&mut session, &role("button", "Mover")).await;
    // It appears 3 s after the page.
    click(&mut session, &role("button", "Late")).await;
    let framed = Query { frames: vec![css("#inner")], ..role("button", "Framed") };
    click(&mut session, &framed).await;
    let log = log(&mut session).await;
    assert_eq!(
        log,
        "Save;“Quotes” 'single' \"double\" {{braces}} [x=1];🚀 Launch;إضافة مستخدم;deep;Far away;Mover;Late;framed;"
    );
    session.close().await;
}

#[tokio::test]
async fn what_cannot_be_clicked_is_named_with_what_to_write_instead() {
    let (mut session, _pages) = open("buttons.html").await;

    let error = session.prepare_click(&role("link", "Add user"), &[], soon()).await.unwrap_err();
    let CommandError::Ambiguous { count: 2, matches, .. } = &error else { panic!("{error}") };
    assert_eq!(matches[0].locator, "within: {role: navigation, name: Main}");
    assert_eq!(matches[1].locator, "within: {role: region, name: Users}");
    let refined = Query { within: Some(Box::new(role("region", "Users"))), ..role("link", "Add user") };
    session.prepare_click(&refined, &[], within(5)).await.unwrap();

    let error = session.prepare_click(&role("link", "Add users"), &[], soon()).await.unwrap_err();
    let CommandError::Missing { candidates, .. } = &error else { panic!("{error}") };
    let pasted = "{role: link, name: Add user, within: {role: navigation, name: Main}}";
    assert_eq!(candidates[0].locator, pasted, "{error}");
    assert_eq!(error.sent(), Sent::No);

    let error = session.prepare_click(&role("button", "Covered"), &[], soon()).await.unwrap_err();
    let CommandError::NotActionable { reason: NotActionableReason::Covered { by }, .. } = &error else {
        panic!("{error}")
    };
    assert!(by.contains("id=\"lid\""), "{by}");

    let error = session.prepare_click(&role("button", "Off"), &[], soon()).await.unwrap_err();
    assert!(matches!(error, CommandError::NotActionable { reason: NotActionableReason::Disabled, .. }), "{error}");

    let error = session.prepare_click(&css("button["), &[], within(5)).await.unwrap_err();
    assert!(error.to_string().contains("not a valid CSS selector"), "{error}");

    // The first alternative is gone: the second is used, and that is told.
    let either = Query::by(By::AnyOf { any: vec![role("button", "Option"), role("button", "Choice")] });
    assert_eq!(session.prepare_click(&either, &[], within(5)).await.unwrap().drift, Some(1));
    assert_eq!(session.take_drifts().len(), 1);
    session.close().await;
}

#[tokio::test]
async fn only_what_appeared_since_the_click_counts() {
    let (mut session, _pages) = open("buttons.html").await;
    let created = Probe::Toast { text: whole("User created") };
    let old = Probe::Visible { query: text("Old news"), text: None };
    let on = Probe::Visible { query: css("[role=switch][aria-checked=true]"), text: None };
    let probes = [old.clone(), created.clone(), on];

    let prepared = session.prepare_click(&role("button", "Toast"), &probes, within(5)).await.unwrap();
    assert_eq!(prepared.armed.held, [true, false, false]);
    let armed = prepared.armed.clone();
    session.click(prepared, within(5)).await.unwrap();
    let outcome = session.wait_armed(&probes, &armed, None, within(5)).await.unwrap();
    assert_eq!(outcome.first, Some(1), "the message is gone by now, but it was seen");

    // Baseline again, the old message does not count any more.
    let prepared = session.prepare_check(&role("switch", "Standing"), true, &probes, within(5)).await.unwrap().unwrap();
    let armed = prepared.armed.clone();
    session.click(prepared, within(5)).await.unwrap();
    assert_eq!(session.wait_armed(&probes, &armed, None, within(5)).await.unwrap().all, [false, false, true]);
    assert!(session.prepare_check(&role("switch", "Standing"), true, &[], within(5)).await.unwrap().is_none());

    // A message on the page that follows counts.
    let prepared = session.prepare_click(&role("button", "Flash"), &probes, within(5)).await.unwrap();
    let armed = prepared.armed.clone();
    session.click(prepared, within(5)).await.unwrap();
    assert_eq!(session.wait_armed(&probes, &armed, None, within(10)).await.unwrap().first, Some(1));
    assert_eq!(session.location(within(5)).await.unwrap().title, "Flash");
    session.close().await;
}

#[tokio::test]
async fn a_fill_replaces_reads_back_and_takes_one_command() {
    let (mut session, _pages) = open("form.html").await;
    let before = session.commands();
    let tricky = "o'brien+\"x\"{{y}}@example.org";
    session.fill(&label("Email"), tricky.into(), within(5)).await.unwrap();
    assert_eq!(session.commands() - before, 1);
    assert_eq!(session.read(&label("Email"), &Read::Value, within(5)).await.unwrap(), tricky);
    assert_eq!(log(&mut session).await, "key o;input email;change email;blur email;");

    for (query, value) in [
        (label("Full name"), "Zoë 🚀 ש"),
        (label("Notes"), "two\nlines"),
        (label("Start"), "2026-05-07"),
        (role("textbox", "Bio"), "new bio"),
        (Query::by(By::Placeholder { text: whole("Search users") }), ""),
        (Query::by(By::Title { text: whole("Find") }), "ada"),
    ] {
        session.fill(&query, value.into(), within(5)).await.unwrap();
        assert_eq!(session.read(&query, &Read::Value, within(5)).await.unwrap(), value);
    }

    let error = session.fill(&label("Full name"), "Ada Lovelace".into(), within(5)).await.unwrap_err();
    assert!(error.to_string().contains("expected \"Ada Lovelace\", found \"Ada Lovela\"; it takes 10"), "{error}");
    let error = session.fill(&label("Shouting"), "ada".into(), within(5)).await.unwrap_err();
    assert!(matches!(&error, CommandError::ReadBack { found: Some(found), .. } if found == "ADA"), "{error}");
    let error = session.fill(&label("Locked"), "x".into(), soon()).await.unwrap_err();
    assert!(error.to_string().contains("read-only"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_secret_is_in_no_error_and_in_no_evidence() {
    let (mut session, _pages) = open("form.html").await;
    let secret = FillValue { text: "hunter2-secret", secret: true, keep: None };
    session.fill(&label("Password"), secret, within(5)).await.unwrap();
    session.fill(&label("Email"), secret, within(5)).await.unwrap();
    let error = session.fill(&label("Shouting"), secret, within(5)).await.unwrap_err();
    assert!(!format!("{error} {error:?}").to_lowercase().contains("hunter2"), "{error:?}");
    let dom = session.dom(None, within(5)).await.unwrap();
    assert!(
        !dom.to_lowercase().contains("hunter2") && !dom.contains("token-1234") && !dom.contains("addEventListener")
    );
    let before = session.commands();
    let picture = session.screenshot(None, true, PictureFormat::Webp, within(10)).await.unwrap();
    let start: &[u8] = if picture.format == "webp" { b"RIFF" } else { b"\x89PNG" };
    assert_eq!(picture.format, if session.browser().starts_with("firefox") { "png" } else { "webp" });
    assert!(picture.bytes.starts_with(start), "{picture:?}");
    assert_eq!(session.commands() - before, 3);
    assert_eq!(session.read(&label("Password"), &Read::Attribute { name: "style".into() }, soon()).await.ok(), None);
    session.close().await;
}

#[tokio::test]
async fn options_boxes_and_lists_are_chosen_by_their_text() {
    let (mut session, _pages) = open("form.html").await;
    let before = session.commands();
    session.choose(&label("Role"), &whole("Editor"), None, within(5)).await.unwrap();
    assert_eq!(session.commands() - before, 1);
    session.choose(&label("Teams"), &whole("Blue"), None, within(5)).await.unwrap();
    assert_eq!(session.read(&css("#teams"), &Read::Value, within(5)).await.unwrap(), "Green, Blue");
    session.choose(&role("radiogroup", "Plan"), &whole("Large"), None, within(5)).await.unwrap();
    session.choose(&role("combobox", "City"), &whole("Bern"), None, within(5)).await.unwrap();
    assert_eq!(session.read(&css("#city"), &Read::Text, within(5)).await.unwrap(), "Bern");

    let error = session.choose(&label("Role"), &whole("Editors"), None, soon()).await.unwrap_err();
    assert!(matches!(&error, CommandError::NoOption { options, .. } if options[0] == "Editor"), "{error}");
    assert!(error.to_string().contains("\"Editors\""), "{error}");
    let error = session.choose(&label("Role"), &whole("Owner"), None, soon()).await.unwrap_err();
    assert!(matches!(error, CommandError::NotActionable { .. }), "{error}");

    for name in ["I agree", "Plain"] {
        let box_ = role("checkbox", name);
        let prepared = session.prepare_check(&box_, true, &[], within(5)).await.unwrap().unwrap();
        session.click(prepared, within(5)).await.unwrap();
        assert_eq!(session.read(&box_, &Read::Checked, within(5)).await.unwrap(), "true");
        assert!(session.prepare_check(&box_, true, &[], within(5)).await.unwrap().is_none());
    }

    session.press(&[&keys("Tab"), &keys("Control+a")], Some(&css("#search")), within(5)).await.unwrap();
    session.hover(&role("combobox", "City"), within(5)).await.unwrap();
    let value = Probe::Value { query: css("#role"), is: whole("Editor") };
    let log = Probe::Visible { query: css("#log"), text: Some(contains("key Tab;")) };
    assert_eq!(session.probe(&[value, log], within(5)).await.unwrap(), [true, true]);
    session.close().await;
}

#[tokio::test]
async fn a_native_dialog_stands_until_it_is_answered() {
    let (mut session, _pages) = open("dialogs.html").await;
    assert_eq!(session.dialog_text(within(5)).await.unwrap(), None);
    click(&mut session, &role("button", "Delete")).await;
    assert_eq!(session.dialog_text(within(5)).await.unwrap().as_deref(), Some("Delete Ada?"));
    // Undeclared, it is an error of whatever comes next.
    let error = session.prepare_click(&role("button", "Delete"), &[], within(5)).await.unwrap_err();
    assert!(matches!(&error, CommandError::DialogOpen { text, .. } if text == "Delete Ada?"), "{error}");
    session.accept_dialog(within(5)).await.unwrap();
    assert_eq!(session.location(within(5)).await.unwrap().title, "true");
    click(&mut session, &role("button", "Ask")).await;
    session.dismiss_dialog(within(5)).await.unwrap();
    assert_eq!(session.location(within(5)).await.unwrap().title, "null");
    session.close().await;
}

#[tokio::test]
async fn a_guarded_click_that_was_held_up_does_nothing() {
    let (mut session, _pages) = open("acts.html").await;
    let below = role("button", "Below");
    for (within_ms, held_up) in [(200, true), (20_000, false)] {
        let guard = ActGuard { within_ms: Some(within_ms), commits: true, ..ActGuard::default() };
        session.guard_next(Some(guard));
        let prepared = session.prepare_click(&below, &[], within(5)).await.unwrap();
        // Nothing that will ever be seen: half a second passes.
        let never = [Probe::Visible { query: css("#never"), text: None }];
        let half = Instant::now() + Duration::from_millis(500);
        assert_eq!(session.wait_any(&never, half).await.unwrap().first, None);
        match session.click(prepared, within(5)).await {
            Err(CommandError::Stopped { stopped }) if held_up => {
                assert!(stopped.why.contains("s after it was got ready"), "{stopped:?}");
                assert_eq!(state(&mut session).await["Below"], json!(null));
            }
            Ok(()) if !held_up => has(&mut session, "Below", json!(1)).await,
            other => panic!("{other:?}"),
        }
    }
    session.close().await;
}
