//! What groups (roles, assets) say about their members: views that are opened once for each of them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::contract::{ErrorKind, Item, Proof, ResourceKind};
use crate::recipe::{FieldSource, TableView, View};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::identity;
use super::super::needed::Needed;
use super::super::row::Row;
use super::super::value;
use super::prove::weakest;
use super::{Found, Source, Target, Whole};

/// Where a field of users is read on the pages of the groups that it refers to.
#[derive(Clone, Copy)]
struct Membership<'a> {
    source: &'a FieldSource,
    view: &'a View,
    table: &'a TableView,
    of: ResourceKind,
}

impl<'a> Attempt<'a> {
    /// The view of members that a field is read from, if it is read like that.
    pub(super) fn member_view(&self, kind: ResourceKind, field: &str) -> Option<&'a View> {
        self.membership(kind, field).map(|membership| membership.view)
    }

    fn membership(&self, kind: ResourceKind, field: &str) -> Option<Membership<'a>> {
        let recipe = self.recipe;
        let source = recipe.resources.get(&kind)?.fields.get(field)?.from.as_ref()?;
        let view = recipe.views.get(&source.view)?;
        self.tables(view).into_iter().find_map(|(view, table)| Some(Membership { source, view, table, of: table.of? }))
    }

    /// The groups whose members are looked at, in the order of their own list.
    pub(super) async fn all_of(&mut self, of: ResourceKind) -> Attempted<Whole> {
        let Some(view) = self.recipe.view_of(of) else {
            // The app shows no list of them: the recipe's catalogue is the list.
            let items = self.catalogue(of).items;
            let rows = items.into_iter().map(|item| Row { item, ..Row::default() }).collect();
            return Ok(Whole { rows, total: None, proof: Some(Proof::SinglePage) });
        };
        Box::pin(self.whole_view(view)).await
    }

    /// Reads a table wholly; one with `of` once for each group, whose rows are then all rows.
    pub(super) async fn whole_table(&mut self, view: &'a View, table: &'a TableView) -> Attempted<Whole> {
        let Some(of) = table.of.filter(|of| !self.scope.others.contains_key(of)) else {
            let (read, proof) = self.read_table(view, table, None).await?;
            let total = read.entries();
            return Ok(Whole { rows: read.rows, total, proof: Some(proof) });
        };
        let groups = self.all_of(of).await?;
        let mut proofs = vec![groups.proof()];
        let mut rows = Vec::new();
        for group in groups.rows {
            self.scope.others.insert(of, group.item);
            let read = self.read_table(view, table, None).await;
            self.scope.others.remove(&of);
            let (read, proof) = read?;
            rows.extend(read.rows);
            proofs.push(proof);
        }
        Ok(Whole { rows, total: None, proof: Some(weakest(&proofs)) })
    }

    /// Adds the fields of one user that are read on the pages of groups, as far as they are needed.
    pub(super) async fn with_memberships(
        &mut self,
        kind: ResourceKind,
        key: &str,
        mut row: Row,
        needed: &Needed,
    ) -> Attempted<Row> {
        let nearly = self.recorder.trace.nearly.clone();
        for field in needed.fields() {
            let Some(membership) = self.membership(kind, field).filter(|_| !row.item.contains_key(field)) else {
                continue;
            };
            let Membership { source, view, table, of } = membership;
            let asked = needed.values_of(field);
            let Some(groups) = Box::pin(self.groups_of(membership, asked)).await? else {
                let message =
                    format!("`{field}` of {key} cannot be told: nothing proves that the list of {of} is complete");
                return Err(Failure::new(ErrorKind::ListIncomplete, message).at(view.span));
            };
            let target = Target::new(&table.key, key, self.recipe.resources.get(&view.resource));
            let mut values = Vec::new();
            for group in groups {
                let value = group_value(source, &group.item, view)?;
                self.scope.others.insert(of, group.item);
                let found = Box::pin(self.find_in(view, table, &target)).await;
                self.scope.others.remove(&of);
                match found? {
                    Found::Present(_) => values.push(value),
                    Found::Absent => {}
                    Found::Unproven(why) => {
                        let message = format!("`{field}` of {key} cannot be told for `{value}`: {why}");
                        return Err(Failure::new(ErrorKind::ListIncomplete, message).at(view.span));
                    }
                }
            }
            let value = self.referred(kind, field, values);
            row.item.insert(field.clone(), value);
            row.looked_at.extend(asked.map(|asked| (field.clone(), asked.to_vec())));
        }
        // Who reads nearly as the subject in a list of members is no other subject.
        self.recorder.trace.nearly = nearly;
        Ok(row)
    }

    /// The groups whose pages are opened: all, or only those that are asked for. `None`: nothing proves that there are
    /// no others, where that matters.
    async fn groups_of(&mut self, membership: Membership<'a>, asked: Option<&[String]>) -> Attempted<Option<Vec<Row>>> {
        let Membership { source, view, of, .. } = membership;
        let by_key = self.recipe.resources.get(&of).is_some_and(|groups| groups.key == source.value);
        if let Some(asked) = asked.filter(|_| by_key)
            && let Some(found) = Box::pin(self.searched(of, asked)).await?
        {
            return Ok(Some(found));
        }
        let mut groups = Box::pin(self.all_of(of)).await?;
        let mut all_seen = groups.proof() != Proof::None;
        if let Some(asked) = asked {
            let mut seen = Vec::new();
            let mut named = Vec::new();
            for group in groups.rows {
                let value = group_value(source, &group.item, view)?;
                if value::holds(asked, &value) {
                    seen.push(value);
                    named.push(group);
                }
            }
            groups.rows = named;
            all_seen |= asked.iter().all(|one| value::holds(&seen, one));
        }
        Ok(all_seen.then_some(groups.rows))
    }

    /// Adds the wanted fields that are read on the pages of groups to all users of a list; the proof of what was read
    /// for it.
    pub(super) async fn add_memberships(
        &mut self,
        kind: ResourceKind,
        items: &mut BTreeMap<String, Item>,
        wanted: &[String],
    ) -> Attempted<Proof> {
        let mut proofs = vec![Proof::Total];
        for field in wanted {
            let Some(Membership { source, view, table, of }) = self.membership(kind, field) else { continue };
            if items.values().any(|item| item.contains_key(field)) {
                continue;
            }
            let groups = Box::pin(self.all_of(of)).await?;
            proofs.push(groups.proof());
            let resource = self.recipe.resources.get(&view.resource);
            let ignore_case = value::ignores_case(resource.and_then(|resource| resource.fields.get(&table.key)));
            // By the key as it is read: the groups' pages may write it in another form than the list does.
            let mut values: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
            for group in groups.rows {
                let value = group_value(source, &group.item, view)?;
                self.scope.others.insert(of, group.item);
                let read = self.read_table(view, table, None).await;
                self.scope.others.remove(&of);
                let (read, proof) = read?;
                proofs.push(proof);
                for member in read.rows.iter().filter_map(|row| row.item.get(&table.key)) {
                    let shown = value::text(member);
                    let known = values.entry(identity::as_read(&shown, ignore_case));
                    known.or_insert_with(|| (shown, Vec::new())).1.push(value.clone());
                }
            }
            for (key, item) in &mut *items {
                let value = self.referred(
                    kind,
                    field,
                    values.remove(&identity::as_read(key, ignore_case)).unwrap_or_default().1,
                );
                item.insert(field.clone(), value);
            }
            if let Some((stranger, _)) = values.values().next() {
                let message = format!("view `{}` shows {stranger}, whom the list of {kind} does not", view.name);
                self.recorder.warn("unknown_member", message);
            }
        }
        Ok(weakest(&proofs))
    }

    /// The value of a field that refers to these groups.
    fn referred(&mut self, kind: ResourceKind, field: &str, mut values: Vec<String>) -> Value {
        values.dedup();
        let many =
            self.recipe.resources.get(&kind).and_then(|resource| resource.fields.get(field)).is_some_and(|f| f.many);
        if many {
            return values.into_iter().map(Value::String).collect();
        }
        if values.len() > 1 {
            let message = format!("`{field}` holds one value, and the app shows {}", values.join(", "));
            self.recorder.warn("several_values", message);
        }
        values.into_iter().next().map_or(Value::Null, Value::String)
    }

    /// A view that is read wholly, in its own order: of a union, one after the other.
    pub(super) async fn whole_view(&mut self, view: &'a View) -> Attempted<Whole> {
        let mut all = Whole { proof: None, ..Whole::default() };
        let mut proofs = Vec::new();
        for (member, source) in self.sources(view) {
            let whole = self.whole_source(member, source).await?;
            proofs.push(whole.proof());
            if let Some(total) = whole.total {
                *all.total.get_or_insert(0) += total;
            }
            all.rows.extend(whole.rows);
        }
        all.proof = Some(weakest(&proofs));
        Ok(all)
    }

    pub(super) async fn whole_source(&mut self, view: &'a View, source: Source<'a>) -> Attempted<Whole> {
        match source {
            Source::Table(table) => self.whole_table(view, table).await,
            Source::Csv(csv) => self.exported(view, csv).await,
        }
    }
}

fn group_value(source: &FieldSource, group: &Item, view: &View) -> Attempted<String> {
    match group.get(&source.value).map(value::text) {
        Some(text) if !text.is_empty() => Ok(text),
        _ => {
            let message = format!("the list that view `{}` is opened for shows no `{}`", view.name, source.value);
            Err(Failure::new(ErrorKind::ElementMissing, message).at(view.span))
        }
    }
}
