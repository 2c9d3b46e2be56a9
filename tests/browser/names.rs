//! Roles and names: the page's script and the browser's own computation, element by element. Where they differ, the
//! list below says which section of which specification we follow, and no other difference is allowed.

use crate::support::{Pages, css, options, within};
use idlcm::browser::{Computed, LaunchError, LaunchOptions, Session, Webdriver};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Browser {
    Chromium,
    Firefox,
}

use Browser::{Chromium, Firefox};

/// The name of a case, the browsers that deviate in it, our roles and names in the order of the page, and why they are
/// right.
type Deviation = (&'static str, &'static [Browser], &'static [&'static str], &'static str);

/// Elements whose `data-case` names a known deviation of browsers.
const DEVIATIONS: [Deviation; 21] = [
    ("css-alt", &[Chromium], &["heading StarH"], "accname 1.2, step 2F.ii: CSS content is joined without a space"),
    ("text-transform", &[Chromium, Firefox], &["heading upper"], "CSS Text 3, section 2.1: only how the text looks"),
    (
        "inner-title",
        &[Chromium],
        &["button Inner title"],
        "accname 1.2, step 2I: the tooltip counts in a name from content, too",
    ),
    (
        "multiple-one",
        &[Chromium],
        &["listbox Multiple one"],
        "HTML-AAM 1.0, section 3.5: select with `multiple` is a listbox",
    ),
    ("figcaption", &[Chromium], &["figure Caption"], "HTML-AAM 1.0, section 4.1.9: a figure is named by its caption"),
    (
        "empty-alt-titled",
        &[Chromium],
        &["img Title"],
        "HTML-AAM 1.0, section 4.1.10: an image with role `img` takes its title",
    ),
    (
        "row-name",
        &[Chromium, Firefox],
        &[
            "row Col Scoped corner",
            "row Row Cell In cell",
            "row 1 2",
            "row 3 4",
            "generic",
            "row GH",
            "row CH DC",
            "row TG RH",
            "row R1 R2",
        ],
        "WAI-ARIA 1.2, role row: name from content",
    ),
    (
        "corner-header",
        &[Chromium],
        &["columnheader Col"],
        "HTML, section 4.9.12: a header in the first row of `thead` heads its column",
    ),
    (
        "rowgroup",
        &[Chromium, Firefox],
        &["rowgroup", "rowgroup", "rowgroup"],
        "HTML-AAM 1.0, section 3.5: tbody, thead and tfoot are row groups",
    ),
    (
        "layout-table",
        &[Chromium],
        &["table Titled table"],
        "HTML-AAM 1.0, section 3.5: a table without a role is a table",
    ),
    ("math", &[Chromium], &["math"], "WAI-ARIA 1.2, role math: name from author"),
    (
        "combobox-value",
        &[Chromium],
        &["checkbox Pick Shown x"],
        "accname 1.2, step 2C: a combobox gives its chosen text",
    ),
    (
        "lone-option",
        &[Chromium],
        &["option Of LB x"],
        "accname 1.2, step 2C: an option keeps its role outside a listbox here",
    ),
    ("unseen-block", &[Firefox], &["button A B"], "accname 1.2, step 2F: a block separates words"),
    (
        "default-submit",
        &[Firefox],
        &["button Submit", "button Submit", "button Submit"],
        "HTML, section 4.10.5.1.18: the browser's own words; ours are Chromium's",
    ),
    (
        "list-of-nothing",
        &[Firefox],
        &["textbox List of nothing"],
        "HTML-AAM 1.0, section 3.5: combobox only with a suggestions source element",
    ),
    (
        "aria-placeholder",
        &[Firefox],
        &["textbox Aria placeholder"],
        "accname 1.2, step 2D: aria-placeholder is the last resort",
    ),
    (
        "abbr",
        &[Firefox],
        &["textbox Email *!"],
        "accname 1.2, step 2I: the title counts only where there is no content",
    ),
    (
        "listitem-name",
        &[Firefox],
        &["listitem", "listitem", "listitem", "tab Tab li", "listitem"],
        "WAI-ARIA 1.2, role listitem: no name from content, and a marker is no text",
    ),
    (
        "definition-name",
        &[Firefox],
        &["definition", "definition"],
        "WAI-ARIA 1.2, role definition: no name from content",
    ),
    (
        "generic-name",
        &[Firefox],
        &["generic", "generic", "generic"],
        "WAI-ARIA 1.2, section 5.2.8.6: generic takes no name",
    ),
];

/// One word for each role: no role at all is `generic`, newer and internal words stand for what they are.
fn plain(role: &str) -> &str {
    match role {
        "none" | "presentation" | ""
        // ARIA 1.3's words for headers and footers of sections; generic in HTML-AAM 1.0.
        | "sectionheader" | "sectionfooter"
        // Chromium's internal roles that leak.
        | "Legend" | "DescriptionList" | "Abbr" | "LabelText" | "Iframe" => "generic",
        // ARIA 1.3's synonym; and an `svg` without a role is a document in SVG-AAM 1.0, an image in HTML-AAM 1.0.
        "image" | "graphics-document" => "img",
        "Figcaption" => "caption",
        "DisclosureTriangle" => "button",
        other => other,
    }
}

fn differs(one: &Computed, browser: Browser) -> bool {
    let role = plain(&one.driver_role);
    // Firefox has no word for a summary.
    let unsaid = browser == Firefox && one.driver_role.is_empty() && one.element.starts_with("<summary");
    (plain(&one.role) != role && !unsaid) || one.name != one.driver_name
}

async fn compare(browser: Browser, launch: &LaunchOptions) {
    let pages = Pages::serve().await;
    let mut session = Session::open(launch).await.unwrap();
    session.goto(&pages.url("accessible.html"), within(20)).await.unwrap();
    let all = session.computed(&css("[data-case]"), "data-case", within(60)).await.unwrap();
    assert!(all.len() >= 390, "{} elements", all.len());
    let allowed =
        |case: &str| DEVIATIONS.iter().any(|(name, browsers, ..)| *name == case && browsers.contains(&browser));
    let held = |case: &str| -> Vec<String> {
        let ours = all.iter().filter(|one| one.case == case);
        ours.map(|one| format!("{} {}", one.role, one.name).trim_end().to_owned()).collect()
    };
    for (case, _, ours, why) in DEVIATIONS {
        assert_eq!(held(case), *ours, "{case}: {why}");
    }
    let wrong: Vec<String> = all
        .iter()
        .filter(|one| differs(one, browser) && !allowed(&one.case))
        .map(|one| {
            let Computed { element, role, name, driver_role, driver_name, .. } = one;
            format!("{element}\n  ours: {role} {name:?}, {}: {driver_role} {driver_name:?}", session.browser())
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), all.len(), wrong.join("\n"));
    // A deviation that is gone is taken off the list.
    let gone: Vec<&str> = DEVIATIONS
        .iter()
        .filter(|(_, browsers, ..)| browsers.contains(&browser))
        .map(|(case, ..)| *case)
        .filter(|case| !all.iter().any(|one| one.case == **case && differs(one, browser)))
        .collect();
    assert!(gone.is_empty(), "these no longer differ in {}: {gone:?}", session.browser());
    session.close().await;
}

#[tokio::test]
async fn roles_and_names_of_four_hundred_elements_are_those_of_chromium() {
    compare(Chromium, &LaunchOptions { webdriver: Webdriver::Chrome, ..options() }).await;
}

#[tokio::test]
async fn roles_and_names_of_four_hundred_elements_are_those_of_firefox_where_it_is_installed() {
    let launch = LaunchOptions { webdriver: Webdriver::Firefox, ..options() };
    match idlcm::browser::probe(&launch.webdriver).await {
        Ok(_) => compare(Firefox, &launch).await,
        Err(error @ (LaunchError::NoBrowser { .. } | LaunchError::NoDriver { .. })) => println!("not tried: {error}"),
        Err(error) => panic!("Firefox is installed and does not start: {error}"),
    }
}
