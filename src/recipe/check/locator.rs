//! Locators: names of elements are replaced by what they stand for.

use super::aria::ROLES;
use super::scope::Scope;
use super::{Checker, Resolved, given};
use crate::recipe::locator::{ElementState, Finder, Locator};
use crate::recipe::matcher::TextMatcher;
use crate::recipe::position::Span;
use crate::recipe::source::{LocatorKeys, LocatorSource, Maybe, TextSource};
use crate::recipe::yaml::Recovered;

/// The most elements that are defined by one another in a chain.
const MAX_DEPTH: usize = 32;
/// The most locators that one is made of, names replaced by what they stand for.
const MAX_PARTS: usize = 500;

type MakeFinder = fn(TextMatcher) -> Finder;

impl Checker<'_> {
    pub(super) fn locator(&self, source: &Recovered<LocatorSource>, scope: &Scope) -> Option<Locator> {
        match source.get()? {
            LocatorSource::Name(name) => self.element(name, source.span, scope),
            LocatorSource::Keys(keys) => self.locator_keys(&keys.locator_keys(), source.span, scope),
        }
    }

    pub(super) fn optional_locator(&self, source: &Maybe<LocatorSource>, scope: &Scope) -> Option<Locator> {
        self.locator(source.as_ref()?, scope)
    }

    /// The element `screen.element`. One with values in its texts is another one wherever it is named.
    pub(super) fn element(&self, name: &str, span: Span, used: &Scope) -> Option<Locator> {
        let screens = given(&self.source.screens);
        let Some((screen_name, element_name)) = name.split_once('.') else {
            let known = screens.into_iter().flatten().flat_map(|(screen, source)| {
                source
                    .get()
                    .into_iter()
                    .flat_map(|s| super::named(&s.elements))
                    .map(move |(e, _)| format!("{}.{}", screen.value, e.value))
            });
            let known: Vec<String> = known.filter(|full| full.split('.').nth(1) == Some(name)).collect();
            let help = match known.first() {
                Some(full) => format!("did you mean the element `{full}`?"),
                None => format!(
                    "for an element with that text write `{{text: {name}}}`, or better `{{role: button, name: {name}}}`"
                ),
            };
            self.error("not_an_element", span, format!("`{name}` is not the name of an element"), help);
            return None;
        };
        let Some((screen_key, screen)) = screens.and_then(|screens| screens.get_key_value(screen_name)) else {
            if screens.is_some() {
                let known = screens.into_iter().flatten().map(|(name, _)| name.value.as_str());
                self.unknown("screen", screen_name, span, known);
            }
            return None;
        };
        self.use_screen(screen_name);
        let screen = screen.get()?;
        let Some((element_key, element)) = given(&screen.elements).and_then(|all| all.get_key_value(element_name))
        else {
            // A broken list of elements was reported; its names are not known.
            if screen.elements.as_ref().is_none_or(|elements| elements.get().is_some()) {
                let known: Vec<String> =
                    super::named(&screen.elements).map(|(e, _)| format!("{screen_name}.{}", e.value)).collect();
                self.unknown("element", name, span, known.iter().map(String::as_str));
            }
            return None;
        };
        let key = (screen_key.value.clone(), element_key.value.clone());
        self.use_element(&key.0, &key.1);
        let depends = self.is_templated(element, 0);
        let found = self.resolve(key.clone(), span, |checker| {
            let frames = checker.frames(screen_name);
            let scope = if depends {
                Scope { frames, row: false, columns: None, next_page: false, ..used.clone() }
            } else {
                Scope { frames, ..Scope::bare("the elements of screens") }
            };
            let mut locator = checker.locator(element, &scope)?;
            locator.span = element.span;
            locator.name = Some(name.to_owned());
            Some(locator)
        });
        // Within one use all is resolved once; the next one knows other values.
        if depends && self.nesting.elements.get() == 0 {
            let templated = self.nesting.templated.borrow();
            let kept =
                |(screen, element): &(String, String)| templated.get(&format!("{screen}.{element}")) != Some(&true);
            self.elements.borrow_mut().retain(|known, _| *known != key && kept(known));
        }
        found
    }

    /// The frames that a screen lives in.
    pub(super) fn frames(&self, screen_name: &str) -> Vec<Locator> {
        let screen = given(&self.source.screens).and_then(|screens| screens.get(screen_name)).and_then(Recovered::get);
        let Some(frame) = screen.and_then(|screen| screen.frame.as_ref()) else { return Vec::new() };
        let scope = Scope::bare("frames");
        let frame =
            self.resolve((screen_name.to_owned(), String::from("frame of the screen")), frame.span, |checker| {
                checker.locator(frame, &scope)
            });
        match frame {
            Some(mut frame) => {
                let mut frames = std::mem::take(&mut frame.frames);
                frames.push(frame);
                frames
            }
            None => Vec::new(),
        }
    }

    fn resolve(
        &self,
        key: (String, String),
        span: Span,
        make: impl FnOnce(&Self) -> Option<Locator>,
    ) -> Option<Locator> {
        match self.elements.borrow().get(&key) {
            Some(Resolved::Done(locator)) => return locator.clone(),
            Some(Resolved::Begun) => {
                self.error(
                    "cyclic_element",
                    span,
                    format!("`{}.{}` is defined by itself", key.0, key.1),
                    "a locator's `within`, `has` or `any_of` must not lead back to it",
                );
                return None;
            }
            None => {}
        }
        self.elements.borrow_mut().insert(key.clone(), Resolved::Begun);
        self.nesting.elements.set(self.nesting.elements.get() + 1);
        let mut locator = if self.nesting.elements.get() > MAX_DEPTH { None } else { make(self) };
        let too_deep = self.nesting.elements.get() > MAX_DEPTH;
        self.nesting.elements.set(self.nesting.elements.get() - 1);
        if too_deep || locator.as_ref().is_some_and(|locator| parts(locator) > MAX_PARTS) {
            self.error(
                "too_complex",
                span,
                format!("`{}.{}` is made of too many other elements", key.0, key.1),
                format!("at most {MAX_DEPTH} may stand inside each other, and at most {MAX_PARTS} in all"),
            );
            locator = None;
        }
        self.elements.borrow_mut().insert(key, Resolved::Done(locator.clone()));
        locator
    }

    pub(super) fn locator_keys(&self, keys: &LocatorKeys<'_>, span: Span, scope: &Scope) -> Option<Locator> {
        let finder = self.finder(keys, span, scope);
        let within = keys.within.as_ref().map(|source| self.locator(source, scope).map(Box::new));
        // What `has` names is looked for in what was found, not in the row.
        let inside = |source| self.locator(source, &Scope { row: false, ..scope.clone() }).map(Box::new);
        let has = keys.has.as_ref().map(inside);
        let has_not = keys.has_not.as_ref().map(inside);
        let has_text = keys.has_text.as_ref().map(|source| self.matcher(source, scope));
        let mut where_attributes = Vec::new();
        for (name, text) in given(keys.where_attributes).into_iter().flatten() {
            where_attributes.push((name.value.clone(), self.matcher(text, scope)?));
        }
        let state = given(keys.state).map_or_else(ElementState::default, |state| ElementState {
            enabled: given(&state.enabled).copied(),
            checked: given(&state.checked).copied(),
            expanded: given(&state.expanded).copied(),
            selected: given(&state.selected).copied(),
        });
        if let Some(nth) = keys.nth {
            self.brittle(
                nth.span,
                "`nth` counts on the order of elements",
                "prefer `within`, `has` or a more exact name",
            );
        }
        let within = sound(within)?;
        Some(Locator {
            finder: finder?,
            frames: match &within {
                Some(outer) => outer.frames.clone(),
                None => scope.frames.clone(),
            },
            within,
            has: sound(has)?,
            has_not: sound(has_not)?,
            has_text: sound(has_text)?,
            where_attributes,
            state,
            nth: given(keys.nth).and_then(|nth| usize::try_from(*nth).ok()),
            hidden: given(keys.hidden).copied().unwrap_or_default(),
            span,
            name: None,
        })
    }

    fn finder(&self, keys: &LocatorKeys<'_>, span: Span, scope: &Scope) -> Option<Finder> {
        let given = [
            ("role", keys.role.is_some()),
            ("label", keys.label.is_some()),
            ("placeholder", keys.placeholder.is_some()),
            ("alt", keys.alt.is_some()),
            ("title", keys.title.is_some()),
            ("test_id", keys.test_id.is_some()),
            ("text", keys.text.is_some()),
            ("column", keys.column.is_some()),
            ("css", keys.css.is_some()),
            ("xpath", keys.xpath.is_some()),
            ("self", keys.itself.is_some()),
            ("sibling", keys.sibling.is_some()),
            ("any_of", keys.any_of.is_some()),
        ];
        let names: Vec<&str> = given.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
        if names.len() > 1 {
            self.error(
                "several_finders",
                span,
                format!("a locator has one main criterion; here are {}", super::quoted(&names)),
                "keep one; `within`, `has`, `has_text`, `where` and `state` narrow it down",
            );
            return None;
        }
        // Its main criterion may be the key that was mistyped: that is told already.
        if names.is_empty() && self.found.borrow().any_within(span, &["unknown_key"]) {
            return None;
        }
        if let Some(name) = keys.name
            && keys.role.is_none()
        {
            self.error(
                "name_without_role",
                name.span,
                "`name` stands beside `role` only",
                "add the role, as in `{role: button, name: Save}`",
            );
            return None;
        }
        let matcher = |source: &Maybe<_>| source.as_ref().map(|source| self.matcher(source, scope));
        if let Some(role) = keys.role {
            let name = sound(matcher(keys.name));
            let text = role.get()?;
            if !ROLES.contains(&text.as_str()) {
                self.unknown("ARIA role", text, role.span, ROLES.iter().copied());
                return None;
            }
            return Some(Finder::Role { role: text.clone(), name: name? });
        }
        if let Some(css) = keys.css {
            return self.literal(css, "a CSS selector").map(|selector| {
                self.positional_css(&selector, css.span);
                Finder::Css(selector)
            });
        }
        if let Some(xpath) = keys.xpath {
            self.brittle(
                xpath.span,
                "an XPath counts on the structure of the page",
                "prefer a role, a label or a text",
            );
            return self.literal(xpath, "an XPath").map(Finder::Xpath);
        }
        if keys.itself.is_some() || keys.sibling.is_some() {
            return self.by_the_row(keys, scope);
        }
        if let Some(any_of) = keys.any_of {
            let parts = any_of.get()?;
            if parts.is_empty() {
                self.error("empty_list", any_of.span, "no alternative stands here", "write at least one locator");
                return None;
            }
            let found: Vec<Locator> = parts.iter().filter_map(|part| self.locator(part, scope)).collect();
            return (found.len() == parts.len()).then_some(Finder::AnyOf(found));
        }
        let texts: [(&Maybe<TextSource>, MakeFinder); 7] = [
            (keys.label, Finder::Label),
            (keys.placeholder, Finder::Placeholder),
            (keys.alt, Finder::Alt),
            (keys.title, Finder::Title),
            (keys.test_id, Finder::TestId),
            (keys.text, Finder::Text),
            (keys.column, Finder::Column),
        ];
        for (source, make) in texts {
            if let Some(place) = source {
                let text = matcher(source)??;
                if text.is_negative() {
                    let message = "this says what something is not, which most of a page is not";
                    let help = "say what it is, and narrow that by `name`, `has_text` or `where`: `{css: tr, has_text: {not: …}}`";
                    self.error("bad_matcher", place.span, message, help);
                    return None;
                }
                return Some(match (make(text), &scope.columns) {
                    (Finder::Column(header), Some((headers, cells))) if scope.row => {
                        Finder::Cell { header, headers: Box::new(headers.clone()), cells: Box::new(cells.clone()) }
                    }
                    (finder, _) => finder,
                });
            }
        }
        self.error(
            "no_finder",
            span,
            "this locator has no main criterion",
            "begin with one of `role`, `label`, `placeholder`, `alt`, `title`, `test_id`, `text`, `column`, `css`, `xpath`, `self`, `sibling`, `any_of`",
        );
        None
    }

    fn literal(&self, source: &Recovered<String>, what: &str) -> Option<String> {
        self.no_template(source, what)?;
        let text = source.get()?;
        if text.trim().is_empty() {
            self.error("empty_text", source.span, format!("{what} cannot be empty"), "write the selector");
            return None;
        }
        Some(text.clone())
    }
}

/// `None` if something was given and is broken.
#[allow(clippy::option_option, reason = "not given and broken are different things here")]
fn sound<T>(given: Option<Option<T>>) -> Option<Option<T>> {
    match given {
        None => Some(None),
        Some(value) => value.map(Some),
    }
}

/// Of how many locators one is made.
fn parts(locator: &Locator) -> usize {
    let alternatives = match &locator.finder {
        Finder::AnyOf(parts) => parts.as_slice(),
        // Its headers and cells are no other elements.
        _ => &[],
    };
    let refinements = [&locator.within, &locator.has, &locator.has_not];
    let inner = refinements.into_iter().flatten().map(|inner| parts(inner)).sum::<usize>();
    1 + inner + alternatives.iter().chain(&locator.frames).map(parts).sum::<usize>()
}
