//! `capture`, and what is read of an element.

use super::Checker;
use super::scope::Scope;
use crate::recipe::locator::{ElementState, Finder, Locator};
use crate::recipe::position::Span;
use crate::recipe::source::{CaptureSource, Maybe, ReadSource};
use crate::recipe::step::{ReadMode, StepVerb};

impl Checker<'_> {
    pub(super) fn capture(&self, source: &CaptureSource, span: Span, scope: &mut Scope) -> Option<StepVerb> {
        let read = self.read_mode(&source.read, &source.attr, true);
        let name = source.name.get().inspect(|name| {
            self.name(name, source.name.span);
            scope.captured.push((*name).clone());
        });
        let from = match &source.element {
            Some(element) => self.locator(element, scope)?,
            // The URL belongs to the page; any element that is always there will do.
            None if read == Some(ReadMode::Url) => whole_page(span),
            None => {
                self.error(
                    "missing_key",
                    span,
                    "`from` is missing here",
                    "say which element is read: `from: screen.element`",
                );
                return None;
            }
        };
        Some(StepVerb::Capture { from, read: read?, name: name?.clone() })
    }

    /// What is read of an element: `attr` wins over `read`; both are a mistake.
    pub(super) fn read_mode(&self, read: &Maybe<ReadSource>, attr: &Maybe<String>, url: bool) -> Option<ReadMode> {
        if let Some(attr) = attr {
            if read.is_some() {
                self.error("bad_read", attr.span, "`attr` and `read` stand side by side", "keep one of them");
            }
            return Some(ReadMode::Attribute(attr.get()?.clone()));
        }
        let Some(read) = read else { return Some(ReadMode::Text) };
        Some(match read.get()? {
            ReadSource::Text => ReadMode::Text,
            ReadSource::Value => ReadMode::Value,
            ReadSource::Checked => ReadMode::Checked,
            ReadSource::Name => ReadMode::Name,
            ReadSource::Url => {
                if !url {
                    self.error(
                        "bad_read",
                        read.span,
                        "`url` can be read by `capture` only",
                        "read text, value, checked or name",
                    );
                    return None;
                }
                ReadMode::Url
            }
        })
    }
}

fn whole_page(span: Span) -> Locator {
    Locator {
        finder: Finder::Css("body".to_owned()),
        within: None,
        has: None,
        has_not: None,
        has_text: None,
        where_attributes: Vec::new(),
        state: ElementState::default(),
        nth: None,
        hidden: false,
        span,
        name: None,
        frames: Vec::new(),
    }
}
