//! What a sync has read, taken in as a whole or held back.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value, json};
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::contract::{Attributes, IntegrationId, Item, JobResult, ResourceKind};
use crate::gateway::mapping::{App, plain};
use crate::gateway::store::memberships::{self, Membership};
use crate::gateway::store::resources::{self, Resource, State};
use crate::gateway::store::{StoreError, jobs};

/// So many users may be gone without anybody being asked.
const FEW: usize = 5;
/// And this part of all: one in so many.
const SHARE: usize = 5;

/// What became of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Synced {
    /// It was taken in.
    Applied(Changes),
    /// It was not; a person has to look. Why, and whether a person may take it in all the same.
    Held {
        /// In a sentence.
        reason: String,
        /// An incomplete list is never taken in.
        may_apply: bool,
    },
}

/// What a sync has changed in what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Not known before.
    pub new: usize,
    /// Known, and otherwise in the app.
    pub changed: usize,
    /// Known, and as it was.
    pub same: usize,
    /// Gone from the app.
    pub gone: usize,
}

impl Changes {
    /// As the activity log has it.
    pub fn to_json(self) -> Value {
        json!({"new": self.new, "changed": self.changed, "same": self.same, "gone": self.gone})
    }
}

/// Takes in the lists of a sync. Nothing is taken in if one of them is not provably complete, or, unless `approved`, if it
/// would make more than a fifth (and more than five) of the users disappear, or all of them.
///
/// # Errors
/// When the database fails.
pub async fn take_in(
    db: &mut AnyConnection,
    app: &App,
    lists: &[JobResult],
    approved: bool,
) -> Result<Synced, StoreError> {
    let id = &app.entry.integration.id;
    if let Some(reason) = incomplete(lists) {
        return Ok(Synced::Held { reason, may_apply: false });
    }
    let kinds: Vec<ResourceKind> =
        ResourceKind::ALL.into_iter().filter(|kind| lists.iter().any(|part| part.resource == Some(*kind))).collect();
    let mut gone: BTreeMap<ResourceKind, (HashSet<String>, Vec<Uuid>)> = BTreeMap::new();
    for kind in &kinds {
        let keys: HashSet<String> =
            items(lists, *kind).map(|item| app.fold(*kind, &key_of(app, *kind, item))).collect();
        let known = resources::keys(db, id, *kind).await?;
        let missing: Vec<Uuid> = known
            .iter()
            .filter(|(_, key)| !keys.contains(&app.fold(*kind, key)))
            .map(|(resource, _)| *resource)
            .collect();
        let (all, lost) = (known.len(), missing.len());
        let suspicious = lost > 0 && (keys.is_empty() || (lost > FEW && lost * SHARE > all));
        if *kind == ResourceKind::Users && suspicious && !approved {
            let reason = format!("{lost} of {all} users are not in {} any more", app.name());
            return Ok(Synced::Held { reason, may_apply: true });
        }
        gone.insert(*kind, (keys, missing));
    }
    let mut changes = Changes::default();
    for kind in &kinds {
        for item in items(lists, *kind) {
            one(db, app, *kind, item, &mut changes).await?;
        }
        let (keys, missing) = gone.remove(kind).unwrap_or_default();
        for missing in missing {
            // What a job is about is told by its result.
            if jobs::running(db, missing).await?.is_some() {
                continue;
            }
            if let Some(mut resource) = resources::any(db, missing).await? {
                // Found again under another key, by its name: it is not gone.
                if resource.app_key.as_ref().is_some_and(|key| keys.contains(&app.fold(*kind, key))) {
                    continue;
                }
                resource.deleted = true;
                resource.observed = None;
                resources::update(db, &resource).await?;
                memberships::forget(db, missing).await?;
                changes.gone += 1;
            }
        }
    }
    if let Some(field) = app.references(ResourceKind::Groups) {
        for item in items(lists, ResourceKind::Users) {
            if let Some(groups) = item.get(field) {
                belongs_to(db, app, item, groups).await?;
            }
        }
    }
    Ok(Synced::Applied(changes))
}

/// What a sync asks for besides what the lists show: who is in which group. Fields that only the page of each user shows
/// are left out: some thousand pages take hours.
pub fn wanted(app: &App) -> Vec<String> {
    let users = app.resource(ResourceKind::Users);
    let fields = users.into_iter().flat_map(|users| &users.fields);
    fields.filter(|(_, field)| field.from.is_some() && !field.secret).map(|(name, _)| name.clone()).collect()
}

/// Why the lists cannot be taken in, whoever wants it.
pub(super) fn incomplete(lists: &[JobResult]) -> Option<String> {
    let mut kinds: Vec<ResourceKind> = lists.iter().filter_map(|part| part.resource).collect();
    kinds.dedup();
    let open = kinds.into_iter().find(|kind| {
        let last = lists.iter().rfind(|part| part.resource == Some(*kind));
        last.and_then(|last| last.complete) != Some(true)
    });
    match open {
        Some(kind) => Some(format!("the list of {kind} is not provably complete")),
        None if !lists.iter().any(|part| part.resource == Some(ResourceKind::Users)) => {
            Some("the list of users is missing".to_owned())
        }
        None => None,
    }
}

/// The entries of a kind.
pub(super) fn items(lists: &[JobResult], kind: ResourceKind) -> impl Iterator<Item = &Item> {
    lists.iter().filter(move |part| part.resource == Some(kind)).flat_map(|part| part.items.iter().flatten())
}

fn key_of(app: &App, kind: ResourceKind, item: &Item) -> String {
    app.resource(kind).and_then(|resource| item.get(&resource.key)).map(plain).unwrap_or_default()
}

/// Something as a list shows it.
#[derive(Debug)]
pub(super) struct Read {
    /// Its key in the app.
    pub(super) key: String,
    /// How it is.
    pub(super) state: State,
    /// The key and the name by which it is found again.
    pub(super) wish_key: String,
    pub(super) name: String,
}

/// Reads an entry of a list; `None` if it has no key.
pub(super) fn read(app: &App, kind: ResourceKind, item: &Item) -> Option<Read> {
    let key = key_of(app, kind, item);
    if key.is_empty() {
        return None;
    }
    let mut fields: Attributes = item.clone();
    if kind == ResourceKind::Users
        && let Some(groups) = app.references(ResourceKind::Groups)
    {
        fields.remove(groups);
    }
    let active = kind != ResourceKind::Users || app.standing.is_active(&fields);
    let state = State { fields, active };
    let (wish_key, name) = names(app, kind, &key, &state);
    Some(Read { key, state, wish_key, name })
}

async fn one(
    db: &mut AnyConnection,
    app: &App,
    kind: ResourceKind,
    item: &Item,
    changes: &mut Changes,
) -> Result<(), StoreError> {
    let id: &IntegrationId = &app.entry.integration.id;
    let Some(Read { key, state, wish_key, name }) = read(app, kind, item) else { return Ok(()) };
    let known = match resources::by_app_key(db, id, kind, &key).await? {
        Some(known) => Some(known),
        None => resources::by_key_or_name(db, id, kind, &wish_key, &name).await?,
    };
    let Some(mut known) = known else {
        let mut new = Resource::new(id.clone(), kind, wish_key, name);
        new.app_key = Some(key);
        new.desired = state.clone();
        new.observed = Some(state);
        resources::insert(db, &new).await?;
        changes.new += 1;
        return Ok(());
    };
    if known.app_key.as_ref() == Some(&key) && known.observed.as_ref() == Some(&state) {
        changes.same += 1;
        return Ok(());
    }
    changes.changed += 1;
    let under_way = jobs::running(db, known.id).await?.is_some();
    known.app_key = Some(key);
    if !under_way {
        // What was changed by hand is how it is: the identity provider sees it and decides.
        known.desired = state.clone();
        known.wish_key = wish_key;
        if known.shown.get("userName").is_none() {
            known.name = name;
        }
    }
    known.observed = Some(state);
    resources::update(db, &known).await
}

/// The key and the name by which it is found again.
fn names(app: &App, kind: ResourceKind, key: &str, state: &State) -> (String, String) {
    match kind {
        ResourceKind::Users => {
            let shown = app.show_user(state, &Map::new(), None);
            let name = shown.get("userName").map(plain).filter(|name| !name.is_empty());
            (app.fold(kind, key), name.unwrap_or_else(|| key.to_owned()).trim().to_lowercase())
        }
        ResourceKind::Groups => {
            let name = Some(app.group_name(&state.fields)).filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| key.to_owned());
            (app.group_key(&name), name.to_lowercase())
        }
        ResourceKind::Roles | ResourceKind::Assets => (app.fold(kind, key), key.to_lowercase()),
    }
}

/// Notes which groups a user was seen in.
async fn belongs_to(db: &mut AnyConnection, app: &App, item: &Item, groups: &Value) -> Result<(), StoreError> {
    let id = &app.entry.integration.id;
    let key = key_of(app, ResourceKind::Users, item);
    let Some(user) = resources::by_app_key(db, id, ResourceKind::Users, &key).await? else { return Ok(()) };
    let mut seen = HashSet::new();
    for group in groups.as_array().into_iter().flatten() {
        if let Some(group) = resources::by_app_key(db, id, ResourceKind::Groups, &plain(group)).await? {
            seen.insert(group.id);
        }
    }
    let under_way = jobs::running(db, user.id).await?.is_some();
    let known = memberships::of_user(db, user.id).await?;
    for membership in &known {
        let observed = seen.remove(&membership.group);
        let desired = if under_way { membership.desired } else { observed };
        if (desired, observed) != (membership.desired, membership.observed) {
            memberships::put(db, id, &Membership { desired, observed, ..membership.clone() }).await?;
        }
    }
    for group in seen {
        memberships::put(db, id, &Membership { group, user: user.id, desired: true, observed: true }).await?;
    }
    Ok(())
}
