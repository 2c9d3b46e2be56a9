//! Whether an element depends on values that only some places know.

use super::{Checker, given};
use crate::recipe::source::{LocatorSource, TextSource};
use crate::recipe::yaml::Recovered;

/// Names that lead to names are followed so far; a circle is told elsewhere.
const MOST_NAMES: usize = 32;

impl Checker<'_> {
    /// Whether a text of a locator, or of one that it names, holds a value that is not known everywhere.
    pub(super) fn is_templated(&self, source: &Recovered<LocatorSource>, depth: usize) -> bool {
        if depth > MOST_NAMES {
            return false;
        }
        match source.get() {
            None => false,
            Some(LocatorSource::Name(name)) => {
                if let Some(known) = self.nesting.templated.borrow().get(name) {
                    return *known;
                }
                self.nesting.templated.borrow_mut().insert(name.clone(), false);
                let named = || {
                    let (screen, element) = name.split_once('.')?;
                    let screen = given(&self.source.screens)?.get(screen)?.get()?;
                    given(&screen.elements)?.get(element)
                };
                let holds = named().is_some_and(|element| self.is_templated(element, depth + 1));
                self.nesting.templated.borrow_mut().insert(name.clone(), holds);
                holds
            }
            Some(LocatorSource::Keys(keys)) => {
                let keys = keys.locator_keys();
                let texts = [
                    keys.name,
                    keys.label,
                    keys.placeholder,
                    keys.alt,
                    keys.title,
                    keys.test_id,
                    keys.text,
                    keys.column,
                    keys.has_text,
                ];
                let attributes = given(keys.where_attributes).into_iter().flat_map(|all| all.values());
                let inner = [keys.within, keys.has, keys.has_not].into_iter().flatten();
                let alternatives = given(keys.any_of).into_iter().flatten();
                texts.into_iter().flatten().chain(attributes).any(holds_template)
                    || inner.chain(alternatives).any(|locator| self.is_templated(locator, depth + 1))
            }
        }
    }
}

fn holds_template(source: &Recovered<TextSource>) -> bool {
    // Parameters are known everywhere.
    let holds = |text: &str| text.split("{{").skip(1).any(|hole| !hole.trim_start().starts_with("params."));
    match source.get() {
        None => false,
        Some(TextSource::Whole(text)) => holds(text),
        Some(TextSource::Match(spec)) => {
            let texts = [&spec.is, &spec.contains, &spec.prefix, &spec.suffix];
            texts.into_iter().filter_map(given).any(|text| holds(text))
                || spec.not.as_ref().is_some_and(holds_template)
                || given(&spec.any).into_iter().flatten().any(holds_template)
        }
    }
}
