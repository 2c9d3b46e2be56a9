//! What evidence tells of people, and who may read it.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use idlcm::contract::JobResult;
use idlcm::engine::PersonalData;
use regex::Regex;
use serde_json::json;

use crate::ledgerly_app::{Ledgerly, job};

/// Of the job, of the app's own people as its list shows them, and a part of an address in a link.
const PEOPLE: [&str; 7] = ["Lovelace", "Oduya", "Brien", "obrien", "Siobh", "siobhan", "northwind"];

/// Files of evidence by name; pictures as they are, texts as text.
fn kept(app: &Ledgerly, result: &JobResult) -> BTreeMap<String, Vec<u8>> {
    let Some(evidence) = result.evidence.first() else { panic!("no evidence of {result:#?}") };
    let folder = app.evidence.path().join(&evidence.folder);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(folder.parent().unwrap())), (0o700, 0o700));
    let read = |name: &String| {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
        (name.clone(), std::fs::read(folder.join(name)).unwrap())
    };
    evidence.files.iter().map(read).collect()
}

/// A recipe that stops on the list of people, since it looks for a column that is not there.
fn without_its_column(recipe: &str) -> String {
    let changed = recipe.replace("{column: Role, map", "{column: Roles and rights, map");
    assert_ne!(changed, recipe);
    changed
}

async fn failed(app: &mut Ledgerly) -> BTreeMap<String, Vec<u8>> {
    let siobhan = json!({"email": "siobhan.obrien@northwind.example", "name": "Ada Lovelace", "role": "viewer"});
    let result = app.run(&job("users.update", &siobhan)).await;
    assert!(result.error.is_some(), "{result:#?}");
    kept(app, &result)
}

fn people_in(files: &BTreeMap<String, Vec<u8>>) -> Vec<(String, &'static str)> {
    let texts = files.iter().map(|(name, bytes)| (name, String::from_utf8_lossy(bytes)));
    texts
        .flat_map(|(name, text)| PEOPLE.iter().filter(move |one| text.contains(**one)).map(|one| (name.clone(), *one)))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_keeps_hashes_or_drops_what_tells_of_people() {
    let mut app = Ledgerly::with_recipe(without_its_column).await;
    let files = failed(&mut app).await;
    assert!(files.contains_key("page.html") && files.contains_key("001.webp"), "{:?}", files.keys());
    assert!(people_in(&files).contains(&("page.html".to_owned(), "Brien")), "the list of people is on the page");
    assert!(people_in(&files).contains(&("trace.json".to_owned(), "siobhan")));

    app.personal = PersonalData::Hash;
    let files = failed(&mut app).await;
    assert_eq!(people_in(&files), []);
    let page = String::from_utf8(files["page.html"].clone()).unwrap();
    assert!(!page.contains(['\u{E000}', '\u{E001}']), "{page}");
    // What the recipe knows is there, so that its locators can be tried on it.
    for known in ["<table", "Email", "Role", "Administrator", "name=\"idlcm-page\" content=\"/admin/users\""] {
        assert!(page.to_lowercase().contains(&known.to_lowercase()), "no {known} in {page}");
    }
    assert!(files.contains_key("001.webp"));
    // The same people are the same in another attempt, and in the steps.
    let hashes = |text: &str| -> Vec<String> {
        Regex::new("x[0-9a-f]{10}").unwrap().find_iter(text).map(|found| found.as_str().to_owned()).collect()
    };
    let again = failed(&mut app).await;
    let text = |files: &BTreeMap<String, Vec<u8>>, name: &str| String::from_utf8(files[name].clone()).unwrap();
    assert!(hashes(&page).len() > 20);
    assert_eq!(hashes(&page), hashes(&text(&again, "page.html")));
    assert!(!hashes(&text(&again, "trace.json")).is_empty());

    app.personal = PersonalData::Drop;
    let files = failed(&mut app).await;
    assert_eq!(files.keys().collect::<Vec<_>>(), ["trace.json"]);
    assert_eq!(people_in(&files), []);
    assert!(text(&files, "trace.json").contains("[personal]"));
    app.stop().await;
}
