//! What a page shows to whoever writes its recipe: in tree order, nothing secret, and each locator finds its element alone.

use idlcm::browser::{Session, Shown, ShownElement};

use crate::locator;
use crate::support::{open, within};

fn names(shown: &Shown) -> Vec<String> {
    shown.elements.iter().map(|element| format!("{} {}", element.role, element.name).trim_end().to_owned()).collect()
}

fn named<'s>(shown: &'s Shown, name: &str) -> &'s ShownElement {
    shown.elements.iter().find(|element| element.name == name).unwrap_or_else(|| panic!("{name}: {:#?}", names(shown)))
}

/// How many elements a locator finds that is pasted into a recipe.
async fn found(session: &mut Session, element: &ShownElement) -> usize {
    let mut query = locator::query(element.locator.as_ref().unwrap());
    query.frames = element.frames.iter().map(|frame| locator::query(frame)).collect();
    session.matches(&query, within(5)).await.unwrap().count
}

#[tokio::test]
async fn controls_headings_tables_and_messages_are_told_in_tree_order() {
    let (mut session, _pages) = open("inspect.html").await;
    let shown = session.inspect(false, within(20)).await.unwrap();
    assert_eq!(
        names(&shown),
        [
            "heading Settings",
            "status",
            "textbox E-mail",
            "textbox Password",
            "checkbox Active",
            "textbox Notes",
            "combobox Role",
            "generic",
            "generic Bio",
            "button Save all",
            "button Delete",
            "button Delete",
            "button More",
            "table People",
            "button Edit",
            "textbox Nickname",
            "button Slotted",
            "button Shadow",
            "frame Same origin",
            "heading In a frame",
            "textbox City",
            "button Save all",
        ]
    );
    assert_eq!((shown.unnamed, shown.left_out), (0, 0));
    let mail = named(&shown, "E-mail");
    assert_eq!((mail.label.as_deref(), mail.value.as_deref()), (Some("E-mail"), Some("ada@x.example")));
    assert_eq!(mail.state, ["required"]);
    assert_eq!(named(&shown, "Active").state, ["checked"]);
    assert_eq!(named(&shown, "More").state, ["disabled", "expanded"]);
    assert_eq!(named(&shown, "Notes").value.as_deref(), Some("first\nsecond"));
    let role = named(&shown, "Role");
    assert_eq!((role.value.as_deref(), role.options.join("|")), (Some("Editor"), "Viewer|Editor".to_owned()));
    let table = named(&shown, "People");
    assert_eq!((table.columns.clone().unwrap().join("|"), table.rows), ("Name|Mail".to_owned(), Some(2)));
    assert_eq!(shown.elements[1].text.as_deref(), Some("Saved just now"));
    assert_eq!(named(&shown, "City").frames.len(), 1);
    let password = named(&shown, "Password");
    assert!(password.secret && password.value.is_none());
    assert!(!format!("{shown:?}").contains("hunter2"), "{shown:#?}");
    for element in &shown.elements {
        assert_eq!(found(&mut session, element).await, 1, "{element:#?}");
    }
    session.close().await;
}

#[tokio::test]
async fn every_text_is_told_once_where_all_is_wanted() {
    let (mut session, _pages) = open("inspect.html").await;
    let shown = session.inspect(true, within(20)).await.unwrap();
    let texts: Vec<&str> = shown.elements.iter().filter_map(|element| element.text.as_deref()).collect();
    for once in ["Only text.", "Saved just now", "Ada", "bob@x.example"] {
        assert_eq!(texts.iter().filter(|text| **text == once).count(), 1, "{once}: {texts:?}");
    }
    for never in ["Eve", "Save", "just now", "Hidden", "Settings"] {
        assert!(!texts.contains(&never), "{never}: {texts:?}");
    }
    for element in &shown.elements {
        assert_eq!(found(&mut session, element).await, 1, "{element:#?}");
    }
    session.close().await;
}

#[tokio::test]
async fn a_long_list_does_not_cost_what_is_around_it_its_locators() {
    let (mut session, _pages) = open("inspect-many.html").await;
    let shown = session.inspect(false, within(40)).await.unwrap();
    assert_eq!((shown.elements.len(), shown.left_out), (4002, 0));
    assert_eq!(shown.elements[0].rows, Some(2000));
    assert_eq!(shown.elements[4001].locator.as_deref(), Some("{role: button, name: Next}"));
    let without = shown.elements.iter().filter(|element| element.locator.is_none()).count();
    assert_eq!(without, shown.unnamed);
    assert_eq!(found(&mut session, &shown.elements[1]).await, 1);
    session.close().await;
}
