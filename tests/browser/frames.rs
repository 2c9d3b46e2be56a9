//! Frames by locator: nested, of the page's own origin and of another one; what is asked, read and done in them is what
//! would be without them.

use crate::support::{Pages, column, css, label, options, role, soon, text, whole, within};
use idlcm::browser::{
    CommandError, FieldQuery, FieldValue, ListQuery, NotActionableReason, Probe, Query, Read, Session,
};

/// A page with frames; one of them comes from another host and port.
async fn open() -> (Session, [Pages; 2]) {
    let pages = [Pages::serve().await, Pages::serve().await];
    let mut other = pages[1].url("");
    other.set_host(Some("localhost")).unwrap();
    let mut url = pages[0].url("frames.html");
    url.set_fragment(Some(other.as_str()));
    let mut session = Session::open(&options()).await.unwrap();
    session.goto(&url, within(20)).await.unwrap();
    (session, pages)
}

fn inside(frames: &[&str], query: Query) -> Query {
    Query { frames: frames.iter().map(|frame| css(frame)).collect(), ..query }
}

async fn click(session: &mut Session, query: &Query) {
    let prepared = session.prepare_click(query, &[], within(8)).await.unwrap();
    session.click(prepared, within(8)).await.unwrap();
}

#[tokio::test]
async fn everything_works_in_frames_at_any_depth_and_of_any_origin() {
    let (mut session, _pages) = open().await;
    for (frames, name) in [
        (&["#same"][..], "same"),
        (&["#same", "#deep"], "in same"),
        (&["#other"], "other"),
        (&["#other", "#deep"], "in other"),
        // Of the top document's own origin, but inside one of another.
        (&["#other", "#back"], "in back"),
    ] {
        let here = |query| inside(frames, query);
        let heading = session.read(&here(css("h1")), &Read::Text, within(10)).await.unwrap();
        assert_eq!(heading, format!("Console {name}"));

        session.fill(&here(label("Email")), name.into(), within(5)).await.unwrap();
        session.choose(&here(label("Role")), &whole("Editor"), None, within(5)).await.unwrap();
        click(&mut session, &here(role("button", "Save"))).await;
        let agree = here(label("Agree"));
        let prepared = session.prepare_check(&agree, true, &[], within(5)).await.unwrap().unwrap();
        session.click(prepared, within(5)).await.unwrap();

        let probes = [
            Probe::Value { query: here(label("Email")), is: whole(name) },
            Probe::Value { query: here(label("Role")), is: whole("Editor") },
            Probe::Visible { query: here(css("#log")), text: Some(whole("saved")) },
            Probe::Gone { query: here(css("#log")) },
            Probe::All {
                all: vec![
                    Probe::Visible { query: text("Around the frames"), text: None },
                    Probe::Enabled { query: here(role("button", "Save")) },
                    Probe::Not { not: Box::new(Probe::Visible { query: here(text("Nothing")), text: None }) },
                ],
            },
            Probe::Gone { query: inside(&["#nowhere"], css("h1")) },
        ];
        assert_eq!(session.probe(&probes, within(5)).await.unwrap(), [true, true, true, false, true, true], "{name}");
        assert_eq!(session.wait_any(&probes, within(5)).await.unwrap().first, Some(0));
        assert_eq!(session.read(&agree, &Read::Checked, within(5)).await.unwrap(), "true");

        let field =
            |name: &str| FieldQuery { name: name.into(), query: here(column(name)), each: false, read: Read::Text };
        let list = ListQuery {
            except: None,
            blank: false,
            quiet: 30,
            end_quiet: 30,
            sought: None,
            before: None,
            patience: None,
            ready: Probe::Visible { query: here(text(&format!("Console {name}"))), text: None },
            rows: here(css("tbody tr")),
            fields: vec![field("Name"), field("Mail")],
            empty: None,
            total: None,
            end: None,
            next: None,
            previous: None,
        };
        let page = session.read_list(&list, within(5)).await.unwrap();
        assert_eq!((page.rows.len(), page.problems.len()), (2, 0), "{page:?}");
        assert_eq!(page.rows[1]["Mail"], FieldValue::One(Some("bob@example.org".into())));
        let fields = [FieldQuery { query: here(css("h1")), ..field("title") }];
        let read = session.read_fields(&list.ready, &fields, within(5)).await.unwrap();
        assert_eq!(read["title"], FieldValue::One(Some(format!("Console {name}"))));

        let error = session.read(&here(css("h1 + h1")), &Read::Text, soon()).await.unwrap_err();
        assert!(matches!(error, CommandError::Missing { .. }), "{error}");
        let error = session.fill(&here(css("#save")), "x".into(), soon()).await.unwrap_err();
        let CommandError::NotActionable { reason: NotActionableReason::Unfit { .. }, .. } = error else {
            panic!("{error}")
        };
    }
    // What stands around the frames is found as before.
    assert_eq!(session.read(&css("h1"), &Read::Text, within(5)).await.unwrap(), "Around the frames");
    session.close().await;
}

#[tokio::test]
async fn a_frame_of_the_same_origin_costs_no_command() {
    let (mut session, _pages) = open().await;
    let heading = inside(&["#same", "#deep"], text("Console in same"));
    session.read(&heading, &Read::Text, within(10)).await.unwrap();
    let before = session.commands();
    session.read(&heading, &Read::Text, within(5)).await.unwrap();
    session.probe(&[Probe::Visible { query: heading, text: None }], within(5)).await.unwrap();
    assert_eq!(session.commands() - before, 2);
    session.close().await;
}

#[tokio::test]
async fn of_frames_that_are_kept_alive_only_the_visible_one_counts() {
    let (mut session, _pages) = open().await;
    let shown = inside(&["iframe.app"], css("h1"));
    assert_eq!(session.read(&shown, &Read::Text, within(10)).await.unwrap(), "Console shown");
    click(&mut session, &inside(&["iframe.app"], role("button", "Save"))).await;

    let error = session.read(&inside(&["iframe"], css("h1")), &Read::Text, soon()).await.unwrap_err();
    assert!(matches!(error, CommandError::Missing { .. }), "{error}");
    let error = session.prepare_click(&inside(&["iframe"], css("#save")), &[], soon()).await.unwrap_err();
    let CommandError::Ambiguous { count: 4, query, .. } = &error else { panic!("{error}") };
    assert_eq!(query, "{css: \"iframe\"}");
    let error = session.prepare_click(&inside(&["#none"], css("#save")), &[], soon()).await.unwrap_err();
    assert!(error.to_string().contains("nothing visible matches {css: \"#none\"}"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_frame_outside_of_the_window_is_scrolled_to_and_one_that_is_covered_is_refused() {
    let (mut session, _pages) = open().await;
    for frames in [&["#far"][..], &["#far", "#deep"]] {
        let here = |query| inside(frames, query);
        click(&mut session, &here(role("button", "Save"))).await;
        let saved = Probe::Visible { query: here(css("#log")), text: Some(whole("saved")) };
        assert_eq!(session.wait_any(&[saved], within(5)).await.unwrap().first, Some(0), "{frames:?}");
    }
    click(&mut session, &role("button", "Veil")).await;
    for frames in [&["#far"][..], &["#far", "#deep"], &["#same"]] {
        let error = session.prepare_click(&inside(frames, css("#save")), &[], soon()).await.unwrap_err();
        assert!(error.to_string().contains("it is covered by <div id=\"veil\">Please wait"), "{error}");
    }
    session.close().await;
}

#[tokio::test]
async fn only_what_appeared_since_the_click_counts_in_frames_too() {
    for frames in [&["#same"][..], &["#same", "#deep"], &["#other"], &["#other", "#deep"]] {
        let (mut session, _pages) = open().await;
        let here = |query| inside(frames, query);
        session.read(&here(css("#save")), &Read::Text, within(10)).await.unwrap();
        let probes = [
            Probe::Visible { query: text("Old news"), text: None },
            Probe::Visible { query: here(text("Old message")), text: None },
            Probe::Toast { text: whole("Old message") },
            Probe::Toast { text: whole("Old news") },
            Probe::Toast { text: whole("User saved") },
        ];
        let prepared = session.prepare_click(&here(css("#save")), &probes, within(5)).await.unwrap();
        assert_eq!(prepared.armed.held, [true, true, false, false, false], "{frames:?}");
        let armed = prepared.armed.clone();
        session.click(prepared, within(5)).await.unwrap();
        let outcome = session.wait_armed(&probes, &armed, None, within(5)).await.unwrap();
        assert_eq!(outcome.all, [false, false, false, false, true], "{frames:?}: the message was shown for 50 ms");

        // The document of the frame is replaced, the one around it is not.
        let probes = [
            Probe::Visible { query: text("Old news"), text: None },
            Probe::Visible { query: here(css("[role=status]")), text: None },
            Probe::Toast { text: whole("Saved at last") },
        ];
        let prepared = session.prepare_click(&here(css("#reload")), &probes, within(5)).await.unwrap();
        assert_eq!(prepared.armed.held, [true, true, false]);
        let armed = prepared.armed.clone();
        session.click(prepared, within(5)).await.unwrap();
        let reloaded = Probe::Visible { query: here(text("Console reloaded")), text: None };
        assert_eq!(session.wait_any(&[reloaded], within(5)).await.unwrap().first, Some(0));
        let outcome = session.wait_armed(&probes, &armed, None, within(5)).await.unwrap();
        assert_eq!(outcome.all, [false, true, true], "{frames:?}");
        session.close().await;
    }
}
