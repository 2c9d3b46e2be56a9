//! A recipe as the engine uses it: everything resolved, nothing left that could be wrong with it.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::contract::{Action, RecipeRef, ResourceKind};

use super::action::ActionSpec;
use super::outcome::OutcomeRule;
use super::pattern::Pattern;
use super::position::{Source, Span};
use super::resource::Resource;
use super::screen::Screen;
use super::session::SessionSpec;
use super::settings::Settings;
use super::step::Step;
use super::template::{SecretName, Template};
use super::view::View;

/// A checked recipe.
#[derive(Debug, Clone, PartialEq)]
// Fields: the sections of a recipe.
pub struct Recipe {
    /// `app`.
    pub app: App,
    /// Where the app lives; may hold `params.*`.
    pub base_url: Template,
    /// Origins that the browser may load; `*` stands for one or more labels of a host name. Empty: `base_url`'s own.
    pub origins: Vec<Template>,
    /// Non-secret inputs of an integration.
    pub params: BTreeMap<String, Param>,
    /// Secrets that the login needs.
    pub service_account: Vec<SecretName>,
    /// Times, pace, limits, window.
    pub settings: Settings,
    /// What the app keeps. Holds `users`.
    pub resources: IndexMap<ResourceKind, Resource>,
    /// Its screens.
    pub screens: IndexMap<String, Screen>,
    /// Things that may appear at any time.
    pub interrupts: Vec<Interrupt>,
    /// Rules that hold for many actions, most specific first.
    pub outcomes: Vec<OutcomeRule>,
    /// How the service account logs in.
    pub session: SessionSpec,
    /// How collections are read.
    pub views: IndexMap<String, View>,
    /// What the recipe offers.
    pub actions: IndexMap<Action, ActionSpec>,
    /// Actions that the app is known not to offer.
    pub unsupported: Vec<Action>,
    /// Random values that the app demands.
    pub generated: BTreeMap<String, Generated>,
    /// The text it came from.
    pub source: Source,
}

/// Which app, and which version of its recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// The id; name of the recipe's folder.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// One more with each change; quoted in every result.
    pub version: u32,
    /// When the recipe was last seen to work, `YYYY-MM-DD`.
    pub verified: Option<String>,
    /// The language of the app's screens that the labels assume (BCP 47).
    pub locale: String,
}

/// A non-secret input of an integration.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// What people call it.
    pub label: Option<String>,
    /// What a value must match as a whole; anchored at both ends, so that `is_match` is enough.
    pub pattern: Option<Pattern>,
    /// A value for examples and dry runs.
    pub example: Option<String>,
    /// Where people find it, in a sentence.
    pub help: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A thing that may appear at any time, such as a cookie bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Interrupt {
    /// Its name.
    pub name: String,
    /// How it shows.
    pub when: super::condition::Condition,
    /// How it is got rid of.
    pub steps: Vec<Step>,
    /// How often at most in one action.
    pub max: u32,
    /// Where it stands.
    pub span: Span,
}

/// A random value that an app demands, such as an initial password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// How many characters. Default: 24.
    pub length: usize,
    /// Of which each occurs at least once.
    pub classes: Vec<CharacterClass>,
}

/// A class of characters of a [`Generated`] value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CharacterClass {
    /// `a` to `z`.
    Lower,
    /// `A` to `Z`.
    Upper,
    /// `0` to `9`.
    Digit,
    /// `-_.!+`
    Symbol,
}

impl Recipe {
    /// The recipe as results name it.
    pub fn reference(&self) -> RecipeRef {
        RecipeRef { id: self.app.id.clone(), version: self.app.version, sha256: self.source.sha256.clone() }
    }

    /// The view that finds and verifies subjects of a resource.
    pub fn view_of(&self, kind: ResourceKind) -> Option<&View> {
        self.views.get(kind.plural())
    }
}
