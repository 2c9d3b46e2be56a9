//! Finders and refinements, as they are written in a recipe: each finds exactly the element that it means, and says
//! what stands there instead where it does not.

use std::time::Duration;

use crate::locator::{query, with};
use crate::support::{open, within};
use idlcm::browser::{CommandError, Query, Read, Session};
use tokio::time::Instant;

/// The id of the one element that matches, or the error.
async fn id_of(session: &mut Session, query: &Query) -> Result<String, CommandError> {
    session.read(query, &Read::Attribute { name: "id".into() }, Instant::now()).await
}

/// What is found: an id, or a part of the error's message.
enum Want {
    Id(&'static str),
    Error(&'static str),
}

use Want::{Error, Id};

const NOTHING: Want = Error("nothing visible matches");
const TWO: Want = Error("2 visible elements match");

async fn all_find(cases: &[(&str, Want)]) {
    let (mut session, _pages) = open("finders.html").await;
    let mut wrong = Vec::new();
    for (yaml, want) in cases {
        let found = id_of(&mut session, &query(yaml)).await;
        let ok = match (&found, want) {
            (Ok(id), Id(wanted)) => id == wanted,
            (Err(error), Error(words)) => error.to_string().contains(words),
            _ => false,
        };
        if !ok {
            wrong.push(format!("{yaml}\n  found {}", found.unwrap_or_else(|error| error.to_string())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    session.close().await;
}

#[tokio::test]
async fn every_finder_finds_exactly_one_element_or_says_why_not() {
    all_find(&[
        ("{role: button, name: Menu}", Id("menu")),
        ("{role: button, name: menu}", NOTHING),
        ("{role: link, name: Menu}", NOTHING),
        ("{role: button, name: Add}", TWO),
        ("{role: heading, name: Team members}", Id("heading")),
        ("{role: region, name: People}", Id("people")),
        ("{role: radio, name: Large}", Id("plan-l")),
        ("{role: form, name: Invite}", Id("form")),
        ("{role: navigation}", Id("main-nav")),
        ("{label: Email}", Id("email")),
        ("{label: Full name}", Id("full-name")),
        ("{label: Nickname}", Id("aria-labelled")),
        ("{label: Long}", Id("by-labelled")),
        ("{label: I agree}", Id("agree")),
        ("{label: Plan}", Id("plan")),
        ("{label: Emails}", NOTHING),
        // A label is for a control; a link or a region with such a name is none.
        ("{label: People}", NOTHING),
        ("{placeholder: name@example.org}", Id("email")),
        ("{placeholder: Say something}", Id("notes")),
        ("{placeholder: name}", NOTHING),
        ("{alt: Company logo}", Id("logo")),
        ("{alt: logo}", NOTHING),
        ("{title: Add somebody}", Id("people-add")),
        ("{title: Add}", NOTHING),
        ("{test_id: add}", Id("people-add")),
        ("{test_id: add-group}", Id("groups-add")),
        ("{test_id: add-}", NOTHING),
        ("{text: Smallest}", Id("inner")),
        ("{text: Split text here}", Id("split")),
        ("{text: One two}", Id("br")),
        ("{text: \"Title (2020) [x] {y}\"}", Id("texts")),
        ("{text: In contents}", Id("in-contents")),
        ("{text: Inside opened}", Id("inside-opened")),
        ("{text: Inside closed}", NOTHING),
        ("{text: Edit}", TWO),
        ("{text: Title}", NOTHING),
        ("{css: \"#form > input.gone\"}", Error("(1 hidden element does)")),
        ("{css: \"article[data-kind=admin] .badge\"}", Id("ada-badge")),
        ("{css: \"a[\"}", Error("not a valid CSS selector")),
        ("{xpath: \"//article[h2='Bob']/p\"}", Id("bob-mail")),
        ("{xpath: \"//article\"}", TWO),
        ("{xpath: \"//article[\"}", Error("not a valid XPath expression")),
        ("{xpath: \"count(//article)\"}", Error("not a valid XPath expression")),
    ])
    .await;
}

#[tokio::test]
async fn every_refinement_narrows_and_refuses() {
    all_find(&[
        ("{role: button, name: Add, within: {role: region, name: Groups}}", Id("groups-add")),
        (
            "{role: button, name: Add, within: {role: region, name: Nobody}}",
            Error("2 on the page, none where `within` says"),
        ),
        ("{role: button, name: Edit, within: {role: article, has: {text: Bob}}}", Id("bob-edit")),
        (
            "{role: button, within: {css: article, within: {css: \"#people\"}, has_text: {contains: ada@}}}",
            Id("ada-edit"),
        ),
        ("{role: article, has: {css: .badge}}", Id("card-ada")),
        ("{role: article, has: {css: .nothing}}", NOTHING),
        ("{role: article, has_not: {css: .badge}}", Id("card-bob")),
        ("{role: article, has_not: {role: button}}", NOTHING),
        ("{role: article, has_text: {contains: bob@}}", Id("card-bob")),
        ("{role: article, has_text: {contains: BOB@}}", NOTHING),
        ("{role: article, where: {data-kind: admin}}", Id("card-ada")),
        ("{role: article, where: {data-kind: {prefix: mem}}}", Id("card-bob")),
        ("{role: article, where: {data-kind: mem}}", NOTHING),
        ("{role: article, where: {data-none: x}}", NOTHING),
        ("{role: button, name: Edit, state: {enabled: true}}", Id("ada-edit")),
        ("{role: button, name: Edit, state: {enabled: false}}", Id("bob-edit")),
        ("{role: textbox, name: Locked, state: {enabled: false}}", Id("in-locked")),
        ("{role: button, name: Lock, state: {enabled: true}}", NOTHING),
        ("{role: button, name: Aria off, state: {enabled: false}}", Id("aria-off")),
        ("{role: checkbox, state: {checked: true}}", Id("agree")),
        ("{role: checkbox, state: {checked: false}}", Id("news")),
        ("{role: radio, state: {checked: true}}", Id("plan-l")),
        ("{role: radio, name: Large, state: {checked: false}}", NOTHING),
        ("{role: button, name: {any: [Menu, More]}, state: {expanded: true}}", Id("menu")),
        ("{role: button, name: {any: [Menu, More]}, state: {expanded: false}}", Id("more")),
        ("{css: details, state: {expanded: true}}", Id("opened")),
        ("{css: summary, state: {expanded: false}}", Id("closed-summary")),
        ("{role: tab, state: {selected: true}}", Id("tab-1")),
        ("{role: tab, state: {selected: false}}", Id("tab-2")),
        ("{role: option, state: {selected: true}}", Id("option-editor")),
        ("{role: button, name: Add, nth: 1}", Id("groups-add")),
        ("{role: button, name: Add, nth: 2}", NOTHING),
        ("{label: Document}", Error("(1 hidden element does)")),
        ("{label: Document, hidden: true}", Id("doc")),
    ])
    .await;
}

#[tokio::test]
async fn texts_are_compared_whole_literally_and_with_white_space_collapsed() {
    all_find(&[
        ("{role: heading, name: \"  Team \\n members \"}", Id("heading")),
        ("{role: heading, name: {contains: m mem}}", Id("heading")),
        ("{role: heading, name: {contains: M MEM}}", NOTHING),
        ("{role: heading, name: {contains: M MEM, ignore_case: true}}", Id("heading")),
        ("{role: heading, name: {prefix: Team}}", Id("heading")),
        ("{role: heading, name: {prefix: members}}", NOTHING),
        ("{role: heading, name: {suffix: members}}", Id("heading")),
        ("{role: heading, name: {suffix: Team}}", NOTHING),
        // A blank where the text goes on counts; where it does not, there is none.
        ("{role: heading, name: {suffix: \" members\"}}", Id("heading")),
        ("{role: heading, name: {suffix: \"embers\"}}", Id("heading")),
        ("{role: heading, name: {suffix: \" embers\"}}", NOTHING),
        ("{role: heading, name: {suffix: \"members \"}}", Id("heading")),
        ("{role: heading, name: {prefix: \"Team  \"}}", Id("heading")),
        ("{role: heading, name: {prefix: \"Tea \"}}", NOTHING),
        ("{role: heading, name: {contains: \"m m\"}}", Id("heading")),
        ("{role: heading, name: {contains: \" em\"}}", NOTHING),
        ("{role: heading, name: {contains: \"em \"}}", NOTHING),
        ("{role: heading, name: {regex: \"^Team\\\\s+mem\"}}", Id("heading")),
        ("{role: heading, name: {regex: \"^team\"}}", NOTHING),
        ("{role: heading, name: {regex: \"^team\", ignore_case: true}}", Id("heading")),
        ("{role: heading, name: {any: [Nobody, {prefix: Te}]}}", Id("heading")),
        ("{role: heading, name: {any: [Nobody, None]}}", NOTHING),
        ("{text: case}", Id("lower")),
        ("{text: CASE}", Id("upper")),
        ("{text: {is: Case, ignore_case: true}}", TWO),
        ("{text: Case}", NOTHING),
        ("{text: \"Title .2020.\"}", NOTHING),
        ("{text: \"Title*\"}", NOTHING),
    ])
    .await;
}

#[tokio::test]
async fn shadow_roots_at_any_depth_are_pierced() {
    all_find(&[
        ("{role: button, name: Shadow three}", Id("s3")),
        ("{text: Shadow two}", Id("s2-text")),
        ("{text: slotted four}", Id("slotted-4")),
        ("{text: Slotted light}", Id("slotted")),
        ("{css: \"#s4\", has_text: Level four slotted four}", Id("s4")),
        ("{label: Shadow label}", Id("s-in")),
        ("{test_id: deep}", Id("s3")),
        ("{title: Deep title}", Id("s3")),
        ("{alt: Deep alt}", Id("s3-img")),
        ("{css: input.deep}", Id("s-in")),
        // A selector's parts lie in one tree, as in a stylesheet; `within` crosses it.
        ("{css: \"#level-1 #s3\"}", NOTHING),
        ("{css: \"#s3\", within: {css: \"#level-1\"}}", Id("s3")),
        ("{xpath: \"//button[text()='Shadow three']\"}", Id("s3")),
        ("{xpath: \".//p[contains(., 'two')]\", within: {css: \"#host-1\"}}", Id("s2-text")),
        ("{xpath: \".//button\", within: {css: \"#host-b\"}}", Id("sb")),
        ("{role: button, name: Shadow one}", TWO),
        ("{role: button, name: Shadow one, within: {css: \"#host-b\"}}", Id("sb")),
        ("{role: button, name: Shadow one, within: {css: \"#host-1\"}}", Id("s1")),
        ("{css: x-host, has: {css: \"#s4\"}, has_not: {css: \"#s3\"}}", Id("host-4")),
        ("{text: Slotted light, within: {css: \"#level-1\"}}", Id("slotted")),
        ("{role: button, name: Shadow three, within: {css: \"#host-b\"}}", NOTHING),
    ])
    .await;
}

/// What is seen inside of something is looked for there, wherever it is written.
#[tokio::test]
async fn within_is_what_is_seen_inside_with_what_is_slotted_there() {
    let (mut session, _pages) = open("finders.html").await;
    let flat = |find: &str| format!("{{{find}, within: {{role: group, name: Flat}}}}");
    for find in [
        "role: button, name: Slotted action",
        "css: button.flat",
        "test_id: flat",
        "text: Slotted action",
        "xpath: \".//button[text()='Slotted action']\"",
    ] {
        assert_eq!(id_of(&mut session, &query(&flat(find))).await.unwrap(), "flat", "{find}");
    }
    session.close().await;
    all_find(&[
        ("{text: Slotted words, within: {role: group, name: Flat}}", Id("flat-text")),
        ("{role: button, name: Twice slotted, within: {role: group, name: Flat}}", Id("flat-inner")),
        ("{css: \"#flat-inner\", within: {css: i}}", Id("flat-inner")),
        ("{role: button, name: Slotted action, within: {role: group, name: Beside}}", Id("beside")),
        ("{role: button, name: Slotted action, within: {css: \"#host-f\"}}", TWO),
        ("{role: group, name: Flat, has: {css: \"#flat\"}, has_not: {css: \"#beside\"}}", Error("has no attribute")),
        ("{role: group, name: Flat, has: {css: \"#beside\"}}", NOTHING),
        ("{role: button, name: Shadow one, within: {role: group, name: Flat}}", NOTHING),
    ])
    .await;
}

#[tokio::test]
async fn a_column_is_found_by_its_header_and_a_doubtful_one_is_refused() {
    let (mut session, _pages) = open("finders.html").await;
    for (row, header, want) in [
        ("#r1", "Name", Ok("r1-name")),
        ("#r1", "Mail", Ok("r1-mail")),
        ("#r1", "Phone", Ok("r1-phone")),
        ("#r1", "Role", Ok("r1-role")),
        // A cell that spans both stands under both.
        ("#r2", "Mail", Ok("r2-both")),
        ("#r2", "Phone", Ok("r2-both")),
        ("#r2", "Contact", Ok("r2-both")),
        ("#r1", "Contact", Err("2 visible elements match")),
        ("#r1", "Same", Err("2 columns \"Same\"")),
        ("#r1", "Mails", Err("no column \"Mails\"; the headers are \"Name\"")),
        ("#h1", "Name", Err("the headers are not there")),
        ("#g1", "Key", Ok("g1-key")),
        ("#g1", "State", Ok("g1-state")),
        ("#g1", "Between", Err("no column \"Between\"")),
        // A grid made of `div`s without roles whose cells name their header.
        ("#d1", "First", Ok("d1-first")),
        ("#d1", "Last", Ok("d1-last")),
        ("#d1", "Middle", Err("no column \"Middle\"")),
        ("#card-ada", "Name", Err("not in a table")),
    ] {
        let cell = Query { within: Some(Box::new(crate::support::css(row))), ..crate::support::column(header) };
        let found = id_of(&mut session, &cell).await;
        match (&found, want) {
            (Ok(id), Ok(wanted)) => assert_eq!(id, wanted, "{row} {header}"),
            (Err(error), Err(words)) => assert!(error.to_string().contains(words), "{row} {header}: {error}"),
            _ => panic!("{row} {header}: {found:?}"),
        }
    }
    session.close().await;
}

#[tokio::test]
async fn a_hidden_twin_does_not_count() {
    all_find(&[
        ("{role: button, name: None}", Id("none-twin")),
        ("{role: button, name: Unseen}", Id("unseen-twin")),
        ("{role: button, name: Zero}", Id("zero-twin")),
        ("{role: button, name: Attribute}", Id("attribute-twin")),
        ("{role: button, name: Parent}", Id("parent-twin")),
        ("{role: button, name: Aria hidden}", Id("aria-twin")),
        ("{role: button, name: Inert}", Id("inert-twin")),
        ("{text: Inert text}", Id("inert-text")),
        ("{text: Off copy}", Id("off-twin")),
        ("{role: textbox, name: Inert field}", Error("(1 hidden element does)")),
        ("{test_id: inert-field}", Error("(1 hidden element does)")),
        ("{css: .inert-field}", Error("(1 hidden element does)")),
        ("{xpath: \"//*[@id='inert-field']\"}", Error("(1 hidden element does)")),
        ("{label: Inert field}", Error("(1 hidden element does)")),
        ("{placeholder: Inert hint}", Error("(1 hidden element does)")),
        ("{title: Inert title}", Error("(1 hidden element does)")),
        ("{css: .inert-field, hidden: true}", Id("inert-field")),
        ("{role: button, name: Only hidden}", Error("(1 hidden element does)")),
        ("{role: button, name: None, hidden: true}", TWO),
    ])
    .await;
}

#[tokio::test]
async fn a_later_alternative_is_drift_and_must_not_match_something_else() {
    let (mut session, _pages) = open("finders.html").await;
    let first = query("{any_of: [{role: button, name: Continue}, {css: \"button.primary\"}]}");
    assert_eq!(id_of(&mut session, &first).await.unwrap(), "any-1");
    assert_eq!(session.take_drifts(), []);

    let second = query("{any_of: [{role: button, name: Next}, {role: button, name: Go on}]}");
    assert_eq!(id_of(&mut session, &second).await.unwrap(), "any-2");
    let drifts = session.take_drifts();
    assert_eq!(drifts.len(), 1);
    assert_eq!(drifts[0].used, 1);
    assert!(drifts[0].query.contains("name: \"Next\""), "{drifts:?}");

    let third = query("{any_of: [{text: No}, {css: .no}, {css: \"#any-1\"}, {text: Continue}]}");
    assert_eq!(id_of(&mut session, &third).await.unwrap(), "any-1");
    assert_eq!(session.take_drifts()[0].used, 2);

    let different = query("{any_of: [{role: button, name: Continue}, {role: button, name: Go on}]}");
    let error = id_of(&mut session, &different).await.unwrap_err().to_string();
    assert!(error.contains("alternatives 1 and 2 of any_of match different elements"), "{error}");
    assert!(error.contains("any-1") && error.contains("any-2"), "{error}");

    let none = query("{any_of: [{text: No}, {css: .no}]}");
    assert!(id_of(&mut session, &none).await.unwrap_err().to_string().contains("nothing visible matches"));
    // Refinements beside it hold for whatever alternative was used.
    let refined = with("{any_of: [{text: No}, {css: \"#any button\"}]}", "has_text: Go on");
    assert_eq!(id_of(&mut session, &refined).await.unwrap(), "any-2");
    session.close().await;
}

/// Every suggestion, pasted into the recipe, finds the element that it was made for, and no other.
#[tokio::test]
async fn suggestions_can_be_pasted() {
    let (mut session, _pages) = open("suggestions.html").await;
    for yaml in [
        "{role: link, name: Add user}",
        "{role: button, name: Edit}",
        "{role: button, name: Same}",
        "{text: Twin}",
        "{role: button, name: Remove, within: {css: main}}",
        "{role: textbox}",
        "{css: .brace}",
        "{role: checkbox, name: Box}",
        "{role: button, name: Shadow}",
    ] {
        let error = id_of(&mut session, &query(yaml)).await.unwrap_err();
        let CommandError::Ambiguous { count, matches, .. } = &error else { panic!("{yaml}: {error}") };
        assert_eq!(*count, matches.len(), "{error}");
        for one in matches {
            assert!(!one.locator.is_empty(), "{yaml}: nothing singles out {}", one.element);
            let pasted = if one.locator.starts_with("within") && yaml.contains("within") {
                let (start, _) = yaml.split_once(", within").unwrap();
                query(&format!("{start}, {}}}", one.locator))
            } else {
                with(yaml, &one.locator)
            };
            let id = id_of(&mut session, &pasted).await.unwrap_or_else(|error| panic!("{}: {error}", one.locator));
            assert!(one.element.contains(&format!("id=\"{id}\"")), "{} found {id}, not {}", one.locator, one.element);
        }
    }
    for yaml in [
        "{role: button, name: Ad user}",
        "{role: link, name: Add users}",
        "{label: E-mail addres}",
        "{text: Twins}",
        "{role: button, name: Edits}",
        "{role: button, name: \"Delete {y} x\"}",
        "{role: heading, name: \"yes \\\"no\\\" #6: ok\"}",
        "{any_of: [{role: button, name: Shadows}, {css: .none}]}",
        "{role: combobox, name: Cites}",
        "{test_id: sav}",
    ] {
        let error = id_of(&mut session, &query(yaml)).await.unwrap_err();
        let CommandError::Missing { candidates, .. } = &error else { panic!("{yaml}: {error}") };
        assert!(!candidates.is_empty(), "{error}");
        for one in candidates {
            let found = id_of(&mut session, &query(&one.locator)).await;
            let id = found.unwrap_or_else(|error| panic!("{yaml}: {}: {error}", one.locator));
            assert!(one.element.contains(&format!("id=\"{id}\"")), "{} found {id}, not {}", one.locator, one.element);
        }
    }
    session.close().await;
}

/// A locator in an error can be pasted, too: it is the one that was written.
#[test]
fn a_query_in_an_error_reads_as_it_was_written() {
    for yaml in [
        "{role: button, name: Save}",
        "{label: {is: e-mail, ignore_case: true}}",
        "{text: {any: [\"a \\\"b\\\"\", {prefix: \"e\\u0301 #\"}, {suffix: \"\\\\\"}]}}",
        "{css: \"a[href='x']\", where: {href: {regex: ^a}, data-x: \"1\"}, state: {enabled: true, checked: false}}",
        "{xpath: //a, has: {alt: x}, has_not: {title: y}, has_text: {contains: z}, nth: 2, hidden: true}",
        "{any_of: [{test_id: a}, {placeholder: b, within: {role: dialog, state: {expanded: true}}}]}",
    ] {
        let written = query(yaml);
        assert_eq!(query(&written.to_string()), written, "{written}");
    }
}

/// One look at a page of 5,000 rows; each of them is a command, and one look at least for each.
#[tokio::test]
async fn a_page_of_five_thousand_rows_is_no_burden() {
    let (mut session, _pages) = open("rows.html").await;
    for (yaml, want) in [
        ("{role: button, name: Save}", Id("save")),
        ("{role: button, name: Edit user 4999}", Id("edit-4999")),
        ("{role: link, name: User 2500}", Id("link-2500")),
        ("{text: u4321@example.org}", Id("mail-4321")),
        ("{label: Select user 77}", Id("box-77")),
        ("{css: \"#edit-3\"}", Id("edit-3")),
        ("{role: button, name: Edit user 12, within: {role: row, has: {text: u12@example.org}}}", Id("edit-12")),
        ("{role: row, has_text: {contains: u4000@}}", Id("row-4000")),
        ("{any_of: [{role: link, name: User 1}, {css: \"#link-1\"}]}", Id("link-1")),
        ("{role: button, name: Edit user 5000}", NOTHING),
        ("{role: button, name: {prefix: Edit}}", Error("5000 visible elements match")),
    ] {
        let query = query(yaml);
        let began = Instant::now();
        let id = Read::Attribute { name: "id".into() };
        let found = session.read(&query, &id, within(2)).await;
        let took = began.elapsed();
        println!("{took:?} {yaml}");
        match (&found, want) {
            (Ok(id), Id(wanted)) => assert_eq!(id, wanted, "{yaml}"),
            (Err(error), Error(words)) => assert!(error.to_string().contains(words), "{error}"),
            _ => panic!("{yaml}: {found:?}"),
        }
        // What is not there is looked for until the deadline.
        let most = if found.is_ok() { 2 } else { 5 };
        assert!(took < Duration::from_secs(most), "{yaml} took {took:?}");
    }
    session.close().await;
}
