//! What is read of a page: whole tables in one command, and never a value that is not certain.

use std::time::Duration;

use crate::support::{column, css, open, role, soon, text, whole, within};
use idlcm::browser::{FieldQuery, FieldValue, ListProblemKind, ListQuery, Probe, Query, Read, RowQuery, TotalQuery};
use tokio::time::Instant;

fn field(name: &str, query: Query) -> FieldQuery {
    FieldQuery { name: name.into(), query, each: false, read: Read::Text }
}

fn users() -> ListQuery {
    ListQuery {
        except: None,
        ready: Probe::Visible { query: role("heading", "Users"), text: None },
        rows: css("#users tbody tr"),
        fields: vec![
            field("name", column("Name")),
            field("email", column("Email")),
            field("phone", column("Phone")),
            FieldQuery { each: true, ..field("roles", css(".tag")) },
            field("badge", css(".badge")),
        ],
        empty: None,
        total: Some(Box::new(TotalQuery { query: css("#total"), read: Read::Text, less: 0 })),
        end: Some(css("#end")),
        next: Some(role("button", "Next")),
        previous: None,
        blank: false,
        quiet: 30,
        end_quiet: 30,
        sought: None,
        before: None,
        patience: None,
    }
}

fn one(text: &str) -> FieldValue {
    FieldValue::One(Some(text.into()))
}

#[tokio::test]
async fn a_page_of_a_list_is_one_command_and_paging_waits_for_other_rows() {
    let (mut session, _pages) = open("table.html").await;
    let before = session.commands();
    let first = session.read_list(&users(), within(10)).await.unwrap();
    assert_eq!(session.commands() - before, 1);
    assert_eq!(first.problems, []);
    assert_eq!(first.rows.len(), 3);
    let row = &first.rows[2];
    assert_eq!((&row["name"], &row["email"], &row["phone"]), (&one("User 2"), &one("u2@example.org"), &one("+49 2")));
    assert_eq!(row["roles"], FieldValue::Many(vec!["Admin".into(), "Auditor".into()]));
    assert_eq!(row["badge"], FieldValue::One(None));
    assert_eq!((first.total_text.as_deref(), first.end), (Some("Showing 3 of 6"), false));

    // The click changes the rows a moment later; the read waits for that.
    session.click_element(first.next.unwrap(), within(5)).await.unwrap();
    let list = ListQuery { previous: Some(first.fingerprint.clone()), ..users() };
    let second = session.read_list(&list, within(10)).await.unwrap();
    assert_eq!(second.rows[0]["name"], one("User 3"));
    assert!(second.settled && second.end && second.next.is_none() && second.fingerprint != first.fingerprint);

    let list = ListQuery { previous: Some(second.fingerprint), ..users() };
    assert!(!session.read_list(&list, soon()).await.unwrap().settled, "the same rows again are told as such");
    session.close().await;
}

#[tokio::test]
async fn a_missing_header_and_a_doubtful_cell_are_problems_not_values() {
    let (mut session, _pages) = open("table.html").await;
    let list = ListQuery { fields: vec![field("job", column("Job title")), field("cell", css("td"))], ..users() };
    let page = session.read_list(&list, within(10)).await.unwrap();
    let kinds: Vec<_> =
        page.problems.iter().map(|problem| (problem.field.as_str(), problem.kind, problem.row)).collect();
    assert_eq!(kinds[0], ("job", ListProblemKind::Header, Some(0)));
    assert_eq!(kinds[1], ("cell", ListProblemKind::Ambiguous, Some(0)));
    assert!(page.problems[0].message.contains("\"Email\""), "{}", page.problems[0].message);

    let list = ListQuery { ready: Probe::Known { holds: false }, ..users() };
    let error = session.read_list(&list, soon()).await.unwrap_err();
    assert!(error.to_string().contains("not ready"), "{error}");
    session.close().await;
}

#[tokio::test]
async fn a_row_is_found_by_its_key_and_aria_tables_have_columns_too() {
    let (mut session, _pages) = open("table.html").await;
    let row = RowQuery {
        rows: css("#users tbody tr"),
        except: None,
        key: column("Email"),
        read: Read::Text,
        value: whole("u1@example.org"),
        page: None,
    };
    let phone = Query { row: Some(Box::new(row)), ..column("Phone") };
    assert_eq!(session.read(&phone, &Read::Text, within(5)).await.unwrap(), "+49 1");

    // A key with capital letters is compared as it stands on screen.
    let row = RowQuery { key: column("Name"), value: whole("User 2"), ..*phone.row.unwrap() };
    let phone = Query { row: Some(Box::new(row)), ..column("Phone") };
    assert_eq!(session.read(&phone, &Read::Text, within(5)).await.unwrap(), "+49 2");

    let status = Query { within: Some(Box::new(css(".aria"))), ..column("Status") };
    assert_eq!(session.read(&status, &Read::Text, within(5)).await.unwrap(), "Active");

    let fields = [field("title", role("heading", "Users")), field("none", css(".none"))];
    let ready = Probe::Visible { query: text("Showing 3 of 6"), text: None };
    let details = session.read_fields(&ready, &fields, within(5)).await.unwrap();
    assert_eq!((&details["title"], &details["none"]), (&one("Users"), &FieldValue::One(None)));
    session.close().await;
}

#[tokio::test]
async fn five_thousand_rows_are_one_command() {
    let (mut session, _pages) = open("table.html#big").await;
    let names = ["Id", "Name", "Email", "Role", "Team", "Status"];
    let fields = names.map(|name| field(name, column(name))).to_vec();
    let list = ListQuery { rows: css("#big tbody tr"), fields, next: None, ..users() };
    let before = session.commands();
    let began = Instant::now();
    let page = session.read_list(&list, within(20)).await.unwrap();
    println!("5,000 rows: {:?}", began.elapsed());
    assert_eq!(session.commands() - before, 1);
    assert_eq!((page.rows.len(), page.problems.len()), (5000, 0));
    assert_eq!(page.rows[4999]["Email"], one("u4999@example.org"));
    assert!(began.elapsed() < Duration::from_secs(5));
    session.close().await;
}

#[tokio::test]
async fn roles_and_names_are_those_of_the_accessibility_tree() {
    let (mut session, _pages) = open("names.html").await;
    // Compared with Chromium's own computation, element by element, when the page was written.
    let named = [
        ("link", "Home"),
        ("heading", "Title sub"),
        ("heading", "Other"),
        ("region", "Section"),
        ("form", "Named form"),
        ("textbox", "First second"),
        ("textbox", "Wrapped"),
        ("textbox", "For bold"),
        ("searchbox", "Search"),
        ("textbox", "Titled"),
        ("spinbutton", "Count"),
        ("slider", "Range"),
        ("checkbox", "Check"),
        ("radio", "Radio"),
        ("button", "Submit"),
        ("button", "Reset"),
        ("button", "Push"),
        ("button", "Go"),
        ("combobox", "Pick"),
        ("listbox", "Many"),
        ("textbox", "Area"),
        ("group", "Group"),
        ("combobox", "Combo"),
        ("textbox", "Secret"),
        ("button", "Labelled"),
        ("button", "Icon"),
        ("button", "Div button"),
        ("switch", "Wifi"),
        ("tab", "Tab one"),
        ("table", "Caption"),
        ("columnheader", "Col"),
        ("rowheader", "Row"),
        ("cell", "Cell"),
        ("gridcell", "G"),
        ("dialog", "Dialog"),
        ("dialog", "Native"),
        ("button", "More"),
        ("progressbar", "Progress"),
        ("button", "Kept"),
        ("button", "Fallback"),
        ("link", "Nested link"),
        ("link", "Blank label"),
        ("menuitem", "Edit"),
    ];
    let probes = named.map(|(kind, name)| Probe::Visible { query: role(kind, name), text: None });
    let held = session.probe(&probes, within(10)).await.unwrap();
    let missing: Vec<_> = named.iter().zip(held).filter(|(_, held)| !held).map(|(pair, _)| pair).collect();
    assert!(missing.is_empty(), "{missing:?}");

    let absent = [("link", "No link"), ("banner", "Inner"), ("cell", "P"), ("button", "X")];
    let probes = absent.map(|(kind, name)| Probe::Gone { query: role(kind, name) });
    assert_eq!(session.probe(&probes, within(10)).await.unwrap(), [true; 4]);
    session.close().await;
}
