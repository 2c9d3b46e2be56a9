//! What can be told of a job before anybody does it: what it touches, how long an attempt may take, how fast and how
//! often its integration may be used.

use std::collections::BTreeSet;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::catalog::Entry;
use crate::contract::{Action, Attributes, FieldType, Job, Limit, Mode, ResourceKind, Verb};
use crate::recipe::{LONGEST_ACTION, LONGEST_VERIFY};

use super::desired_state::wish;
use super::identity;
use super::value;
use super::verify::LONGEST_PAGE;

/// What is known of a job before it is begun. By default nothing: it stays in order with all others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outlook {
    /// What it touches.
    pub footprint: Footprint,
    /// The longest that one attempt may take, starting a browser not counted. Default: zero.
    pub longest: Duration,
    /// The most attempts a minute at the integration. Default: as fast as it goes.
    pub per_minute: Option<u32>,
    /// The most jobs with its action that may have an effect in a window. Default: none.
    pub limits: Vec<Limit>,
}

/// What a job touches: jobs that touch the same stay in order, others may pass each other. By default everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footprint(Option<Records>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Records {
    /// What it may change.
    writes: BTreeSet<Touched>,
    /// What it reads or refers to.
    reads: BTreeSet<Touched>,
    /// Whether it reads all there is: lists, and every write before it is to be seen there.
    reads_all: bool,
}

/// A record of the app: its kind, and its key as a reader would tell it apart.
type Touched = (ResourceKind, String);

impl Footprint {
    /// Whether a job may not begin before an earlier one has come to its end. A write may pass a list: a list tells what
    /// was there when it was read.
    pub fn has_to_follow(&self, earlier: &Self) -> bool {
        let (Some(later), Some(earlier)) = (&self.0, &earlier.0) else { return true };
        let meet = |left: &BTreeSet<Touched>, right: &BTreeSet<Touched>| !left.is_disjoint(right);
        (later.reads_all && !earlier.writes.is_empty())
            || meet(&earlier.writes, &later.writes)
            || meet(&earlier.writes, &later.reads)
            || meet(&earlier.reads, &later.writes)
    }

    /// The footprint of a job that changes one record and reads no other.
    pub fn of(kind: ResourceKind, key: &str) -> Self {
        Self(Some(Records { writes: [touched(kind, key)].into(), ..Records::default() }))
    }

    /// What it may change, told apart without telling what it is: a digest for each.
    pub fn marks(&self) -> Vec<String> {
        let mark = |(kind, key): &Touched| {
            let digest = Sha256::digest(format!("{kind}\n{key}"));
            URL_SAFE_NO_PAD.encode(&digest[..12])
        };
        self.0.iter().flat_map(|records| &records.writes).map(mark).collect()
    }
}

/// Looks at a job before it is done. One that the engine will refuse touches what it names.
pub fn outlook(job: &Job, entry: &Entry) -> Outlook {
    let settings = &entry.recipe.settings;
    let records = records(job, entry);
    // Lists get more time as long as they go on.
    let longest = if records.reads_all {
        LONGEST_ACTION.get()
    } else {
        settings.timeouts.action.get() + LONGEST_VERIFY.get() + LONGEST_PAGE
    };
    let counts = !job.action.is_read() && job.mode == Mode::Run;
    let limits = [settings.limits.get(&job.action), entry.integration.limits.get(&job.action.to_string())];
    Outlook {
        footprint: Footprint(Some(records)),
        longest,
        per_minute: settings.pace.actions_per_minute,
        limits: limits.into_iter().flatten().copied().filter(|_| counts).collect(),
    }
}

fn records(job: &Job, entry: &Entry) -> Records {
    let reads_all = matches!(job.action, Action::Sync | Action::On(_, Verb::List));
    let mut print = Records { reads_all, ..Records::default() };
    if !job.action.has_subject() {
        return print;
    }
    let kind = job.action.subject();
    let mut subject = BTreeSet::new();
    let resource = entry.recipe.resources.get(&kind);
    let own_key =
        |attributes: &Attributes| resource.and_then(|resource| attributes.get(&resource.key)).map(value::text);
    subject.extend(job.match_key.as_deref().map(|key| touched(kind, key)));
    subject.extend(job.subject().and_then(own_key).map(|key| touched(kind, &key)));
    // As the recipe's filters make it, too: two spellings that become one are one.
    if let Ok(Some(wish)) = wish(job, entry, None) {
        subject.extend(own_key(&wish.given).map(|key| touched(kind, &key)));
    }
    // What a user is given has to exist before; two users that get the same role do not touch each other.
    for other in ResourceKind::ALL.into_iter().filter(|other| *other != kind) {
        let key = entry.recipe.resources.get(&other).map(|resource| &resource.key);
        let named = job.named(other).zip(key).and_then(|(attributes, key)| attributes.get(key));
        print.reads.extend(named.map(|key| touched(other, &value::text(key))));
        let change = job.grants.as_ref().and_then(|grants| grants.of(other));
        let references =
            change.into_iter().flat_map(|change| change.set.iter().flatten().chain(&change.add).chain(&change.remove));
        print.reads.extend(references.map(|key| touched(other, key)));
    }
    for (name, given) in job.subject().into_iter().flatten() {
        let field = resource.and_then(|resource| resource.fields.get(name));
        if let Some(of) = field.filter(|field| field.field_type == FieldType::Ref).and_then(|field| field.of) {
            print.reads.extend(value::items(given).iter().map(|key| touched(of, key)));
        }
    }
    if job.action.is_read() {
        print.reads.extend(subject);
    } else {
        print.writes = subject;
    }
    print
}

/// Case never keeps two jobs apart: whether it does in the app, nobody knows here, and waiting does no harm.
fn touched(kind: ResourceKind, key: &str) -> Touched {
    (kind, identity::as_read(key, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(writes: &[&str], reads: &[&str], reads_all: bool) -> Footprint {
        let users = |keys: &[&str]| keys.iter().map(|key| touched(ResourceKind::Users, key)).collect();
        Footprint(Some(Records { writes: users(writes), reads: users(reads), reads_all }))
    }

    #[test]
    fn only_jobs_that_touch_the_same_keep_their_order() {
        let ada = print(&["ada@acme.example"], &[], false);
        let again = print(&["Ada@ACME.example "], &[], false);
        let renamed = print(&["grace@acme.example", "ada@acme.example"], &[], false);
        let alan = print(&["alan@acme.example"], &[], false);
        let get = print(&[], &["ada@acme.example"], false);
        let list = print(&[], &[], true);
        assert!(again.has_to_follow(&ada) && renamed.has_to_follow(&ada) && ada.has_to_follow(&renamed));
        assert!(!alan.has_to_follow(&ada) && !ada.has_to_follow(&alan));
        assert!(get.has_to_follow(&ada) && ada.has_to_follow(&get) && !get.has_to_follow(&get));
        let unknown = Footprint::default();
        assert!(unknown.has_to_follow(&get) && get.has_to_follow(&unknown));
        assert!(list.has_to_follow(&ada) && !ada.has_to_follow(&list) && !list.has_to_follow(&get));
    }

    #[test]
    fn marks_tell_records_apart_and_nothing_else() {
        let ada = print(&["ada@acme.example"], &[], false).marks();
        assert_eq!(ada, print(&["ADA@acme.example"], &["x"], true).marks());
        assert_ne!(ada, print(&["alan@acme.example"], &[], false).marks());
        assert!(ada.len() == 1 && ada[0].len() == 16 && !ada[0].contains("ada@"), "{ada:?}");
    }
}
