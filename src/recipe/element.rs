//! The named elements of a recipe, and the parts of it that use them.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::contract::Action;

use super::action::{ActionKind, WriteAction};
use super::checked::Recipe;
use super::condition::{Condition, ConditionKind};
use super::locator::{Finder, Locator};
use super::outcome::OutcomeRule;
use super::screen::Recognition;
use super::step::{Step, StepVerb};
use super::view::{Detail, FieldFrom, Pager, Search, SearchBy, Submit, TableView, ViewKind};

/// A part of a recipe that needs elements.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Logging in, and looking whether one is.
    Login,
    /// A view, by its name.
    View(String),
    /// An action that changes the app.
    Action(Action),
}

/// A named element.
#[derive(Debug, Clone)]
pub struct Element<'a> {
    /// How it is found.
    pub locator: &'a Locator,
    /// What needs it.
    pub used_by: BTreeSet<Part>,
}

impl Recipe {
    /// The named elements that something uses, by name, in the order of their first use.
    pub fn elements(&self) -> IndexMap<&str, Element<'_>> {
        let mut walk = Walk { recipe: self, part: Part::Login, found: IndexMap::new() };
        walk.steps(&self.session.login);
        walk.rules(&self.session.outcomes);
        walk.screen(&self.session.check_screen);
        for view in self.views.values() {
            walk.part = Part::View(view.name.clone());
            match &view.kind {
                ViewKind::Table(table) => walk.table(table),
                ViewKind::Csv(csv) => {
                    walk.steps(&csv.open);
                    walk.screen(&csv.screen);
                    walk.steps(&csv.steps);
                    walk.locator(&csv.download);
                    walk.locators(csv.total.iter().map(|total| &total.from));
                }
                ViewKind::Union(_) => {}
            }
        }
        for (action, spec) in &self.actions {
            walk.part = Part::Action(*action);
            match &spec.kind {
                ActionKind::Write(write) => walk.write(write),
                ActionKind::References(fields) => fields.values().for_each(|write| walk.write(write)),
                ActionKind::Read { .. } | ActionKind::Catalog => {}
            }
        }
        walk.found
    }
}

impl Recipe {
    /// Every way of writing that the recipe has.
    pub fn writes(&self) -> Vec<&WriteAction> {
        let kinds = self.actions.values().map(|spec| &spec.kind);
        kinds
            .flat_map(|kind| match kind {
                ActionKind::Write(write) => vec![&**write],
                ActionKind::References(fields) => fields.values().collect(),
                ActionKind::Read { .. } | ActionKind::Catalog => Vec::new(),
            })
            .collect()
    }

    /// How an action writes, if it has one way.
    pub fn write(&self, action: Action) -> Option<&WriteAction> {
        match &self.actions.get(&action)?.kind {
            ActionKind::Write(write) => Some(write),
            _ => None,
        }
    }
}

/// A walk through a recipe.
struct Walk<'a> {
    recipe: &'a Recipe,
    part: Part,
    found: IndexMap<&'a str, Element<'a>>,
}

impl<'a> Walk<'a> {
    fn locators(&mut self, locators: impl IntoIterator<Item = &'a Locator>) {
        for locator in locators {
            self.locator(locator);
        }
    }

    fn locator(&mut self, locator: &'a Locator) {
        if let Some(name) = &locator.name {
            let element = self.found.entry(name);
            element.or_insert_with(|| Element { locator, used_by: BTreeSet::new() }).used_by.insert(self.part.clone());
        }
        let inner = [&locator.within, &locator.has, &locator.has_not];
        self.locators(inner.into_iter().flatten().map(AsRef::as_ref));
        self.locators(&locator.frames);
        if let Finder::AnyOf(any) = &locator.finder {
            self.locators(any);
        }
    }

    fn screen(&mut self, name: &str) {
        if let Some(screen) = self.recipe.screens.get(name) {
            self.recognition(&screen.recognise);
        }
    }

    fn recognition(&mut self, recognition: &'a Recognition) {
        self.locators(&recognition.visible);
        self.locators(&recognition.gone);
        for one in &recognition.any {
            self.recognition(one);
        }
    }

    fn condition(&mut self, condition: &'a Condition) {
        match &condition.kind {
            ConditionKind::Visible(locator, _)
            | ConditionKind::Gone(locator)
            | ConditionKind::Enabled(locator)
            | ConditionKind::Value(locator, _)
            | ConditionKind::OpenedByRow(locator) => self.locator(locator),
            ConditionKind::EveryRow(rows, _) => self.locator(rows),
            ConditionKind::Screen(name) => self.screen(name),
            ConditionKind::All(parts) | ConditionKind::Any(parts) => {
                for part in parts {
                    self.condition(part);
                }
            }
            ConditionKind::Not(part) => self.condition(part),
            ConditionKind::Url(_)
            | ConditionKind::Toast(_)
            | ConditionKind::Given(_)
            | ConditionKind::Changed(_)
            | ConditionKind::Equals(..) => {}
        }
    }

    fn rules(&mut self, rules: &'a [OutcomeRule]) {
        for rule in rules {
            self.condition(&rule.when);
        }
    }

    fn steps(&mut self, steps: &'a [Step]) {
        for step in steps {
            if let Some(when) = &step.when {
                self.condition(when);
            }
            self.locators(step.verb.target());
            match &step.verb {
                StepVerb::Row { steps, .. } | StepVerb::ForEach { steps, .. } => self.steps(steps),
                StepVerb::WaitFor(condition) | StepVerb::Expect(condition) => self.condition(condition),
                StepVerb::FirstOf(branches) => {
                    for branch in branches {
                        self.condition(&branch.when);
                        self.steps(&branch.steps);
                    }
                }
                _ => {}
            }
        }
    }

    fn write(&mut self, write: &'a WriteAction) {
        self.steps(&write.steps);
        self.rules(&write.outcomes);
        self.steps(&write.on_abort);
    }

    fn table(&mut self, table: &'a TableView) {
        self.steps(&table.open);
        self.screen(&table.screen);
        self.locator(&table.rows);
        self.locators(&table.except);
        self.locators(table.empty.iter().chain(&table.end).chain(table.total.iter().map(|total| &total.from)));
        match &table.pager {
            Some(Pager::Pages(pages)) => self.locator(&pages.next),
            Some(Pager::Scroll(scroll)) => self.locator(&scroll.container),
            Some(Pager::LoadMore(more)) => self.locator(&more.click),
            None => {}
        }
        self.fields(table.fields.values().map(|field| &field.from));
        if let Some(Search { by, settled, empty, total, .. }) = &table.search {
            if let SearchBy::Box { into, submit, .. } = by {
                self.locator(into);
                if let Submit::Click(button) = submit {
                    self.locator(button);
                }
            }
            if let Some(settled) = settled {
                self.condition(settled);
            }
            self.locators(empty.iter().chain(total.iter().map(|total| &total.from)));
        }
        if let Some(Detail { open, link, screen, fields, .. }) = &table.detail {
            self.steps(open);
            self.locators(link);
            self.screen(screen);
            self.fields(fields.values().map(|field| &field.from));
        }
    }

    fn fields(&mut self, fields: impl Iterator<Item = &'a FieldFrom>) {
        for from in fields {
            match from {
                FieldFrom::One(locator) | FieldFrom::Each(locator) | FieldFrom::Present { locator, .. } => {
                    self.locator(locator);
                }
                FieldFrom::Constant(_) => {}
            }
        }
    }
}
