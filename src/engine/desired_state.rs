//! What a job wants to hold, what the app has, and which action closes the difference. Pure.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::Entry;
use crate::contract::{Action, Attributes, ErrorKind, FieldType, Item, Job, ResourceKind, Verb, Warning, nearest};
use crate::recipe::{ActionKind, Field, Recipe, Resource, WriteAction};

use super::failure::{Attempted, Failure};
use super::identity;
use super::job_scope::{Change, JobScope};
use super::reference;
use super::value;

/// What is to hold when a job is done.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DesiredState {
    /// What it is about.
    pub resource: ResourceKind,
    /// The value of the key by which the subject is found.
    pub key: String,
    /// Whether the subject is to exist.
    pub exists: bool,
    /// Whether it may be created when it does not.
    pub may_create: bool,
    /// Fields that the subject is to have, each with the values that will do; the first is the wished one.
    pub fields: BTreeMap<String, Vec<Value>>,
    /// References to add and to remove, where the job does not name the whole set.
    pub grants: BTreeMap<String, (Vec<String>, Vec<String>)>,
    /// Further fields by which another end is known that is as good as the wished one.
    pub watched: Vec<String>,
    /// The attributes that the job names, after the fields' own filters.
    pub given: Attributes,
    /// What the job asks for.
    pub asked: Action,
    /// What the reader of the result should know about how the job was understood.
    pub warnings: Vec<Warning>,
}

/// The write action that the recipe has under that name.
pub(super) fn write_action(recipe: &Recipe, action: Action) -> Option<&WriteAction> {
    match &recipe.actions.get(&action)?.kind {
        ActionKind::Write(write) => Some(write),
        ActionKind::Read { .. } | ActionKind::Catalog | ActionKind::References(_) => None,
    }
}

/// One action that brings the app nearer to the wish.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NextPart {
    /// The action.
    pub action: Action,
    /// The reference field that it writes, if it writes only one.
    pub field: Option<String>,
    /// The one value that it adds or removes, where each has a commit of its own.
    pub item: Option<String>,
    /// What differs, as far as this action closes it.
    pub changes: BTreeMap<String, Change>,
}

impl NextPart {
    /// An action that writes what it can.
    fn new(action: Action, changes: BTreeMap<String, Change>) -> Self {
        Self { action, field: None, item: None, changes }
    }

    /// What templates see of the group (role, asset) that a membership is about.
    pub(super) fn others(&self, entry: &Entry) -> BTreeMap<ResourceKind, Attributes> {
        let (Action::On(kind, Verb::AddMember | Verb::RemoveMember), Some(item)) = (self.action, &self.item) else {
            return BTreeMap::new();
        };
        let Some(resource) = entry.recipe.resources.get(&kind) else { return BTreeMap::new() };
        let label = resource.catalog.as_ref().and_then(|catalog| catalog.get(item)).map(|known| known.label.clone());
        let mut other = Attributes::from([(resource.key.clone(), Value::String(item.clone()))]);
        if let Some(label) = label {
            // What a catalogue calls a label is what the app calls the name.
            for name in resource.fields.keys().filter(|name| ["label", "name"].contains(&name.as_str())) {
                other.entry(name.clone()).or_insert_with(|| Value::String(label.clone()));
            }
        }
        BTreeMap::from([(kind, other)])
    }

    /// How the recipe does it.
    pub(super) fn write<'r>(&self, recipe: &'r Recipe) -> Option<&'r WriteAction> {
        match &recipe.actions.get(&self.action)?.kind {
            ActionKind::Write(write) => Some(write),
            ActionKind::References(fields) => fields.get(self.field.as_ref()?),
            ActionKind::Read { .. } | ActionKind::Catalog => None,
        }
    }
}

/// Checks everything about a job that can be known without a browser, and says what it wants.
///
/// # Errors
/// Every kind of the groups "request" and "subject" that can be known without the app.
pub(super) fn wish(job: &Job, entry: &Entry, service_account: Option<&str>) -> Attempted<Option<DesiredState>> {
    let recipe = &*entry.recipe;
    supported(job, recipe)?;
    let kind = job.action.subject();
    if !job.action.has_subject() {
        return Ok(None);
    }
    let resource = recipe.resources.get(&kind).ok_or_else(|| {
        Failure::new(ErrorKind::UnsupportedAction, format!("recipe `{}` describes no {kind}", recipe.app.id))
    })?;
    let subject = job.subject().ok_or_else(|| {
        let singular = kind.singular();
        Failure::new(
            ErrorKind::MissingAttribute,
            format!("the job names no `{singular}`; {} needs its `{}`", job.action, resource.key),
        )
    })?;
    let mut warnings = Vec::new();
    let given = attributes(subject, resource, entry, kind, &mut warnings)?;
    let own_key = given.get(&resource.key).map(value::text).filter(|key| !key.trim().is_empty());
    if let Some(text) = &job.match_key {
        seen(text, "match")?;
    }
    let key = job.match_key.clone().or(own_key).ok_or_else(|| {
        Failure::new(
            ErrorKind::MissingAttribute,
            format!("`{}.{}` is missing; it says which one is meant", kind.singular(), resource.key),
        )
    })?;
    let mut wish = DesiredState {
        resource: kind,
        key,
        exists: true,
        may_create: false,
        fields: BTreeMap::new(),
        grants: BTreeMap::new(),
        watched: Vec::new(),
        given,
        asked: job.action,
        warnings,
    };
    let Action::On(_, verb) = job.action else { return Ok(Some(wish)) };
    match verb {
        Verb::Create => {
            wish.may_create = true;
            let own = write_action(recipe, job.action);
            for (name, field) in &resource.fields {
                let required = field.required || (kind == ResourceKind::Users && entry.requires(name));
                if required && field.default.is_none() && !wish.given.contains_key(name) && !granted(job, field) {
                    let message = format!("`{}.{name}` is missing; {} needs it", kind.singular(), job.action);
                    return Err(Failure::new(ErrorKind::MissingAttribute, message));
                }
            }
            for (name, value) in &wish.given {
                wish.fields.insert(name.clone(), vec![value.clone()]);
            }
            for (name, values) in own.map(|own| &own.goal.set).into_iter().flatten() {
                wish.fields.entry(name.clone()).or_insert_with(|| values.clone());
            }
        }
        Verb::Update | Verb::Grant | Verb::Revoke => {
            for (name, value) in wish.given.iter().filter(|(name, _)| **name != resource.key || job.match_key.is_some())
            {
                wish.fields.insert(name.clone(), vec![value.clone()]);
            }
        }
        Verb::Disable | Verb::Enable => {
            let own = write_action(recipe, job.action);
            let status = if verb == Verb::Disable { "disabled" } else { "active" };
            match own {
                Some(own) => {
                    wish.fields.extend(own.goal.set.iter().map(|(name, values)| (name.clone(), values.clone())));
                }
                None => _ = wish.fields.insert("status".to_owned(), vec![Value::String(status.to_owned())]),
            }
        }
        Verb::Delete => wish.exists = false,
        Verb::AddMember | Verb::RemoveMember => membership(job, verb, resource, entry, &mut wish)?,
        Verb::Get | Verb::List => {}
    }
    grants(job, verb, resource, entry, &mut wish)?;
    wish.watched = wish.watched(recipe);
    wish.spares(None, entry, service_account)?;
    for (name, field) in &resource.fields {
        let Some(of) = field.of else { continue };
        let whole = wish.fields.get(name).and_then(|values| values.first()).map(value::items);
        let added = wish.grants.get(name).map(|(add, _)| add.clone());
        let wished: Vec<String> = whole.into_iter().flatten().chain(added.into_iter().flatten()).collect();
        reference::compatible(&wished, &wished, of, entry)?;
    }
    Ok(Some(wish))
}

/// Whether the job names the field's value among its grants.
fn granted(job: &Job, field: &Field) -> bool {
    let change = field.of.and_then(|of| job.grants.as_ref()?.of(of));
    change.is_some_and(|change| !change.add.is_empty() || change.set.as_ref().is_some_and(|set| !set.is_empty()))
}

/// `groups.add_member`: the same wish as a user's grant of that group.
fn membership(job: &Job, verb: Verb, resource: &Resource, entry: &Entry, wish: &mut DesiredState) -> Attempted<()> {
    let recipe = &*entry.recipe;
    let of = job.action.resource();
    let key = recipe.resources.get(&of).map_or("id", |resource| resource.key.as_str());
    let named = job.named(of).and_then(|named| named.get(key)).map(value::text).filter(|key| !key.trim().is_empty());
    let item = named.ok_or_else(|| {
        let message = format!("`{}.{key}` is missing; {} needs it", of.singular(), job.action);
        Failure::new(ErrorKind::MissingAttribute, message)
    })?;
    seen(&item, &format!("{}.{key}", of.singular()))?;
    references(std::slice::from_ref(&item), of, entry)?;
    let Some((name, _)) = resource.fields.iter().find(|(_, field)| field.of == Some(of)) else {
        let message = format!("recipe `{}` describes no {of} of a user", recipe.app.id);
        return Err(Failure::new(ErrorKind::UnsupportedAction, message));
    };
    let change = if verb == Verb::AddMember { (vec![item], Vec::new()) } else { (Vec::new(), vec![item]) };
    wish.grants.insert(name.clone(), change);
    Ok(())
}

fn supported(job: &Job, recipe: &Recipe) -> Attempted<()> {
    let action = job.action;
    let no = |message: String| Err(Failure::new(ErrorKind::UnsupportedAction, message));
    if recipe.unsupported.contains(&action) {
        return no(format!("{} offers no way to do {action}", recipe.app.name));
    }
    let offered = match action {
        Action::Check => recipe.view_of(ResourceKind::Users).is_some(),
        Action::Sync => recipe.actions.keys().any(|action| matches!(action, Action::On(_, Verb::List))),
        Action::On(kind, Verb::Get) => recipe.view_of(kind).is_some(),
        // Jobs ask for grants by an update, whatever the recipe's action for them is called.
        Action::On(ResourceKind::Users, Verb::Update) if job.grants.is_some() => {
            recipe.actions.contains_key(&action)
                || [Verb::Grant, Verb::Revoke]
                    .into_iter()
                    .any(|verb| writes_references(Action::On(ResourceKind::Users, verb), recipe))
        }
        Action::On(_, Verb::Grant | Verb::Revoke | Verb::AddMember | Verb::RemoveMember) => {
            recipe.actions.contains_key(&action) || writes_references(action, recipe)
        }
        Action::On(kind, Verb::Disable | Verb::Enable) if !recipe.actions.contains_key(&action) => {
            let status = recipe.resources.get(&kind).and_then(|resource| resource.fields.get("status"));
            status.is_some_and(|field| field.write_update)
                && recipe.actions.contains_key(&Action::On(kind, Verb::Update))
        }
        Action::On(..) => recipe.actions.contains_key(&action),
    };
    if offered {
        return Ok(());
    }
    let known = recipe.actions.keys().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    no(format!("recipe `{}` does not describe {action}; it offers {known}", recipe.app.id))
}

/// Whether a job for references can be done by an action of another name: the actions are composed.
fn writes_references(action: Action, recipe: &Recipe) -> bool {
    let Some(users) = recipe.resources.get(&ResourceKind::Users) else { return false };
    let of = action.resource();
    let verbs = match action {
        Action::On(_, Verb::Grant | Verb::AddMember) => [Verb::Grant, Verb::AddMember],
        _ => [Verb::Revoke, Verb::RemoveMember],
    };
    let fields =
        users.fields.iter().filter(|(_, field)| field.of.is_some_and(|kind| of == ResourceKind::Users || kind == of));
    fields.into_iter().any(|(name, field)| {
        let update =
            field.write_update && write_action(recipe, Action::On(ResourceKind::Users, Verb::Update)).is_some();
        update || verbs.into_iter().any(|verb| reference::action(name, field, verb, recipe).is_some())
    })
}

fn attributes(
    subject: &Attributes,
    resource: &Resource,
    entry: &Entry,
    kind: ResourceKind,
    warnings: &mut Vec<Warning>,
) -> Attempted<Attributes> {
    let scope = JobScope::new(entry, kind);
    let singular = kind.singular();
    let mut given = Attributes::new();
    for (name, raw) in subject {
        let Some(field) = resource.fields.get(name) else {
            let known = resource.fields.keys().map(String::as_str);
            let hint = nearest(name, known.clone()).map_or_else(
                || format!("known: {}", known.collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            return Err(Failure::new(
                ErrorKind::InvalidAttribute,
                format!("unknown attribute `{singular}.{name}`; {hint}"),
            ));
        };
        let invalid =
            |message: String| Failure::new(ErrorKind::InvalidAttribute, format!("`{singular}.{name}` {message}"));
        if raw.is_null() {
            continue;
        }
        let mut value = scope.filtered(raw.clone(), &field.filters, false).map_err(invalid)?;
        if let (FieldType::Ref, Some(of), Value::Array(several)) = (field.field_type, field.of, &value)
            && !field.many
        {
            let several: Vec<String> = several.iter().map(value::text).collect();
            references(&several, of, entry)?;
            value = reference::single(&several, name, of, entry, warnings)?;
        }
        if !value::fits(&value, field.field_type, field.many) {
            return Err(invalid(format!("is {value}, which is not {}", describe(field))));
        }
        for item in value::items(&value) {
            if *name == resource.key {
                seen(&item, &format!("{singular}.{name}"))?;
            }
            if field.max_length.is_some_and(|max| item.chars().count() > max) {
                return Err(invalid(format!("is longer than {} characters", field.max_length.unwrap_or_default())));
            }
            if let Some(pattern) = &field.pattern
                && !pattern.is_match(&item)
            {
                return Err(invalid(format!("is `{item}`, which does not match `{}`", pattern.as_str())));
            }
            if item.chars().any(char::is_control) {
                return Err(invalid("holds a control character".to_owned()));
            }
            let own = entry.labels(kind, name);
            let known: Vec<&str> =
                field.labels.keys().chain(own.into_iter().flat_map(|own| own.keys())).map(String::as_str).collect();
            if field.field_type == FieldType::Enum && !known.is_empty() && !known.contains(&item.as_str()) {
                let known = known.join(", ");
                return Err(invalid(format!("is `{item}`; known: {known}")));
            }
        }
        if let (FieldType::Ref, Some(of)) = (field.field_type, field.of) {
            references(&value::items(&value), of, entry)?;
        }
        given.insert(name.clone(), value);
    }
    Ok(given)
}

/// Refuses a key with something in it that nobody sees: what came with a copied text would make another person of it.
fn seen(key: &str, place: &str) -> Attempted<()> {
    let Some(found) = identity::invisible(key) else { return Ok(()) };
    let message =
        format!("`{place}` holds an invisible character, {found} (`{}`); send it without", identity::spelled_out(key));
    Err(Failure::new(ErrorKind::InvalidAttribute, message))
}

/// A field's type, in words.
pub(super) fn describe(field: &Field) -> &'static str {
    if field.many || field.field_type == FieldType::List {
        return "a list of texts";
    }
    match field.field_type {
        FieldType::Email => "an e-mail address",
        FieldType::Bool => "true or false",
        FieldType::Number => "a number",
        FieldType::Date => "a date (YYYY-MM-DD)",
        _ => "a text",
    }
}

/// Refuses a role, group or asset that the recipe's catalogue does not know.
///
/// # Errors
/// `unknown_role` with the nearest known value.
pub(super) fn references(wanted: &[String], of: ResourceKind, entry: &Entry) -> Attempted<()> {
    let Some(catalog) = entry.recipe.resources.get(&of).and_then(|resource| resource.catalog.as_ref()) else {
        return Ok(());
    };
    let own = entry.integration.user_schema.roles.keys().filter(|_| of == ResourceKind::Roles);
    let known: Vec<&str> = catalog.keys().chain(own).map(String::as_str).collect();
    unknown_reference(wanted, of, &known)
}

/// Refuses what is not among the known values.
///
/// # Errors
/// `unknown_role` with the nearest known value.
pub(super) fn unknown_reference(wanted: &[String], of: ResourceKind, known: &[&str]) -> Attempted<()> {
    for item in wanted {
        if !known.contains(&item.as_str()) {
            let hint = nearest(item, known.iter().copied())
                .map_or_else(|| format!("known: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
            let message = format!("the app has no {} `{item}`; {hint}", of.singular());
            return Err(Failure::new(ErrorKind::UnknownRole, message));
        }
    }
    Ok(())
}

impl DesiredState {
    /// Whether it takes a user's account away: by name, or by the value that stands for it, in whatever job.
    fn takes_away(&self, recipe: &Recipe) -> bool {
        if self.resource != ResourceKind::Users {
            return false;
        }
        let wished = |name: &String, values: &[Value]| {
            let own = self.fields.get(name);
            own.is_some_and(|own| own.iter().any(|one| values.iter().any(|value| value::same(one, value))))
        };
        let disable = write_action(recipe, Action::On(ResourceKind::Users, Verb::Disable));
        let substitute = disable.is_some_and(|disable| {
            let goal = &disable.goal;
            let mut ends = goal.others.iter().map(|end| &end.set).chain([&goal.set]);
            ends.any(|set| !set.is_empty() && set.iter().all(|(name, values)| wished(name, values)))
        });
        let asked = matches!(self.asked, Action::On(ResourceKind::Users, Verb::Disable | Verb::Delete));
        asked || !self.exists || substitute || wished(&"status".to_owned(), &[Value::String("disabled".to_owned())])
    }

    /// Refuses to take away the account of a protected user, by what the job says and, once it was read, by what the
    /// app shows.
    ///
    /// # Errors
    /// `protected_user`.
    pub(super) fn spares(&self, shown: Option<&Item>, entry: &Entry, service_account: Option<&str>) -> Attempted<()> {
        if !self.takes_away(&entry.recipe) {
            return Ok(());
        }
        let key = entry.recipe.resources.get(&self.resource).map(|resource| resource.key.as_str());
        let fields: Vec<&str> = ["email", "username"].into_iter().chain(key).collect();
        let given = fields.iter().filter_map(|field| self.given.get(*field));
        let shown = fields.iter().filter_map(|field| shown?.get(*field));
        let names = given.chain(shown).map(value::text).chain([self.key.clone()]);
        protected(names, entry, service_account)
    }
}

fn protected(names: impl Iterator<Item = String>, entry: &Entry, service_account: Option<&str>) -> Attempted<()> {
    for name in names {
        let listed = entry.integration.protected_users.iter().any(|user| identity::same(user, &name, true));
        let own = service_account.is_some_and(|account| identity::same(account, &name, true));
        if listed || own {
            let why = if own { "is the service account" } else { "is protected in the integration" };
            return Err(Failure::new(
                ErrorKind::ProtectedUser,
                format!("{name} {why} and is never disabled or deleted"),
            ));
        }
    }
    Ok(())
}

fn grants(job: &Job, verb: Verb, resource: &Resource, entry: &Entry, wish: &mut DesiredState) -> Attempted<()> {
    let invalid = |message: String| Err(Failure::new(ErrorKind::InvalidAttribute, message));
    let Some(grants) = &job.grants else {
        if matches!(verb, Verb::Grant | Verb::Revoke) {
            let message = format!("the job names no `grants`; {} needs to know what to give or to take", job.action);
            return Err(Failure::new(ErrorKind::MissingAttribute, message));
        }
        return Ok(());
    };
    if !matches!(verb, Verb::Create | Verb::Update | Verb::Grant | Verb::Revoke) {
        return invalid(format!("{} takes no `grants`; send `users.update` for them", job.action));
    }
    for kind in [ResourceKind::Roles, ResourceKind::Groups, ResourceKind::Assets] {
        let Some(change) = grants.of(kind) else { continue };
        let wrong = match verb {
            Verb::Grant => change.set.is_some() || !change.remove.is_empty(),
            Verb::Revoke => change.set.is_some() || !change.add.is_empty(),
            _ => false,
        };
        if wrong {
            let takes = if verb == Verb::Grant { "add" } else { "remove" };
            return invalid(format!(
                "{} takes only `grants.{kind}.{takes}`; send `users.update` for the rest",
                job.action
            ));
        }
        let field = resource.fields.iter().find(|(_, field)| field.of == Some(kind));
        let Some((name, field)) = field.map(|(name, field)| (name.clone(), field)) else {
            let message = format!("recipe `{}` describes no {kind} of a user", entry.recipe.app.id);
            return Err(Failure::new(ErrorKind::UnsupportedAction, message));
        };
        if wish.given.contains_key(&name) {
            return invalid(format!("`user.{name}` and `grants.{kind}` speak of the same; write one of them"));
        }
        let named = change.set.iter().flatten().chain(&change.add).chain(&change.remove).cloned().collect::<Vec<_>>();
        references(&named, kind, entry)?;
        if let Some(set) = &change.set {
            let value = if field.many {
                set.iter().cloned().map(Value::String).collect()
            } else {
                reference::single(set, &name, kind, entry, &mut wish.warnings)?
            };
            wish.fields.insert(name, vec![value]);
        } else if field.many {
            wish.grants.insert(name, (change.add.clone(), change.remove.clone()));
        } else if change.add.is_empty() {
            wish.grants.insert(name, (Vec::new(), change.remove.clone()));
        } else {
            let value = reference::single(&change.add, &name, kind, entry, &mut wish.warnings)?;
            wish.fields.insert(name, vec![value]);
        }
    }
    Ok(())
}

impl DesiredState {
    /// What differs between the wish and what was read, by field.
    pub(super) fn differences(&self, observed: &Item, resource: &Resource) -> BTreeMap<String, Change> {
        let mut changes = BTreeMap::new();
        for (name, accepted) in &self.fields {
            let Some(field) = resource.fields.get(name) else { continue };
            if field.write_only {
                continue;
            }
            let now = observed.get(name).unwrap_or(&Value::Null);
            if accepted.iter().any(|value| value::same_in(Some(field), value, now)) {
                continue;
            }
            let to = accepted.first().cloned().unwrap_or(Value::Null);
            let (have, want) = (value::items(now), value::items(&to));
            changes.insert(
                name.clone(),
                Change {
                    add: want.iter().filter(|item| !value::holds(&have, item)).cloned().collect(),
                    remove: have.iter().filter(|item| !value::holds(&want, item)).cloned().collect(),
                    to,
                },
            );
        }
        for (name, (add, remove)) in &self.grants {
            let have = value::items(observed.get(name).unwrap_or(&Value::Null));
            let add: Vec<String> = add.iter().filter(|item| !value::holds(&have, item)).cloned().collect();
            // As the app writes them.
            let remove: Vec<String> = have.iter().filter(|item| value::holds(remove, item)).cloned().collect();
            if !add.is_empty() || !remove.is_empty() {
                let mut to = have.into_iter().filter(|item| !remove.contains(item)).chain(add.iter().cloned());
                let many = resource.fields.get(name).is_some_and(|field| field.many);
                let to =
                    if many { to.map(Value::String).collect() } else { to.next().map_or(Value::Null, Value::String) };
                changes.insert(name.clone(), Change { add, remove, to });
            }
        }
        changes
    }

    /// Fields that the app has as they are wished, but not in the same letters: what it stores instead. `raw`: texts as
    /// the page has them.
    pub(super) fn stored_differently(
        &self,
        observed: &Item,
        raw: &BTreeMap<String, String>,
        resource: &Resource,
    ) -> Vec<String> {
        let key = std::iter::once((&resource.key, vec![Value::String(self.key.clone())]))
            .filter(|(name, _)| !self.fields.contains_key(*name));
        let wished = self.fields.iter().map(|(name, accepted)| (name, accepted.clone())).chain(key);
        let differs = |(name, accepted): (&String, Vec<Value>)| {
            let field = resource.fields.get(name).filter(|field| !field.secret && !field.write_only)?;
            let now =
                raw.get(name).map_or_else(|| observed.get(name).cloned(), |raw| Some(Value::String(raw.clone())))?;
            let same = accepted.iter().any(|value| value::same_letters(value, &now));
            let wished = accepted.iter().find(|value| value::same_in(Some(field), value, &now)).filter(|_| !same)?;
            Some(format!(
                "the app stores `{name}` as `{}`, the job says `{}`",
                identity::spelled_out(&value::text(&now)),
                identity::spelled_out(&value::text(wished))
            ))
        };
        wished.filter_map(differs).collect()
    }

    /// How many references are wished for or against.
    pub(super) fn items(&self) -> usize {
        let whole = self.fields.values().filter_map(|values| values.first()).map(|value| value::items(value).len());
        let grants = self.grants.values().map(|(add, remove)| add.len() + remove.len());
        whole.chain(grants).sum()
    }

    /// Fields that must be read to know whether the wish holds.
    pub(super) fn fields_needed(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().chain(self.grants.keys()).chain(&self.watched).map(String::as_str)
    }

    /// Fields of the other ends of the actions that the wish may come to.
    fn watched(&self, recipe: &Recipe) -> Vec<String> {
        let ends = [Verb::Disable, Verb::Enable, Verb::Delete].into_iter().filter_map(|verb| {
            let goal = &write_action(recipe, Action::On(self.resource, verb))?.goal;
            let comes_to =
                if goal.exists { goal.set.keys().any(|name| self.fields.contains_key(name)) } else { !self.exists };
            comes_to.then_some(&goal.others)
        });
        ends.flatten().flat_map(|end| end.set.keys().cloned()).collect()
    }
}

/// The action that brings the app nearer to the wish, given what was read and what has been done already.
///
/// # Errors
/// `unsupported_action` for a difference that no action can write; decided before anything is written.
pub(super) fn next_part(wish: &DesiredState, observed: Option<&Item>, recipe: &Recipe) -> Attempted<Option<NextPart>> {
    let kind = wish.resource;
    let Some(resource) = recipe.resources.get(&kind) else { return Ok(None) };
    let on = |verb| Action::On(kind, verb);
    let Some(observed) = observed else {
        if !wish.exists {
            return Ok(None);
        }
        writable_after_create(wish, recipe, resource)?;
        return Ok(Some(NextPart::new(on(Verb::Create), BTreeMap::new())));
    };
    if !wish.exists {
        let delete = NextPart::new(on(Verb::Delete), BTreeMap::new());
        return Ok((!at_other_end(delete.action, observed, recipe)).then_some(delete));
    }
    let changes = wish.differences(observed, resource);
    let mut by_update = BTreeMap::new();
    let mut by_reference = None;
    let mut by_status = None;
    for (name, change) in &changes {
        match writer(name, change, wish, recipe, resource) {
            Some(Writer::Action(action)) if action == on(Verb::Update) => {
                by_update.insert(name.clone(), change.clone());
            }
            Some(Writer::Action(action)) if at_other_end(action, observed, recipe) => {}
            Some(Writer::Action(action)) => {
                by_status = Some(NextPart::new(action, BTreeMap::from([(name.clone(), change.clone())])));
            }
            Some(Writer::References(part)) => {
                by_reference.get_or_insert(part);
            }
            None => {
                let now = observed.get(name).map_or_else(|| "nothing".to_owned(), value::text);
                let message = format!(
                    "`{name}` is `{now}` and should be `{}`, but recipe `{}` has no action that writes it",
                    value::text(&change.to),
                    recipe.app.id
                );
                return Err(Failure::new(ErrorKind::UnsupportedAction, message));
            }
        }
    }
    // Fields first: some apps refuse to edit an account once it is disabled.
    if by_update.is_empty() {
        return Ok(by_reference.or(by_status));
    }
    Ok(Some(NextPart::new(on(Verb::Update), by_update)))
}

/// Whether an existing subject is where the action would have it, in an end other than the wished one.
fn at_other_end(action: Action, observed: &Item, recipe: &Recipe) -> bool {
    let holds = |(name, values): (&String, &Vec<Value>)| {
        observed.get(name).is_some_and(|now| values.iter().any(|value| value::same(value, now)))
    };
    write_action(recipe, action)
        .is_some_and(|write| write.goal.others.iter().any(|end| end.exists && end.set.iter().all(holds)))
}

/// How a difference is closed.
enum Writer {
    /// By an action that writes the whole field.
    Action(Action),
    /// By one that adds or removes references.
    References(NextPart),
}

/// The action that can bring an existing subject's field nearer to that value.
fn writer(name: &str, change: &Change, wish: &DesiredState, recipe: &Recipe, resource: &Resource) -> Option<Writer> {
    let kind = wish.resource;
    let by_goal = || {
        [Verb::Disable, Verb::Enable].into_iter().map(|verb| Action::On(kind, verb)).find(|action| {
            let set = write_action(recipe, *action).and_then(|write| write.goal.set.get(name));
            set.is_some_and(|values| values.iter().any(|value| value::same(value, &change.to)))
        })
    };
    let field = resource.fields.get(name)?;
    if kind == ResourceKind::Users && field.of.is_some() && by_goal() != Some(wish.asked) {
        if let Some(part) = reference::part(name, field, change, recipe) {
            return Some(Writer::References(part));
        }
    } else if let Some(action) = by_goal() {
        return Some(Writer::Action(action));
    }
    let update = Action::On(kind, Verb::Update);
    (field.write_update && write_action(recipe, update).is_some()).then_some(Writer::Action(update))
}

fn writable_after_create(wish: &DesiredState, recipe: &Recipe, resource: &Resource) -> Attempted<()> {
    let create = write_action(recipe, Action::On(wish.resource, Verb::Create));
    let grants = wish
        .grants
        .iter()
        .filter(|(_, (add, _))| !add.is_empty())
        .map(|(name, (add, _))| (name, Value::from(add.clone())));
    let fields = wish.fields.iter().filter_map(|(name, values)| Some((name, values.first()?.clone())));
    for (name, to) in fields.chain(grants).filter(|(_, to)| !value::is_empty(to)) {
        let by_create = resource.fields.get(name).is_some_and(|field| field.write_create)
            || create.is_some_and(|create| {
                create.goal.set.get(name).is_some_and(|set| set.iter().any(|v| value::same(v, &to)))
            });
        let change = Change { add: value::items(&to), remove: Vec::new(), to };
        if !by_create && writer(name, &change, wish, recipe, resource).is_none() {
            let message = format!("recipe `{}` has no action that writes `{name}`", recipe.app.id);
            return Err(Failure::new(ErrorKind::UnsupportedAction, message));
        }
    }
    Ok(())
}
