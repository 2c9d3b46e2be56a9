//! From the recipe's locators and conditions to what is sent to the page: templates rendered, screens spelled out.

use crate::browser::{By, FieldQuery, Matcher, Probe, Query, Read, RowQuery, State, TotalQuery};
use crate::recipe::{
    Condition, ConditionKind, FieldFrom, Finder, Locator, MatchKind, ReadMode, Recognition, Screen, TextMatcher, Total,
    ValuePath, ViewField,
};

use super::failure::Attempted;
use super::job_scope::JobScope;
use super::value;

/// Lowers what belongs to one recipe, with the values of one scope.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compiler<'s, 'a> {
    /// The values.
    pub scope: &'s JobScope<'a>,
    /// The row that locators without a `within` are looked for in.
    pub row: Option<&'s RowQuery>,
}

impl<'s, 'a> Compiler<'s, 'a> {
    /// Without a row.
    pub(super) fn new(scope: &'s JobScope<'a>) -> Self {
        Self { scope, row: None }
    }

    /// A text matcher.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn matcher(&self, matcher: &TextMatcher) -> Attempted<Matcher> {
        let text = |template| -> Attempted<(String, bool)> {
            let rendered = self.scope.render(template)?;
            // The app may write an e-mail address in another case than the job.
            Ok((rendered.text, matcher.ignore_case || self.scope.ignores_case(template)))
        };
        Ok(match &matcher.kind {
            MatchKind::Is(template) => {
                let (text, ignore_case) = text(template)?;
                Matcher::Whole { text: collapse(&text), ignore_case }
            }
            MatchKind::Contains(template) => {
                let (text, ignore_case) = text(template)?;
                Matcher::Contains { text: collapse_within(&text, true, true), ignore_case }
            }
            MatchKind::Prefix(template) => {
                let (text, ignore_case) = text(template)?;
                Matcher::Prefix { text: collapse_within(&text, false, true), ignore_case }
            }
            MatchKind::Suffix(template) => {
                let (text, ignore_case) = text(template)?;
                Matcher::Suffix { text: collapse_within(&text, true, false), ignore_case }
            }
            MatchKind::Regex(pattern) => Matcher::Regex {
                written: pattern.as_str().to_owned(),
                pattern: pattern.ecmascript(matcher.ignore_case),
                ignore_case: matcher.ignore_case,
            },
            MatchKind::Any(any) => {
                Matcher::Any { any: any.iter().map(|one| self.matcher(one)).collect::<Attempted<_>>()? }
            }
            MatchKind::Not(inner) => Matcher::Not { not: Box::new(self.matcher(inner)?) },
        })
    }

    /// A locator.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn query(&self, locator: &Locator) -> Attempted<Query> {
        let mut query = self.inner(locator)?;
        // Elements of a screen are the page's, wherever they are named.
        query.row = self.row.filter(|_| locator.name.is_none()).cloned().map(Box::new);
        Ok(query)
    }

    fn inner(&self, locator: &Locator) -> Attempted<Query> {
        let boxed = |part: &Option<Box<Locator>>| -> Attempted<Option<Box<Query>>> {
            part.as_ref().map(|part| self.inner(part).map(Box::new)).transpose()
        };
        Ok(Query {
            by: self.by(&locator.finder)?,
            within: boxed(&locator.within)?,
            has: boxed(&locator.has)?,
            has_not: boxed(&locator.has_not)?,
            has_text: locator.has_text.as_ref().map(|text| self.matcher(text)).transpose()?,
            attributes: locator
                .where_attributes
                .iter()
                .map(|(name, matcher)| Ok((name.clone(), self.matcher(matcher)?)))
                .collect::<Attempted<_>>()?,
            state: State {
                enabled: locator.state.enabled,
                checked: locator.state.checked,
                expanded: locator.state.expanded,
                selected: locator.state.selected,
            },
            nth: locator.nth,
            hidden: locator.hidden,
            frames: locator.frames.iter().map(|frame| self.inner(frame)).collect::<Attempted<_>>()?,
            row: None,
        })
    }

    fn by(&self, finder: &Finder) -> Attempted<By> {
        Ok(match finder {
            Finder::Role { role, name } => {
                By::Role { role: role.clone(), name: name.as_ref().map(|name| self.matcher(name)).transpose()? }
            }
            Finder::Label(text) => By::Label { text: self.matcher(text)? },
            Finder::Placeholder(text) => By::Placeholder { text: self.matcher(text)? },
            Finder::Alt(text) => By::Alt { text: self.matcher(text)? },
            Finder::Title(text) => By::Title { text: self.matcher(text)? },
            Finder::TestId(text) => By::TestId {
                text: self.matcher(text)?,
                attributes: self.scope.entry.recipe.settings.test_id_attributes.clone(),
            },
            Finder::Text(text) => By::Text { text: self.matcher(text)? },
            Finder::Column(text) => By::Column { text: self.matcher(text)? },
            Finder::Cell { header, headers, cells } => By::Cell {
                text: self.matcher(header)?,
                headers: Box::new(self.inner(headers)?),
                cells: Box::new(self.inner(cells)?),
            },
            Finder::Css(selector) => By::Css { selector: selector.clone() },
            Finder::Xpath(expression) => By::Xpath { expression: expression.clone() },
            Finder::Itself => By::Itself,
            Finder::Sibling(at) => By::Sibling { at: *at },
            Finder::AnyOf(any) => By::AnyOf { any: any.iter().map(|one| self.inner(one)).collect::<Attempted<_>>()? },
        })
    }

    /// A condition.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn probe(&self, condition: &Condition) -> Attempted<Probe> {
        let all = |parts: &[Condition]| parts.iter().map(|part| self.probe(part)).collect::<Attempted<Vec<_>>>();
        Ok(match &condition.kind {
            ConditionKind::Visible(locator, text) => Probe::Visible {
                query: self.query(locator)?,
                text: text.as_ref().map(|text| self.matcher(text)).transpose()?,
            },
            ConditionKind::Gone(locator) => Probe::Gone { query: self.query(locator)? },
            ConditionKind::Enabled(locator) => Probe::Enabled { query: self.query(locator)? },
            ConditionKind::Screen(name) => match self.scope.entry.recipe.screens.get(name) {
                Some(screen) => self.screen(screen)?,
                None => Probe::Known { holds: false },
            },
            ConditionKind::Url(globs) => Probe::Url { globs: globs.clone() },
            ConditionKind::Toast(text) => Probe::Toast { text: self.matcher(text)? },
            ConditionKind::Value(locator, matcher) => {
                Probe::Value { query: self.query(locator)?, is: self.matcher(matcher)? }
            }
            ConditionKind::OpenedByRow(locator) => Probe::OpenedByRow { query: self.query(locator)? },
            ConditionKind::EveryRow(rows, text) => {
                Probe::EveryRow { query: self.query(rows)?, text: self.matcher(text)? }
            }
            ConditionKind::Given(_) | ConditionKind::Changed(_) | ConditionKind::Equals(..) => {
                Probe::Known { holds: self.known(condition)? }
            }
            ConditionKind::All(parts) => Probe::All { all: all(parts)? },
            ConditionKind::Any(parts) => Probe::Any { any: all(parts)? },
            ConditionKind::Not(part) => Probe::Not { not: Box::new(self.probe(part)?) },
        })
    }

    /// The answer to a condition that needs no page.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn known(&self, condition: &Condition) -> Attempted<bool> {
        Ok(match &condition.kind {
            ConditionKind::Given(ValuePath::Subject(name)) => {
                self.scope.given.get(name).is_some_and(|given| !value::is_empty(given))
            }
            ConditionKind::Given(path) => !value::is_empty(&self.scope.value(path)),
            ConditionKind::Changed(field) => self.scope.change.contains_key(field),
            ConditionKind::Equals(path, template) => {
                value::text(&self.scope.value(path)) == self.scope.render(template)?.text
            }
            ConditionKind::All(parts) => {
                for part in parts {
                    if !self.known(part)? {
                        return Ok(false);
                    }
                }
                true
            }
            ConditionKind::Any(parts) => {
                for part in parts {
                    if self.known(part)? {
                        return Ok(true);
                    }
                }
                false
            }
            ConditionKind::Not(part) => !self.known(part)?,
            _ => false,
        })
    }

    /// How a screen is recognised. Always looked for in the whole page, whatever row the steps are in.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn screen(&self, screen: &Screen) -> Attempted<Probe> {
        Compiler { scope: self.scope, row: None }.recognition(&screen.recognise)
    }

    fn recognition(&self, recognise: &Recognition) -> Attempted<Probe> {
        let mut all = Vec::new();
        if !recognise.url.is_empty() {
            all.push(Probe::Url { globs: recognise.url.clone() });
        }
        for locator in &recognise.visible {
            all.push(Probe::Visible { query: self.query(locator)?, text: None });
        }
        for locator in &recognise.gone {
            all.push(Probe::Gone { query: self.query(locator)? });
        }
        if let Some(title) = &recognise.title {
            all.push(Probe::Title { text: self.matcher(title)? });
        }
        if !recognise.any.is_empty() {
            let any = recognise.any.iter().map(|one| self.recognition(one)).collect::<Attempted<_>>()?;
            all.push(Probe::Any { any });
        }
        Ok(Probe::All { all })
    }

    /// By which is known that a page was left: its address, or how it is recognised where it has none of its own.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn place(&self, screen: &Screen) -> Attempted<Probe> {
        let url = &screen.recognise.url;
        if url.is_empty() { self.screen(screen) } else { Ok(Probe::Url { globs: url.clone() }) }
    }

    /// Where the app states the number of entries.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn total(&self, total: &Total) -> Attempted<TotalQuery> {
        Ok(TotalQuery { query: self.query(&total.from)?, read: read(&total.read), less: total.less })
    }

    /// A field of a view, if the page has to be asked for it.
    ///
    /// # Errors
    /// When a template has no value.
    pub(super) fn field(&self, name: &str, field: &ViewField) -> Attempted<Option<FieldQuery>> {
        let (locator, each) = match &field.from {
            FieldFrom::One(locator) => (locator, false),
            FieldFrom::Each(locator) | FieldFrom::Present { locator, .. } => (locator, true),
            FieldFrom::Constant(_) => return Ok(None),
        };
        Ok(Some(FieldQuery { name: name.to_owned(), query: self.query(locator)?, each, read: read(&field.read) }))
    }
}

/// What is read of an element.
pub(super) fn read(mode: &ReadMode) -> Read {
    match mode {
        ReadMode::Text | ReadMode::Url => Read::Text,
        ReadMode::Value => Read::Value,
        ReadMode::Checked => Read::Checked,
        ReadMode::Name => Read::Name,
        ReadMode::Attribute(name) => Read::Attribute { name: name.clone() },
    }
}

/// White space as the page's side compares it: runs become one blank, both ends are trimmed.
pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same for a part of a text: a blank counts where the text goes on, before it or after it.
fn collapse_within(text: &str, goes_on_before: bool, goes_on_after: bool) -> String {
    let blank = |goes_on: bool, blank: bool| if goes_on && blank { " " } else { "" };
    let before = blank(goes_on_before, text.starts_with(char::is_whitespace));
    let after = blank(goes_on_after, text.ends_with(char::is_whitespace));
    format!("{before}{}{after}", collapse(text))
}
