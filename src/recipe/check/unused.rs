//! What is defined and never used.

use super::scope::Scope;
use super::uses::Used;
use super::{Checker, named};
use crate::recipe::source::SecretSource;

impl Checker<'_> {
    /// Notes that something names a screen.
    pub(super) fn use_screen(&self, name: &str) {
        self.uses.names.borrow_mut().insert(Used::Screen(name.to_owned()));
    }

    /// Notes that something names an element.
    pub(super) fn use_element(&self, screen: &str, element: &str) {
        self.uses.names.borrow_mut().insert(Used::Element(screen.to_owned(), element.to_owned()));
    }

    /// Notes that something runs a routine.
    pub(super) fn use_routine(&self, name: &str) {
        self.uses.names.borrow_mut().insert(Used::Routine(name.to_owned()));
    }

    /// Notes that something reads a view.
    pub(super) fn use_view(&self, name: &str) {
        self.uses.names.borrow_mut().insert(Used::View(name.to_owned()));
    }

    /// Notes that a template holds a parameter.
    pub(super) fn use_param(&self, name: &str) {
        self.uses.names.borrow_mut().insert(Used::Param(name.to_owned()));
    }

    /// Notes that a template holds a generated value.
    pub(super) fn use_generated(&self, name: &str) {
        self.uses.names.borrow_mut().insert(Used::Generated(name.to_owned()));
    }

    /// Notes that the login types a secret.
    pub(super) fn use_secret(&self, name: &str) {
        self.uses.names.borrow_mut().insert(Used::Secret(name.to_owned()));
    }

    /// Notes that an action names a field of its subject.
    pub(super) fn use_field(&self, name: &str) {
        self.uses.fields.borrow_mut().insert(name.to_owned());
    }

    /// Notes that an action names a field of its subject with all that it holds.
    pub(super) fn use_whole_field(&self, name: &str) {
        self.use_field(name);
        self.uses.wholly.borrow_mut().insert(name.to_owned());
    }

    /// Checks what nothing used, and reports that nothing does.
    pub(super) fn check_unused(&self) {
        let used = self.uses.names.borrow().clone();
        for (screen, source) in named(&self.source.screens) {
            for (element, locator) in source.get().into_iter().flat_map(|source| named(&source.elements)) {
                // What depends on values is checked where it is used, with the values that are known there.
                if !self.is_templated(locator, 0) {
                    let scope = Scope::bare("the elements of screens");
                    self.element(&format!("{}.{}", screen.value, element.value), locator.span, &scope);
                }
            }
        }
        if self.found.borrow().has_errors() {
            return; // what is broken uses nothing, and all that it names would seem unused
        }
        let check_names = "remove it, or check the names in steps and conditions";
        for (screen, source) in named(&self.source.screens) {
            if !used.contains(&Used::Screen(screen.value.clone())) {
                let message = format!("nothing uses the screen `{}`", screen.value);
                self.warning("unused_screen", screen.span, message, check_names);
                continue;
            }
            for (element, _) in source.get().into_iter().flat_map(|source| named(&source.elements)) {
                if !used.contains(&Used::Element(screen.value.clone(), element.value.clone())) {
                    let message = format!("nothing uses the element `{}.{}`", screen.value, element.value);
                    self.warning("unused_element", element.span, message, check_names);
                }
            }
        }
        for (name, _) in named(&self.source.views) {
            let finds = crate::contract::ResourceKind::from_plural(&name.value).is_some();
            if !finds && !used.contains(&Used::View(name.value.clone())) {
                let message = format!("nothing reads the view `{}`", name.value);
                self.warning("unused_view", name.span, message, "remove it, or name it in an action");
            }
        }
        for (name, _) in named(&self.source.params) {
            if !used.contains(&Used::Param(name.value.clone())) {
                let message = format!("nothing uses the parameter `{}`", name.value);
                let help = format!("remove it, or write `{{{{ params.{} }}}}` where it is meant", name.value);
                self.warning("unused_param", name.span, message, help);
            }
        }
        for (name, _) in named(&self.source.generated) {
            if !used.contains(&Used::Generated(name.value.clone())) {
                let message = format!("nothing types the generated value `{}`", name.value);
                let help = format!("remove it, or fill it in: `{{{{ generated.{} }}}}`", name.value);
                self.warning("unused_generated", name.span, message, help);
            }
        }
        for secret in super::given(&self.source.service_account).into_iter().flatten() {
            let (name, help) = match secret.get() {
                Some(SecretSource::Username) => ("username", "remove it, or fill it in: `{{ secrets.username }}`"),
                Some(SecretSource::Password) => ("password", "remove it, or fill it in: `{{ secrets.password }}`"),
                Some(SecretSource::Totp) => ("totp", "remove it, or add the step `totp: {into: …}` to the login"),
                None => continue,
            };
            if !used.contains(&Used::Secret(name.to_owned())) {
                let message = format!("the login never types the secret `{name}`");
                self.warning("unused_secret", secret.span, message, help);
            }
        }
        for (name, _) in named(&self.source.routines) {
            if !used.contains(&Used::Routine(name.value.clone())) {
                let message = format!("nothing runs the routine `{}`", name.value);
                self.warning("unused_routine", name.span, message, "remove it, or check the names after `run`");
            }
        }
    }
}
