//! What a sync would change if it were taken in, found out without changing anything.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;
use sqlx::AnyConnection;
use uuid::Uuid;

use super::sync::{incomplete, items, read};
use crate::contract::{Item, JobResult, ResourceKind};
use crate::gateway::mapping::App;
use crate::gateway::store::resources::Resource;
use crate::gateway::store::{StoreError, listing};

/// How many of each are named.
const NAMED: usize = 200;

/// What a sync would change.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Foresight {
    /// Why it cannot be taken in at all: a list is not provably complete. `None`: a person may decide.
    pub incomplete: Option<String>,
    /// Of each kind that was read.
    pub kinds: BTreeMap<ResourceKind, KindForesight>,
}

/// What it would change of one kind.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct KindForesight {
    /// How many are known now.
    pub known: usize,
    /// How many were read.
    pub read: usize,
    /// Known, and not in the app any more.
    pub vanish: Part,
    /// In the app, and not known yet.
    pub appear: Part,
    /// Known, and otherwise in the app.
    pub change: Part,
}

/// Some of them, and how many there are.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Part {
    /// How many there are.
    pub count: usize,
    /// The first 200.
    pub first: Vec<Named>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its id here. `None`: it has none yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// `userName` or `displayName`, in small letters.
    pub name: String,
    /// Its key in the app.
    pub key: String,
}

impl Part {
    fn add(&mut self, one: impl FnOnce() -> Named) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(one());
        }
    }
}

/// What taking these lists in would change. Who is in which group is not compared.
///
/// # Errors
/// When the database fails.
pub async fn foresee(db: &mut AnyConnection, app: &App, lists: &[JobResult]) -> Result<Foresight, StoreError> {
    let mut foresight = Foresight { incomplete: incomplete(lists), ..Foresight::default() };
    for kind in ResourceKind::ALL {
        if lists.iter().any(|part| part.resource == Some(kind)) {
            let found: Vec<&Item> = items(lists, kind).collect();
            foresight.kinds.insert(kind, of_kind(db, app, kind, &found).await?);
        }
    }
    Ok(foresight)
}

/// What is known is read page by page: some ten thousand users with all their fields are many megabytes.
async fn of_kind(
    db: &mut AnyConnection,
    app: &App,
    kind: ResourceKind,
    found: &[&Item],
) -> Result<KindForesight, StoreError> {
    let mut seen = Seen::default();
    for (at, item) in found.iter().enumerate() {
        if let Some(one) = read(app, kind, item) {
            seen.folded.insert(app.fold(kind, &one.key));
            seen.by_key.insert(one.key, at);
            seen.by_wish.insert(one.wish_key, at);
            seen.by_name.insert(one.name, at);
        }
    }
    let (mut of, mut matched, mut after) = (KindForesight::default(), HashSet::new(), String::new());
    of.read = found.len();
    loop {
        let page = listing::following(db, &app.entry.integration.id, kind, &after).await?;
        let Some(last) = page.last() else { break };
        after = last.id.to_string();
        for known in &page {
            let named = || Named {
                id: Some(known.id),
                name: known.name.clone(),
                key: known.app_key.clone().unwrap_or_else(|| known.wish_key.clone()),
            };
            let was_there = known.app_key.as_ref().filter(|_| known.observed.is_some());
            of.known += usize::from(was_there.is_some());
            if was_there.is_some_and(|key| !seen.folded.contains(&app.fold(kind, key))) {
                of.vanish.add(named);
            }
            let Some(at) = seen.find(known) else { continue };
            matched.insert(at);
            let one = found.get(at).and_then(|item| read(app, kind, item));
            if one.is_some_and(|one| known.app_key != Some(one.key) || known.observed != Some(one.state)) {
                of.change.add(named);
            }
        }
    }
    for (at, item) in found.iter().enumerate() {
        if let Some(one) = read(app, kind, item).filter(|_| !matched.contains(&at)) {
            of.appear.add(|| Named { id: None, name: one.name, key: one.key });
        }
    }
    Ok(of)
}

/// The places of what was read, by what it is found again by.
#[derive(Debug, Default)]
struct Seen {
    folded: HashSet<String>,
    by_key: HashMap<String, usize>,
    by_wish: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl Seen {
    fn find(&self, known: &Resource) -> Option<usize> {
        let by_key = known.app_key.as_ref().and_then(|key| self.by_key.get(key));
        by_key.or_else(|| self.by_wish.get(&known.wish_key)).or_else(|| self.by_name.get(&known.name)).copied()
    }
}
