//! Screens.

use indexmap::IndexMap;

use super::scope::Scope;
use super::{Checker, given, named};
use crate::recipe::locator::Locator;
use crate::recipe::screen::{Recognition, Screen};
use crate::recipe::source::{LocatorSource, Many, Maybe, RecogniseSource};
use crate::recipe::yaml::Recovered;

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
            let scope = Scope { frames, ..Scope::bare("`recognise`") };
            for (element, _) in named(&source.elements) {
                self.name(&element.value, element.span);
            }
            let what = format!("nothing says how the screen `{}` is recognised", name.value);
            let Some(recognise) = self.recognition(&source.recognise, &what, &scope) else { continue };
            screens.insert(name.value.clone(), Screen { name: name.value.clone(), recognise, span: name.span });
        }
        screens
    }

    fn recognition(&self, recovered: &Recovered<RecogniseSource>, empty: &str, scope: &Scope) -> Option<Recognition> {
        let source = recovered.get()?;
        let says_nothing = source.url.is_none()
            && source.title.is_none()
            && source.visible.is_none()
            && source.gone.is_none()
            && source.any.is_none();
        if says_nothing {
            let help = "write for example `recognise: {url: /users*, visible: [users.heading]}`";
            self.error("unrecognisable", recovered.span, empty, help);
        }
        if let Some(any) = &source.any
            && given(&source.any).is_some_and(Vec::is_empty)
        {
            self.error(
                "empty_list",
                any.span,
                "no alternative stands here",
                "write at least one, such as `{visible: [users.table]}`",
            );
        }
        let alternatives = given(&source.any).into_iter().flatten();
        let any =
            alternatives.filter_map(|one| self.recognition(one, "this alternative always holds", scope)).collect();
        let title = source.title.as_ref().map(|title| self.matcher(title, scope));
        Some(Recognition {
            url: source.url.as_ref().and_then(|url| self.globs(url)).unwrap_or_default(),
            visible: self.locators(&source.visible, scope),
            gone: self.locators(&source.gone, scope),
            title: title.flatten(),
            any,
        })
    }

    fn locators(&self, source: &Maybe<Many<LocatorSource>>, scope: &Scope) -> Vec<Locator> {
        given(source).into_iter().flatten().filter_map(|locator| self.locator(locator, scope)).collect()
    }
}
