//! The dropdowns of widget libraries, case by case; what each widget holds itself is the proof. The table of the cases is the
//! one in `docs/recipes.md`.

use std::fmt::Write;

use crate::locator::keys;
use crate::support::{css, has, label, open, role, state, whole, within};
use idlcm::browser::{By, CommandError, Matcher, Probe, Query};
use serde_json::{Value, json};

/// How an option is chosen.
#[derive(Clone, Copy, PartialEq)]
enum How {
    /// As it is.
    Plain,
    /// With `filter`: the list has it only once it was typed.
    Filter,
    /// Not at all, and this is said.
    Refused(&'static str),
    /// The library has no such thing.
    Lacks,
}
use How::{Filter, Lacks, Plain, Refused};

const CASES: [&str; 7] = ["single", "many", "search", "long", "lazy", "portal", "dialog"];

struct Widget {
    library: &'static str,
    page: &'static str,
    /// One for each of `CASES`.
    cases: [How; 7],
}

const WIDGETS: &[Widget] = &[
    Widget {
        library: "OOUI",
        page: "widgets-plain.html?ooui",
        cases: [Plain, Plain, Plain, Plain, Filter, Plain, Plain],
    },
    Widget {
        library: "Choices.js",
        page: "widgets-plain.html?choices",
        cases: [Plain, Plain, Plain, Plain, Plain, Lacks, Plain],
    },
    Widget {
        library: "Tom Select",
        page: "widgets-plain.html?tom",
        cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
    },
    Widget {
        library: "Chosen",
        page: "widgets-plain.html?chosen",
        cases: [Plain, Plain, Plain, Plain, Lacks, Lacks, Plain],
    },
    Widget {
        library: "Ant Design",
        page: "widgets-react.html?antd",
        cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
    },
    Widget { library: "MUI", page: "widgets-react.html?mui", cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain] },
    Widget {
        library: "Headless UI",
        page: "widgets-react.html?headless",
        cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
    },
    Widget {
        library: "Fluent UI",
        page: "widgets-react.html?fluent",
        cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
    },
    Widget {
        library: "Carbon",
        page: "widgets-react.html?carbon",
        cases: [Plain, Plain, Plain, Plain, Lacks, Lacks, Plain],
    },
    Widget {
        library: "PrimeVue",
        page: "widgets-vue.html?prime",
        cases: [Plain, Plain, Plain, Filter, Plain, Plain, Plain],
    },
    Widget {
        library: "Vuetify",
        page: "widgets-vue.html?vuetify",
        cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
    },
    Widget {
        library: "Element Plus",
        page: "widgets-vue.html?element",
        cases: [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
    },
];

fn control(library: &str, case: &str) -> Query {
    match (library, case) {
        // What is chosen is a part of the control's name, or how many it is, of the label.
        ("OOUI", _) | ("Carbon", "many") => {
            Query::by(By::Label { text: Matcher::Prefix { text: case.into(), ignore_case: false } })
        }
        _ => label(case),
    }
}

/// What is chosen one after the other, what of it is typed, and what the widget holds in the end.
fn steps(case: &str, filter: bool) -> (Vec<(&'static str, bool)>, Value) {
    match case {
        // Choosing adds, and what is chosen already is not taken back.
        "many" => (vec![("Red", filter), ("Blue", filter), ("Red", filter)], json!(["Red", "Blue"])),
        "search" => (vec![("Germany", filter), ("Italy", true)], json!("Italy")),
        "long" => (vec![("Person 640", filter)], json!("Person 640")),
        _ => (vec![("Germany", filter), ("Germany", filter)], json!("Germany")),
    }
}

async fn tried(library: &str) {
    let widget = WIDGETS.iter().find(|widget| widget.library == library).unwrap();
    let page = format!("frameworks/{}", widget.page);
    let (mut session, pages) = open(&page).await;
    let probe = Probe::Visible { query: css("body[data-ready]"), text: None };
    assert!(session.wait_any(&[probe], within(20)).await.unwrap().first.is_some());
    for (case, how) in CASES.iter().zip(widget.cases) {
        if how == Lacks {
            continue;
        }
        if *case == "dialog" {
            let prepared = session.prepare_click(&role("button", "Open dialog"), &[], within(5)).await.unwrap();
            session.click(prepared, within(5)).await.unwrap();
        }
        let control = control(library, case);
        if let Refused(why) = how {
            let before = state(&mut session).await;
            let (option, _) = steps(case, false).0[0];
            let error = session.choose(&control, &whole(option), None, within(5)).await.unwrap_err();
            assert!(error.to_string().contains(why), "{library}, {case}: {error}");
            assert_eq!(state(&mut session).await, before, "{library}, {case}");
            session.press(&[&keys("Escape")], None, within(5)).await.unwrap();
            continue;
        }
        let (chosen, held) = steps(case, how == Filter);
        for (option, filter) in chosen {
            let chosen = session.choose(&control, &whole(option), filter.then_some(option), within(20)).await;
            chosen.unwrap_or_else(|error| panic!("{library}, {case}, {option}: {error}"));
        }
        has(&mut session, case, held).await;
    }
    session.goto(&pages.url(&page), within(10)).await.unwrap();
    let error = session.choose(&control(library, "single"), &whole("Germani"), None, within(2)).await.unwrap_err();
    assert!(matches!(&error, CommandError::NoOption { count: 0, options, .. } if options[0] == "Germany"), "{error}");
    assert_eq!(state(&mut session).await["single"].as_str().unwrap_or(""), "");
    session.close().await;
}

#[tokio::test]
async fn ooui() {
    tried("OOUI").await;
}

#[tokio::test]
async fn choices() {
    tried("Choices.js").await;
}

#[tokio::test]
async fn tom_select() {
    tried("Tom Select").await;
}

#[tokio::test]
async fn chosen() {
    tried("Chosen").await;
}

#[tokio::test]
async fn ant_design() {
    tried("Ant Design").await;
}

#[tokio::test]
async fn mui() {
    tried("MUI").await;
}

#[tokio::test]
async fn headless_ui() {
    tried("Headless UI").await;
}

#[tokio::test]
async fn fluent_ui() {
    tried("Fluent UI").await;
}

#[tokio::test]
async fn carbon() {
    tried("Carbon").await;
}

#[tokio::test]
async fn primevue() {
    tried("PrimeVue").await;
}

#[tokio::test]
async fn vuetify() {
    tried("Vuetify").await;
}

#[tokio::test]
async fn element_plus() {
    tried("Element Plus").await;
}

/// What the documentation says is what is tried here.
#[test]
fn the_table_in_the_documentation_is_that_of_the_tests() {
    let mut table = String::from("| library | ");
    let names = [
        "one of a list",
        "several",
        "searchable",
        "1,000 options",
        "loaded late",
        "list drawn elsewhere",
        "in a dialog",
    ];
    writeln!(table, "{} |\n|---{}|", names.join(" | "), "|---".repeat(names.len())).unwrap();
    for widget in WIDGETS {
        let cells = widget.cases.map(|how| match how {
            Plain => "yes".to_owned(),
            Filter => "with `filter`".to_owned(),
            Refused(why) => format!("no: *{why}*"),
            Lacks => "–".to_owned(),
        });
        writeln!(table, "| {} | {} |", widget.library, cells.join(" | ")).unwrap();
    }
    let text = std::fs::read_to_string("docs/recipes.md").unwrap();
    assert!(text.contains(&table), "docs/recipes.md is to have this table:\n{table}");
}
