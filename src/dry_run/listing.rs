//! Whether a list is true: it holds everybody once, each as the app keeps them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::contract::{Action, Item, Proof, ResourceKind, Verb};
use crate::fixture::Record;
use crate::recipe::ViewKind;

use super::oracle::{Objection, Oracle, ignores_case, objection, of};
use super::stored;

impl Oracle<'_> {
    pub(super) fn lists(&self) -> Vec<Objection> {
        let result = &self.acted.done.result;
        let mut found = Vec::new();
        if let (Some(items), Some(kind), Some(true)) = (&result.items, result.resource, result.complete) {
            found.extend(self.list(kind, items, result.proof));
        }
        for list in result.lists.iter().filter(|list| list.proof != Proof::None) {
            found.extend(self.list(list.resource, &list.items, Some(list.proof)));
        }
        if let (Some(subject), true) = (&result.subject, matches!(self.job.action, Action::On(_, Verb::Get))) {
            let record = of(&self.acted.after, subject.resource)
                .iter()
                .find(|record| self.key(subject.resource, record).eq_ignore_ascii_case(&subject.key));
            found.extend(record.into_iter().flat_map(|record| self.untrue(subject.resource, &subject.fields, record)));
        }
        found
    }

    /// A list that is said to be complete holds everybody once, each as they are.
    fn list(&self, kind: ResourceKind, items: &[Item], proof: Option<Proof>) -> Vec<Objection> {
        let Some(resource) = self.prepared.recipe.resources.get(&kind) else { return Vec::new() };
        let kept: BTreeMap<String, &Record> =
            of(&self.acted.after, kind).iter().map(|record| (self.key(kind, record).to_lowercase(), record)).collect();
        let mut found = Vec::new();
        let mut told = BTreeSet::new();
        for item in items {
            let key = item.get(&resource.key).and_then(Value::as_str).unwrap_or_default().to_lowercase();
            match kept.get(&key) {
                None => found.push(objection(format!("the list of {kind} has `{key}`, and the app has not"))),
                Some(record) => found.extend(self.untrue(kind, item, record)),
            }
            if !told.insert(key.clone()) {
                found.push(objection(format!("the list of {kind} has `{key}` twice")));
            }
        }
        let lacking: Vec<&String> = kept.keys().filter(|key| !told.contains(*key)).collect();
        if let Some(one) = lacking.first() {
            let says =
                format!("the list of {kind} is said to be complete and lacks {}, `{one}` among them", lacking.len());
            found.push(Objection { says, at: self.list_at(kind), unprovable: proof != Some(Proof::Total) });
        }
        found
    }

    fn untrue(&self, kind: ResourceKind, item: &Item, record: &Record) -> Vec<Objection> {
        let Some(resource) = self.prepared.recipe.resources.get(&kind) else { return Vec::new() };
        let mut found = Vec::new();
        for (name, read) in item {
            let (Some(field), Some(kept)) = (resource.fields.get(name), self.kept(kind, name, record)) else {
                continue;
            };
            if !stored::same(read, &kept, ignores_case(field)) {
                let key = &record.key;
                found.push(Objection {
                    says: format!("`{name}` of `{key}` is told as {read}, and the app keeps {kept}"),
                    at: self.field_at(kind, name),
                    unprovable: false,
                });
            }
        }
        found
    }

    /// Where a view says how a field is read.
    fn field_at(&self, kind: ResourceKind, name: &str) -> Option<String> {
        let recipe = &self.prepared.recipe;
        let span = match &recipe.view_of(kind)?.kind {
            ViewKind::Table(table) => {
                let detail = table.detail.as_ref().and_then(|detail| detail.fields.get(name));
                table.fields.get(name).or(detail)?.span
            }
            ViewKind::Csv(csv) => csv.fields.get(name)?.span,
            ViewKind::Union(_) => return None,
        };
        Some(recipe.source.at(span))
    }
}
