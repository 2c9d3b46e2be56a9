//! Long lists in a real browser: virtualised ones, ones that grow, ones that redraw themselves. What was read is
//! compared with what the page was made from.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::support::{Pages, column, css, open, role, whole, within};
use idlcm::browser::{
    CommandError, FieldQuery, FieldValue, ListQuery, Probe, Query, Read, ScrollEnd, ScrollQuery, ScrollRead,
    ScrollStop, Scrolled, Scrolling, Session, TotalQuery,
};
use tokio::time::Instant;

fn field(name: &str, query: Query) -> FieldQuery {
    FieldQuery { name: name.into(), query, each: false, read: Read::Text }
}

fn members() -> ListQuery {
    ListQuery {
        except: None,
        ready: Probe::Visible { query: role("heading", "Members"), text: None },
        rows: css(".row"),
        fields: ["email", "name", "status"].map(|name| field(name, css(&format!("[data-field={name}]")))).to_vec(),
        empty: None,
        total: Some(Box::new(TotalQuery { query: css("#total"), read: Read::Text, less: 0 })),
        end: None,
        next: None,
        previous: None,
        blank: false,
        quiet: 30,
        end_quiet: 30,
        sought: None,
        before: None,
        patience: None,
    }
}

fn scroll(container: Query) -> ScrollQuery {
    ScrollQuery { container, key: "email".into(), max_rows: 20_000, quiet: 500, stop: None }
}

/// Reads to the end; the rows, the commands and the time that it took.
async fn read(session: &mut Session, list: &ListQuery, scroll: &ScrollQuery) -> (ScrollRead, u64, Duration) {
    let (before, began) = (session.commands(), Instant::now());
    let mut scrolling = Scrolling::default();
    loop {
        let turn = session.scroll_list(list, scroll, &mut scrolling, Duration::from_secs(10), within(90)).await;
        if let Scrolled::Done(read) = turn.unwrap() {
            return (read, session.commands() - before, began.elapsed());
        }
    }
}

fn texts(read: &ScrollRead, name: &str) -> Vec<String> {
    let text = |value: &FieldValue| match value {
        FieldValue::One(Some(text)) => text.clone(),
        other => panic!("{other:?}"),
    };
    read.rows.iter().map(|row| text(&row[name])).collect()
}

/// Every row is there once, with its own name and status.
fn assert_whole(read: &ScrollRead, count: usize) {
    let expected: BTreeSet<(String, String, String)> = (0..count)
        .map(|at| {
            let status = if at % 7 == 0 { "Deactivated" } else { "Active" };
            (format!("u{at}@example.org"), format!("User {at}"), status.to_owned())
        })
        .collect();
    let found: BTreeSet<(String, String, String)> = texts(read, "email")
        .into_iter()
        .zip(texts(read, "name"))
        .zip(texts(read, "status"))
        .map(|((email, name), status)| (email, name, status))
        .collect();
    assert_eq!(read.problems, []);
    assert_eq!((read.how, read.rows.len(), found.len()), (ScrollEnd::End, count, count));
    assert_eq!(found, expected);
}

#[tokio::test]
async fn five_thousand_virtualised_rows_are_read_in_far_fewer_commands_than_there_are_viewports() {
    let (mut session, _pages) = open("lists/virtual.html#n=5000").await;
    let (read, commands, took) = read(&mut session, &members(), &scroll(css("#list"))).await;
    println!("{commands} commands, {} places, {took:?}", read.moves);
    assert_whole(&read, 5000);
    assert_eq!(read.total_text.as_deref(), Some("5000 members"));
    assert_eq!(read.gaps, 0);
    // 500 pixels of 30-pixel rows: 16 rows in sight.
    assert!(read.moves < 400, "{}", read.moves);
    assert!(commands <= 20, "{commands} commands");
    assert!(took < Duration::from_millis(150) * u32::try_from(read.moves).unwrap(), "{took:?}");
    session.close().await;
}

#[tokio::test]
async fn peculiar_virtualised_lists_are_read_whole() {
    let pages = Pages::serve().await;
    let mut session = Session::open(&crate::support::options()).await.unwrap();
    let cases = [
        ("n=400&variable&grid", 400),
        ("n=400&recycle&variable", 400),
        ("n=400&late", 400),
        ("n=400&recycle&late", 400),
        ("n=400&lazy=700&nototal", 400),
        ("n=400&jump=8&recycle", 400),
        ("n=400&flicker", 400),
        ("n=400&placeholder", 400),
        ("n=400&whole&variable", 400),
        ("n=400&whole&lazy=300", 400),
        ("n=5", 5),
    ];
    for (hash, count) in cases {
        session.goto(&pages.url("buttons.html"), within(20)).await.unwrap();
        session.goto(&pages.url(&format!("lists/virtual.html#{hash}")), within(20)).await.unwrap();
        let list = if hash.contains("grid") {
            // Through the roles of the grid and its headers.
            let fields = [("email", "Email"), ("name", "Name"), ("status", "Status")];
            let rows = Query { has: Some(Box::new(role_of("gridcell"))), ..role_of("row") };
            ListQuery { rows, fields: fields.map(|(name, header)| field(name, column(header))).to_vec(), ..members() }
        } else {
            members()
        };
        // Only a list without a total needs a long look at its end.
        let quiet = if hash.contains("lazy") { 2500 } else { 500 };
        // Named by the scroller, by what is around it or by what is inside it.
        for container in [css("#list"), css(".scroller"), css(".canvas")] {
            let (read, commands, took) = read(&mut session, &list, &ScrollQuery { quiet, ..scroll(container) }).await;
            println!("{hash}: {commands} commands, {} places, {took:?}", read.moves);
            assert_whole(&read, count);
            if !hash.contains("grid") {
                break;
            }
        }
    }
    session.close().await;
}

fn role_of(name: &str) -> Query {
    Query::by(idlcm::browser::By::Role { role: name.into(), name: None })
}

#[tokio::test]
async fn scrolling_stops_at_the_row_that_is_looked_for_and_goes_on_when_asked() {
    let (mut session, _pages) = open("lists/virtual.html#n=3000").await;
    let stop = ScrollStop { field: "email".into(), is: whole("u700@example.org") };
    let list = members();
    let mut scrolling = Scrolling::default();
    let query = ScrollQuery { stop: Some(stop), ..scroll(css("#list")) };
    let read = loop {
        let turn = session.scroll_list(&list, &query, &mut scrolling, Duration::from_secs(5), within(60)).await;
        if let Scrolled::Done(read) = turn.unwrap() {
            break read;
        }
    };
    assert_eq!(read.how, ScrollEnd::Stopped);
    assert!(read.rows.len() < 800, "{}", read.rows.len());
    let name = Query { within: None, ..css(".row") };
    let shown = session.read_list(&ListQuery { rows: name, ..list.clone() }, within(5)).await.unwrap();
    assert!(shown.rows.iter().any(|row| row["email"] == FieldValue::One(Some("u700@example.org".into()))));

    let more = ScrollQuery { max_rows: 1000, ..scroll(css("#list")) };
    let turn = session.scroll_list(&list, &more, &mut scrolling, Duration::from_secs(5), within(60)).await.unwrap();
    let Scrolled::Done(read) = turn else { panic!("{turn:?}") };
    assert_eq!(read.how, ScrollEnd::TooMany);
    session.close().await;
}

#[tokio::test]
async fn what_cannot_be_read_by_scrolling_is_told() {
    let (mut session, pages) = open("lists/virtual.html#n=400&stuck").await;
    let mut scrolling = Scrolling::default();
    let list = members();
    let error = loop {
        let query = scroll(css("#list"));
        match session.scroll_list(&list, &query, &mut scrolling, Duration::from_secs(4), within(30)).await {
            Ok(Scrolled::Going { .. }) => {}
            Ok(done) => panic!("a list that always jumps back has no end: {done:?}"),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, CommandError::NotReady { .. }), "{error}");
    assert!(error.to_string().contains("still being scrolled"), "{error}");

    session.goto(&pages.url("buttons.html"), within(20)).await.unwrap();
    session.goto(&pages.url("lists/virtual.html#n=100&double"), within(20)).await.unwrap();
    let (read, ..) = read(&mut session, &list, &scroll(css("#list"))).await;
    assert_eq!(read.rows.len(), 100, "a key that stands twice at the same time stands twice in what was read");
    assert_eq!(texts(&read, "email").iter().filter(|email| *email == "u41@example.org").count(), 2);

    let turn = session
        .scroll_list(&list, &scroll(css(".nothing")), &mut Scrolling::default(), Duration::from_secs(1), within(1))
        .await;
    let error = turn.unwrap_err();
    assert!(error.to_string().contains("no elements are what is to be scrolled"), "{error}");
    session.close().await;
}
