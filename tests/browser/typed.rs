//! Text that is typed key by key, for fields that take nothing else; what the page has of it is the proof.

use crate::support::{css, label, open, role, soon, within};
use idlcm::browser::{CommandError, FillValue, Query, Read, Session};
use serde_json::Value;

async fn state(session: &mut Session, key: &str) -> String {
    let text = session.read(&css("#state"), &Read::Text, within(5)).await.unwrap();
    let state: Value = serde_json::from_str(&text).unwrap();
    state[key].as_str().unwrap_or_default().to_owned()
}

async fn typed(session: &mut Session, query: &Query, text: &str) {
    let typed = session.type_text(query, text.into(), None, within(10)).await;
    typed.unwrap_or_else(|error| panic!("{query}, {text}: {error}"));
}

#[tokio::test]
async fn fields_that_take_keys_only_get_them_one_by_one() {
    let (mut session, _pages) = open("typed.html").await;
    for (query, key, texts) in [
        (label("Phone"), "phone", [("5551234567", "5551234567"), ("4420794601", "4420794601")]),
        (label("Masked"), "masked", [("05072026", "05072026"), ("31122027", "31122027")]),
        (label("Old"), "old", [("05072026", "05-07-2026"), ("12312027", "12-31-2027")]),
        (role("group", "Start"), "start", [("05072026", "05-07-2026"), ("12312027", "12-31-2027")]),
        (role("group", "Later"), "later", [("05072026", "05-07-2026"), ("12312027", "12-31-2027")]),
        (label("Hidden start"), "start", [("01022028", "01-02-2028"), ("05062029", "05-06-2029")]),
        (role("textbox", "Note"), "note", [("new note", "new note"), ("Zoë's", "Zoë's")]),
        (label("Plain"), "plain", [("one", "one"), ("two 2", "two 2")]),
    ] {
        for (text, has) in texts {
            typed(&mut session, &query, text).await;
            assert_eq!(state(&mut session, key).await, has, "{query}");
        }
    }
    // Emptied.
    for (query, key) in [(label("Phone"), "phone"), (label("Masked"), "masked"), (role("textbox", "Note"), "note")] {
        typed(&mut session, &query, "").await;
        assert_eq!(state(&mut session, key).await, "", "{query}");
    }
    let before = session.commands();
    typed(&mut session, &label("Phone"), "5550001111").await;
    assert_eq!(session.commands() - before, 3);
    session.close().await;
}

#[tokio::test]
async fn what_a_field_makes_of_the_keys_is_compared_with_what_was_typed() {
    let (mut session, _pages) = open("typed.html").await;
    for (name, text, found) in [("Loud", "ada", "ADA"), ("Whole", "1.5", "15"), ("Masked", "123", "12/3_/____")] {
        let result = session.type_text(&label(name), text.into(), None, within(5)).await;
        if name == "Masked" {
            // It adds signs, and no letter or digit.
            result.unwrap();
            assert_eq!(session.read(&label(name), &Read::Value, within(5)).await.unwrap(), found);
            continue;
        }
        let error = result.unwrap_err();
        assert!(matches!(&error, CommandError::ReadBack { found: Some(shown), .. } if shown == found), "{error}");
    }
    // The recipe may say what it is to show.
    session.type_text(&label("Loud"), "ada".into(), Some("ADA"), within(5)).await.unwrap();
    let error = session.type_text(&label("Loud"), "ada".into(), Some("Ada"), within(5)).await.unwrap_err();
    assert!(error.to_string().contains("expected \"Ada\", found \"ADA\""), "{error}");

    let error = session.type_text(&css("#day"), "05072026".into(), None, soon()).await.unwrap_err();
    assert!(error.to_string().contains("`set_date`"), "{error}");
    let error = session.type_text(&label("Plain"), "a\u{7}b".into(), None, soon()).await.unwrap_err();
    assert!(error.to_string().contains("leave `keys` out"), "{error}");
    let secret = FillValue { text: "hunter2-secret", secret: true, keep: None };
    let error = session.type_text(&label("Loud"), secret, None, within(5)).await.unwrap_err();
    assert!(!format!("{error} {error:?}").to_lowercase().contains("hunter2"), "{error:?}");
    session.close().await;
}
