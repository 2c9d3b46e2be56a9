//! From a recipe as written to a checked one. Each concern has its file; all of them report into one list, so that the
//! author sees every problem of a file at once.

#![expect(clippy::ref_option, reason = "what is written in a recipe is borrowed as it stands: `&Maybe<T>`")]

mod action;
mod app;
mod aria;
mod block;
mod brittle;
mod capture;
mod catalog;
mod columns;
mod commit;
mod condition;
mod csv;
mod date;
mod examples;
mod filters;
mod goal;
mod label;
mod locator;
mod matcher;
mod membership;
mod modifier;
mod origin;
mod outcome;
mod pager;
mod resource;
mod routine;
mod row_locator;
mod scope;
mod screen;
mod search;
mod session;
mod step;
mod template;
mod template_text;
mod templated;
mod total;
mod union;
mod unused;
mod upload;
mod uses;
mod view;
mod view_field;
mod view_lookup;

pub(super) use aria::ROLES;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use indexmap::IndexMap;

use scope::{Scope, Use};
use uses::Uses;

use super::checked::{Generated, Param, Recipe};
use super::diagnostic::{Diagnostic, Diagnostics};
use super::locator::Locator;
use super::position::{Source, Span};
use super::resource::Resource;
use super::source::{LocatorSource, Maybe, Named, RecipeSource};
use super::template::{SecretName, Segment, Template, ValuePath};
use super::yaml::Recovered;
use crate::contract::{ResourceKind, nearest};

/// The version of the language.
const RECIPE_SCHEMA: &str = "idlcm.recipe/1";

/// Checks a recipe. `None` if it cannot be used; why is in `found`.
pub(super) fn check(
    source: &RecipeSource,
    text: &Source,
    folder: Option<&Path>,
    strict: bool,
    found: &mut Diagnostics,
) -> Option<Recipe> {
    let mut checker = Checker::new(source, text, std::mem::take(found));
    checker.folder = folder;
    checker.strict = strict;
    let recipe = checker.recipe();
    *found = checker.found.into_inner();
    if found.has_errors() { None } else { recipe }
}

/// Checks a locator that stands by itself, with the names of that recipe. `None` if it cannot be used; why is in `found`.
pub(super) fn check_locator(
    source: &RecipeSource,
    text: &Source,
    locator: &Recovered<LocatorSource>,
    screen: Option<&str>,
    found: &mut Diagnostics,
) -> Option<Locator> {
    let mut checker = Checker::new(source, text, std::mem::take(found));
    checker.params = checker.check_params();
    let frames = screen.map(|screen| checker.frames(screen)).unwrap_or_default();
    let locator = checker.locator(locator, &Scope { frames, ..Scope::bare("a locator that is tried") });
    *found = checker.found.into_inner();
    if found.has_errors() { None } else { locator }
}

/// Checks a template that stands outside of a recipe and sees the fields of a user, and nothing else. What is wrong with it
/// is told at its place in that text.
pub(super) fn check_user_template(
    source: &RecipeSource,
    text: &Source,
    (template, span): (&str, Span),
    found: &mut Diagnostics,
) -> Option<Template> {
    let mut checker = Checker::new(source, text, Diagnostics::default());
    checker.resources = checker.check_resources();
    // The recipe is sound; its warnings are told where it is.
    checker.found = RefCell::new(std::mem::take(found));
    let scope = Scope::about(ResourceKind::Users, "this path");
    let sound = checker.template_text(template, span, Use::Text, &scope);
    let sound = sound.filter(|template| checker.is_about_the_user(template));
    *found = checker.found.into_inner();
    sound
}

/// What is known while a recipe is checked.
struct Checker<'s> {
    source: &'s RecipeSource,
    text: &'s Source,
    strict: bool,
    found: RefCell<Diagnostics>,
    params: BTreeMap<String, Param>,
    secrets: Vec<SecretName>,
    generated: BTreeMap<String, Generated>,
    resources: IndexMap<ResourceKind, Resource>,
    /// Elements and frames that were resolved, or are being resolved.
    elements: RefCell<HashMap<(String, String), Resolved>>,
    uses: Uses,
    /// The recipe's folder; `None` where the text comes from somewhere else.
    folder: Option<&'s Path>,
    nesting: Nesting,
}

/// How deep, and how often, named things are put into each other; a circle would never end.
#[derive(Debug, Default)]
struct Nesting {
    /// How many elements are being resolved inside each other.
    elements: Cell<usize>,
    /// Which elements depend on values, by name; those that are looked at do not, so far.
    templated: RefCell<HashMap<String, bool>>,
    /// How often a routine was put in.
    routines: Cell<usize>,
    /// How large the regular expressions are that were made.
    patterns: Cell<usize>,
}

/// How far the resolving of an element is.
enum Resolved {
    /// Begun: meeting it again means that it is defined by itself.
    Begun,
    /// Done; `None` if it is broken.
    Done(Option<Locator>),
}

impl<'s> Checker<'s> {
    /// Nothing is known yet but what was found so far.
    fn new(source: &'s RecipeSource, text: &'s Source, found: Diagnostics) -> Self {
        Self {
            source,
            text,
            strict: false,
            found: RefCell::new(found),
            params: BTreeMap::new(),
            secrets: Vec::new(),
            generated: BTreeMap::new(),
            resources: IndexMap::new(),
            elements: RefCell::new(HashMap::new()),
            uses: Uses::default(),
            folder: None,
            nesting: Nesting::default(),
        }
    }
}

impl Checker<'_> {
    fn recipe(&mut self) -> Option<Recipe> {
        self.version();
        self.params = self.check_params();
        self.secrets = self.check_service_account();
        self.generated = self.check_generated();
        self.resources = self.check_resources();
        let app = self.check_app();
        let (base_url, origins) = self.check_origins();
        let settings = self.check_settings();
        let screens = self.check_screens();
        let session = self.check_session();
        let interrupts = self.check_interrupts();
        let outcomes = self.check_shared_outcomes();
        let views = self.check_views();
        let unsupported = self.check_unsupported();
        let actions = self.check_actions(&views);
        self.check_unsupported_against(&unsupported, &actions);
        self.check_unused();
        Some(Recipe {
            app: app?,
            base_url: base_url?,
            origins,
            params: std::mem::take(&mut self.params),
            service_account: std::mem::take(&mut self.secrets),
            settings,
            resources: std::mem::take(&mut self.resources),
            screens,
            interrupts,
            outcomes,
            session: session?,
            views,
            actions,
            unsupported: unsupported.into_iter().map(|(action, _)| action).collect(),
            generated: std::mem::take(&mut self.generated),
            source: self.text.clone(),
        })
    }

    /// Whether a template has fields of the user in it that anybody may see, and nothing else.
    fn is_about_the_user(&self, template: &Template) -> bool {
        let holes = template.segments.iter().filter_map(|segment| match segment {
            Segment::Hole(hole) => Some(hole),
            Segment::Literal(_) => None,
        });
        let mut sound = true;
        for hole in holes {
            let ValuePath::Subject(name) = &hole.path else {
                self.error("no_subject", hole.span, "only `user.…` is known here", "write a field of the user");
                sound = false;
                continue;
            };
            let users = self.resources.get(&ResourceKind::Users);
            if users.and_then(|users| users.fields.get(name)).is_some_and(|field| field.secret) {
                let message = format!("the field `{name}` is a secret, and this text is shown");
                self.error("secret_misplaced", hole.span, message, "write a field that is none");
                sound = false;
            }
        }
        sound
    }

    fn version(&self) {
        if let Some(schema) = self.required(self.source.schema.as_ref(), "schema", "write `schema: idlcm.recipe/1`")
            && let Some(version) = schema.get()
            && version != RECIPE_SCHEMA
        {
            self.report(
                Diagnostic::error(
                    "unknown_schema",
                    schema.span,
                    format!("`{version}` is not a version that is read here"),
                )
                .help(format!("write `schema: {RECIPE_SCHEMA}`")),
            );
        }
    }

    fn report(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    fn error(&self, code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.report(Diagnostic::error(code, span, message).help(help));
    }

    /// An error about the way a field is used, with the place where the field is declared.
    fn error_of_field(
        &self,
        code: &'static str,
        span: Span,
        (kind, field): (ResourceKind, &str),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let problem = Diagnostic::error(code, span, message).help(help);
        let declared = self.resources.get(&kind).and_then(|resource| resource.fields.get(field));
        self.report(match declared {
            Some(field) => problem.note(field.span, "declared here"),
            None => problem,
        });
    }

    fn warning(&self, code: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.report(Diagnostic::warning(code, span, message).help(help));
    }

    /// A key of the top level that must be there.
    fn required<'v, T>(&self, value: Option<&'v T>, name: &str, help: &str) -> Option<&'v T> {
        if value.is_none() {
            self.error("missing_key", Span::default(), format!("the recipe has no `{name}`"), help);
        }
        value
    }

    /// Reports a name that stands for nothing, with the nearest that does.
    fn unknown<'n>(&self, what: &str, name: &str, span: Span, known: impl IntoIterator<Item = &'n str>) {
        let known: Vec<&str> = known.into_iter().collect();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("none is defined; add `{name}` or correct the name"),
            None => format!("known here: {}", quoted(&known)),
        };
        let code = match what {
            "element" => "unknown_element",
            "screen" => "unknown_screen",
            "view" => "unknown_view",
            "routine" => "unknown_routine",
            "field" => "unknown_field",
            "resource" => "unknown_resource",
            "action" => "unknown_action",
            "outcome" => "unknown_outcome",
            "parameter" => "unknown_param",
            "value" | "status" => "unknown_value",
            "ARIA role" => "unknown_aria_role",
            _ => "unknown_name",
        };
        self.error(code, span, format!("there is no {what} `{name}`"), help);
    }
}

/// The value of a key, unless it is left out or broken.
fn given<T>(value: &Maybe<T>) -> Option<&T> {
    value.as_ref().and_then(|value| value.get())
}

/// The named values of a key that may be left out.
fn named<T>(
    values: &Maybe<Named<T>>,
) -> impl Iterator<Item = (&super::yaml::Spanned<String>, &super::yaml::Recovered<T>)> {
    given(values).into_iter().flatten()
}

/// At most twelve names in back ticks.
fn quoted(names: &[&str]) -> String {
    let mut text = names.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if names.len() > 12 {
        text.push_str(" …");
    }
    text
}

/// Whether a text can be a name in templates and references: `a`-`z`, `0`-`9`, `_`, not beginning with a digit.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !text.starts_with(|c: char| c.is_ascii_digit())
}
