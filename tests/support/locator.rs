//! From a locator as it stands in a recipe to a query: what is pasted into a recipe goes through the recipe's own loader.

use std::path::Path;

use idlcm::browser::{By, Matcher, Query, State};
use idlcm::recipe::{self, Finder, Locator, MatchKind, Segment, Strictness, Template, TextMatcher};

const RECIPE: &str = include_str!("../../recipes/ledgerly/recipe.yaml");
const PLACE: &str = "{role: heading, name: Users}";

/// The query that a recipe with this locator would send.
pub(crate) fn query(yaml: &str) -> Query {
    let text = RECIPE.replacen(PLACE, yaml, 1);
    let loaded = recipe::check_text(Path::new("pasted.yaml"), &text, Strictness::Normal);
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
    let recipe = loaded.recipe.unwrap_or_else(|| panic!("{yaml}\n{}", problems.join("\n")));
    lowered(&recipe.screens["users"].recognise.visible[0])
}

/// A locator with something more in it, as an author would add it.
pub(crate) fn with(yaml: &str, more: &str) -> Query {
    let locator = yaml.strip_suffix('}').unwrap();
    query(&format!("{locator}, {more}}}"))
}

fn lowered(locator: &Locator) -> Query {
    let boxed = |part: &Option<Box<Locator>>| part.as_deref().map(lowered).map(Box::new);
    let attributes = ["data-testid", "data-test", "data-qa"].map(str::to_owned).to_vec();
    let by = match &locator.finder {
        Finder::Role { role, name } => By::Role { role: role.clone(), name: name.as_ref().map(matcher) },
        Finder::Label(text) => By::Label { text: matcher(text) },
        Finder::Placeholder(text) => By::Placeholder { text: matcher(text) },
        Finder::Alt(text) => By::Alt { text: matcher(text) },
        Finder::Title(text) => By::Title { text: matcher(text) },
        Finder::TestId(text) => By::TestId { text: matcher(text), attributes },
        Finder::Text(text) => By::Text { text: matcher(text) },
        Finder::Column(text) => By::Column { text: matcher(text) },
        Finder::Css(selector) => By::Css { selector: selector.clone() },
        Finder::Xpath(expression) => By::Xpath { expression: expression.clone() },
        Finder::Cell { header, headers, cells } => {
            By::Cell { text: matcher(header), headers: Box::new(lowered(headers)), cells: Box::new(lowered(cells)) }
        }
        Finder::Itself => By::Itself,
        Finder::Sibling(at) => By::Sibling { at: *at },
        Finder::AnyOf(any) => By::AnyOf { any: any.iter().map(lowered).collect() },
    };
    let state = &locator.state;
    Query {
        within: boxed(&locator.within),
        has: boxed(&locator.has),
        has_not: boxed(&locator.has_not),
        has_text: locator.has_text.as_ref().map(matcher),
        attributes: locator.where_attributes.iter().map(|(name, text)| (name.clone(), matcher(text))).collect(),
        state: State {
            enabled: state.enabled,
            checked: state.checked,
            expanded: state.expanded,
            selected: state.selected,
        },
        nth: locator.nth,
        hidden: locator.hidden,
        ..Query::by(by)
    }
}

fn matcher(written: &TextMatcher) -> Matcher {
    let ignore_case = written.ignore_case;
    match &written.kind {
        MatchKind::Is(text) => Matcher::Whole { text: plain(text), ignore_case },
        MatchKind::Contains(text) => Matcher::Contains { text: plain(text), ignore_case },
        MatchKind::Prefix(text) => Matcher::Prefix { text: plain(text), ignore_case },
        MatchKind::Suffix(text) => Matcher::Suffix { text: plain(text), ignore_case },
        MatchKind::Regex(pattern) => Matcher::Regex {
            written: pattern.as_str().to_owned(),
            pattern: pattern.ecmascript(ignore_case),
            ignore_case,
        },
        MatchKind::Any(any) => Matcher::Any { any: any.iter().map(matcher).collect() },
        MatchKind::Not(inner) => Matcher::Not { not: Box::new(matcher(inner)) },
    }
}

fn plain(template: &Template) -> String {
    let segments = template.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => text.as_str(),
        Segment::Hole(_) => panic!("a template where a text was meant: {template:?}"),
    });
    segments.collect()
}

/// The code points of a key or a chord as a recipe writes it.
pub fn keys(text: &str) -> Vec<char> {
    idlcm::recipe::Chord::parse(text).unwrap().codes().to_vec()
}

/// A pattern as a recipe writes it.
pub fn pattern(text: &str, ignore_case: bool) -> Matcher {
    let pattern = idlcm::recipe::Pattern(regex::Regex::new(text).unwrap());
    matcher(&TextMatcher { kind: MatchKind::Regex(pattern), ignore_case })
}
