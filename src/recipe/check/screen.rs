//! Screens.

use indexmap::IndexMap;

use super::scope::Scope;
use super::{Checker, given, named};
use crate::recipe::locator::Locator;
use crate::recipe::screen::Screen;
use crate::recipe::source::{LocatorSource, Many, Maybe};

impl Checker<'_> {
    pub(super) fn check_screens(&self) -> IndexMap<String, Screen> {
        let mut screens = IndexMap::new();
        self.required(
            self.source.screens.as_ref(),
            "screens",
            "write `screens: {login: {recognise: {…}, elements: {…}}}`",
        );
        for (name, screen) in named(&self.source.screens) {
            self.name(&name.value, name.span);
            let Some(source) = screen.get() else { continue };
            let frames = self.frames(&name.value);
            let scope = Scope { frames, ..Scope::bare("the elements of screens") };
            for (element, _) in named(&source.elements) {
                self.name(&element.value, element.span);
            }
            let Some(recognise) = source.recognise.get() else { continue };
            let is_empty = recognise.url.is_none()
                && recognise.title.is_none()
                && recognise.visible.is_none()
                && recognise.gone.is_none();
            if is_empty {
                self.error(
                    "unrecognisable",
                    source.recognise.span,
                    format!("nothing says how the screen `{}` is recognised", name.value),
                    "write for example `recognise: {url: /users*, visible: [users.heading]}`",
                );
            }
            let title = recognise.title.as_ref().map(|title| self.matcher(title, &scope));
            let url = recognise.url.as_ref().and_then(|url| self.globs(url)).unwrap_or_default();
            screens.insert(
                name.value.clone(),
                Screen {
                    name: name.value.clone(),
                    url,
                    visible: self.locators(&recognise.visible, &scope),
                    gone: self.locators(&recognise.gone, &scope),
                    title: title.flatten(),
                    span: name.span,
                },
            );
        }
        screens
    }

    fn locators(&self, source: &Maybe<Many<LocatorSource>>, scope: &Scope) -> Vec<Locator> {
        given(source).into_iter().flatten().filter_map(|locator| self.locator(locator, scope)).collect()
    }
}
