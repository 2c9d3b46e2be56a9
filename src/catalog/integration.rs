//! From a file to an entry of the catalogue.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use url::Url;

use super::entry::{Entry, fill};
use super::{Catalog, Problem, delivery, literal_secret, user_schema};
use crate::contract::{Action, INTEGRATION_SCHEMA, Integration, ResourceKind, nearest};
use crate::recipe::diagnostic::{Diagnostic, Diagnostics};
use crate::recipe::{OriginPattern, Recipe, SecretName, Severity, Source, read_file, source_text, utf8, yaml};

/// Reads an integration into a catalogue whose recipes are known already.
pub(super) fn add(catalog: &mut Catalog, path: &Path) {
    match text(path) {
        Ok(source) => add_source(catalog, &source),
        Err(problem) => catalog.problems.push(problem),
    }
}

fn text(path: &Path) -> Result<Source, Problem> {
    let bytes = read_file(path).map_err(|error| Problem::unreadable(path, &error))?;
    match utf8(path, &bytes) {
        Ok(text) => Ok(source_text(path, text)),
        Err((source, diagnostic)) => Err(Problem { diagnostic, source }),
    }
}

/// The document of an integration's file, in YAML or JSON, as a gateway is given it. Whether its recipe takes it is the
/// gateway's to say.
///
/// # Errors
/// Everything that is wrong with it, each with its place. A secret that stands there itself is not repeated.
pub fn document(path: &Path) -> Result<Value, Vec<Problem>> {
    let source = text(path).map_err(|problem| vec![problem])?;
    let secrets = literal_secret::problems(&source);
    if !secrets.is_empty() {
        return Err(secrets);
    }
    let mut found = Diagnostics::default();
    let root = yaml::parse(&source.text, &mut found);
    let mut integration: Option<Integration> = root.and_then(|root| yaml::decode(&root, &mut found));
    if let Some(integration) = integration.as_mut().filter(|integration| integration.name.is_empty()) {
        integration.name = integration.id.to_string();
    }
    let document = integration.and_then(|integration| serde_json::to_value(integration).ok());
    let problems: Vec<Problem> =
        found.into_sorted().into_iter().map(|diagnostic| Problem { diagnostic, source: source.clone() }).collect();
    let broken = problems.iter().any(|problem| problem.diagnostic.severity == Severity::Error);
    document.filter(|_| !broken).ok_or(problems)
}

/// The same for a text that is read already.
pub(super) fn add_source(catalog: &mut Catalog, source: &Source) {
    let (entry, problems) = check(catalog, source);
    if let Some(entry) = entry {
        catalog.entries.insert(entry.integration.id.clone(), Arc::new(entry));
    }
    catalog.problems.extend(problems);
}

/// Checks the text of an integration against the recipes and integrations of a catalogue.
pub(super) fn check(catalog: &Catalog, source: &Source) -> (Option<Entry>, Vec<Problem>) {
    let secrets = literal_secret::problems(source);
    if !secrets.is_empty() {
        return (None, secrets);
    }
    let mut found = Diagnostics::default();
    let entry = read(catalog, source, &mut found);
    let problems = found.into_sorted().into_iter();
    (entry, problems.map(|diagnostic| Problem { diagnostic, source: source.clone() }).collect())
}

fn read(catalog: &Catalog, source: &Source, found: &mut Diagnostics) -> Option<Entry> {
    let root = yaml::parse(&source.text, found)?;
    let mut integration: Integration = yaml::decode(&root, found)?;
    if integration.name.is_empty() {
        integration.name = integration.id.to_string();
    }
    if integration.schema != INTEGRATION_SCHEMA {
        let message = format!("`{}` is not a version that is read here", integration.schema);
        let help = format!("write `schema: {INTEGRATION_SCHEMA}`");
        found.push(Diagnostic::error("unknown_schema", root.place(&["schema"]), message).help(help));
    }
    if let Some(first) = catalog.entries.get(&integration.id) {
        let message = format!("the id `{}` is used already, for: {}", integration.id, first.integration.name);
        let help = "give each integration an id of its own";
        found.push(Diagnostic::error("duplicate_id", root.place(&["id"]), message).help(help));
    }
    check_limits(&integration, &root, found);
    delivery::check_references(&integration, &root, found);
    for (index, user) in integration.protected_users.iter().enumerate() {
        if user.trim().is_empty() {
            let place = root.item_place("protected_users", index);
            let help = "write a user's key, e-mail address or user name";
            found.push(Diagnostic::error("empty_text", place, "nobody is named here").help(help));
        }
    }
    let Some(recipe) = catalog.recipe(&integration.app) else {
        let message = format!("there is no sound recipe of an app `{}`", integration.app);
        let known: Vec<&str> = catalog.recipes.keys().map(String::as_str).collect();
        let help = match nearest(&integration.app, known.iter().copied()) {
            Some(near) if near != integration.app => format!("did you mean `{near}`?"),
            _ if known.is_empty() => "no recipe could be read; see the other problems".to_owned(),
            _ => format!("known: {}; a broken recipe does not count", known.join(", ")),
        };
        found.push(Diagnostic::error("unknown_app", root.place(&["app"]), message).help(help));
        return None;
    };
    if recipe.service_account.contains(&SecretName::Totp) && integration.service_account.totp.is_none() {
        let message = format!("the login of `{}` needs a seed of one-time passwords", recipe.app.id);
        let help = "add `totp: {file: /run/secrets/…}` to `service_account`";
        found.push(Diagnostic::error("missing_secret", root.place(&["service_account"]), message).help(help));
    }
    check_params(&integration, &recipe, &root, found);
    check_kept(&integration, &recipe, &root, found);
    user_schema::check(&integration.user_schema, &recipe, &root, found);
    let deliveries = delivery::check(&integration, &recipe, &root, source, found);
    if found.has_errors() {
        return None;
    }
    let (base_url, mut origins) = addresses(&integration, &recipe, &root, found)?;
    origins.extend(further_origins(&integration, &root, found)?);
    Some(Entry { integration, recipe, base_url, origins, deliveries })
}

fn check_limits(integration: &Integration, root: &yaml::Node, found: &mut Diagnostics) {
    for name in integration.limits.keys() {
        if let Err(error) = name.parse::<Action>() {
            let mut diagnostic = Diagnostic::error(
                "unknown_action",
                root.key_place(&["limits"], name),
                format!("there is no action `{name}`"),
            );
            if let Some(near) = error.nearest {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            }
            found.push(diagnostic);
        }
    }
}

/// A role that the app does not have would protect nobody. Where the recipe does not know the roles, any may be one.
fn check_kept(integration: &Integration, recipe: &Recipe, root: &yaml::Node, found: &mut Diagnostics) {
    let catalog = recipe.resources.get(&ResourceKind::Roles).and_then(|roles| roles.catalog.as_ref());
    let Some(catalog) = catalog else { return };
    let own = integration.user_schema.roles.keys();
    let known: Vec<&str> = catalog.keys().chain(own).map(String::as_str).collect();
    for role in integration.keep_at_least.keys().filter(|role| !known.contains(&role.as_str())) {
        let message = format!("`{}` has no role `{role}`", recipe.app.id);
        let help = match nearest(role, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}", known.join(", ")),
        };
        let place = root.key_place(&["keep_at_least"], role);
        found.push(Diagnostic::error("unknown_role", place, message).help(help));
    }
}

fn check_params(integration: &Integration, recipe: &Recipe, root: &yaml::Node, found: &mut Diagnostics) {
    for (name, value) in &integration.params {
        let Some(param) = recipe.params.get(name) else {
            let message = format!("`{}` has no parameter `{name}`", recipe.app.id);
            let known = recipe.params.keys().map(String::as_str);
            let help = match nearest(name, known.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if recipe.params.is_empty() => "it takes none; remove this".to_owned(),
                None => format!("known: {}", known.collect::<Vec<_>>().join(", ")),
            };
            found.push(Diagnostic::error("unknown_param", root.key_place(&["params"], name), message).help(help));
            continue;
        };
        if let Some(pattern) = &param.pattern
            && !pattern.is_match(value)
        {
            let message = format!("`{value}` cannot be the {}", param.label.as_deref().unwrap_or(name));
            let help = format!("it has to match `{}`", pattern.written());
            found.push(Diagnostic::error("bad_param", root.place(&["params", name]), message).help(help));
        }
    }
    for (name, param) in &recipe.params {
        if !integration.params.contains_key(name) {
            let label = param.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
            let message = format!("the parameter `{name}`{label} is missing");
            let example = param.example.as_deref().unwrap_or("…");
            let help = format!("add `params: {{{name}: {example}}}`");
            found.push(Diagnostic::error("missing_param", root.place(&["params"]), message).help(help));
        }
    }
}

/// The origins that the tenant adds; `None` if one is not an origin.
fn further_origins(
    integration: &Integration,
    root: &yaml::Node,
    found: &mut Diagnostics,
) -> Option<Vec<OriginPattern>> {
    let mut origins = Vec::new();
    for (index, text) in integration.origins.iter().enumerate() {
        match text.parse::<OriginPattern>() {
            Ok(origin) => origins.push(origin),
            Err(error) => {
                let help = "an origin is a scheme, a host and a port that is not the usual one, without a path";
                let place = root.item_place("origins", index);
                found.push(Diagnostic::error("bad_origin", place, error.to_string()).help(help));
            }
        }
    }
    (!found.has_errors()).then_some(origins)
}

fn addresses(
    integration: &Integration,
    recipe: &Recipe,
    root: &yaml::Node,
    found: &mut Diagnostics,
) -> Option<(Url, Vec<OriginPattern>)> {
    let bad = |message: String| {
        let help = "correct the parameters or `base_url`";
        Diagnostic::error("bad_url", root.place(&["base_url"]), message).help(help)
    };
    if let Some(base_url) = &integration.base_url {
        let Some(origin) = OriginPattern::of(base_url) else {
            found.push(bad(format!("`{base_url}` does not begin with `https://` or `http://`")));
            return None;
        };
        return Some((base_url.clone(), vec![origin]));
    }
    let text = fill(&recipe.base_url, integration).unwrap_or_default();
    let base_url = Url::parse(&text).ok();
    let Some((base_url, own)) = base_url.and_then(|url| OriginPattern::of(&url).map(|origin| (url, origin))) else {
        found.push(bad(format!("with these parameters the app would live at `{text}`, which is not a URL")));
        return None;
    };
    let mut origins = Vec::new();
    for template in &recipe.origins {
        let text = fill(template, integration).unwrap_or_default();
        match text.parse() {
            Ok(origin) => origins.push(origin),
            Err(error) => {
                found.push(bad(format!("with these parameters {error}")));
                return None;
            }
        }
    }
    if origins.is_empty() {
        origins.push(own);
    } else if !origins.iter().any(|origin: &OriginPattern| origin.matches(&base_url)) {
        found.push(bad(format!("the app would live at `{base_url}`, which is not on the recipe's origins")));
        return None;
    }
    Some((base_url, origins))
}
