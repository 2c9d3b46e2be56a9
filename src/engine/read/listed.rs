//! A list as a recipe's action reads it: by its view, by the fallback, or from the catalogue.

use crate::contract::{Action, ErrorKind, Item, Proof, ResourceKind, Verb};
use crate::recipe::{ActionKind, TableView, View};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::trace::ListRead;
use super::Source;

impl<'a> Attempt<'a> {
    /// A list as the recipe's action reads it: by its view, by the fallback where that cannot be read completely, or
    /// from the catalogue.
    pub(in crate::engine) async fn listed(&mut self, kind: ResourceKind) -> Attempted<ListRead> {
        let recipe = self.recipe;
        let (name, fallback, detail) = match recipe.actions.get(&Action::On(kind, Verb::List)).map(|spec| &spec.kind) {
            Some(ActionKind::Catalog) => return Ok(self.catalogue(kind)),
            Some(ActionKind::Read { view, fallback, detail }) => (view.as_str(), fallback.as_deref(), *detail),
            _ => (kind.plural(), None, false),
        };
        let (name, fallback) = (self.view_named(name)?, fallback.map(|name| self.view_named(name)).transpose()?);
        let asked = self.asked(kind, name, fallback)?;
        let asked = asked.as_slice();
        let first = self.list_of(name, asked, detail).await;
        let Some(fallback) = fallback else { return first };
        let why = match &first {
            Ok(list) if list.proof != Proof::None => return first,
            Ok(_) => "nothing proves that it is complete".to_owned(),
            Err(failure) if cannot_be_read(failure.kind) => failure.message.clone(),
            Err(_) => return first,
        };
        self.dismiss_stray_dialog().await;
        self.page.forget();
        let message = format!("view `{}` was read instead of `{}`: {why}", fallback.name, name.name);
        let second = self.list_of(fallback, asked, detail).await;
        match (first, second) {
            // Both are incomplete: the first is the one that the recipe prefers.
            (Ok(first), Ok(second)) if second.proof == Proof::None => Ok(first),
            (Ok(first), Err(failure)) if cannot_be_read(failure.kind) => Ok(first),
            (_, second) => {
                if second.is_ok() {
                    self.recorder.warn("fallback_used", self.recorder.redact(&message).into_owned());
                }
                second
            }
        }
    }

    /// The fields that the job asks for by name. A sync is about several resources: to each of them its own, besides what
    /// its list shows.
    fn asked(&mut self, kind: ResourceKind, view: &'a View, fallback: Option<&'a View>) -> Attempted<Vec<String>> {
        let job = &self.order.work.job;
        let mut asked = job.options.fields.clone();
        if job.action != Action::Sync {
            if let Some(unknown) = asked.iter().find(|field| !self.reads(view, field)) {
                let message =
                    format!("`options.fields` asks for `{unknown}`, which view `{}` does not read", view.name);
                return Err(Failure::new(ErrorKind::InvalidAttribute, message));
            }
            return Ok(asked);
        }
        let resource = self.recipe.resources.get(&kind);
        asked.retain(|field| resource.is_some_and(|resource| resource.fields.contains_key(field)));
        let read = |field: &String| std::iter::once(view).chain(fallback).any(|view| self.reads(view, field));
        let (asked, unread): (Vec<String>, Vec<String>) = asked.into_iter().partition(read);
        if !unread.is_empty() {
            let message = format!("`options.fields` asks for {}, which no list of {kind} shows", unread.join(", "));
            self.recorder.warn("not_listed", message);
        }
        Ok(asked)
    }

    async fn list_of(&mut self, view: &'a View, asked: &[String], detail: bool) -> Attempted<ListRead> {
        let mut wanted = asked.to_vec();
        let besides = self.order.work.job.action == Action::Sync && !asked.is_empty();
        if besides || (detail && asked.is_empty()) {
            // All that the list shows and, where the recipe says so, all that its rows' own pages show.
            for (_, source) in self.sources(view) {
                wanted.extend(source.shown().cloned());
                if let Source::Table(TableView { detail: Some(own), .. }) = source
                    && detail
                {
                    wanted.extend(own.fields.keys().cloned());
                }
            }
        }
        match self.list(view, &wanted).await {
            Ok(list) => Ok(list),
            Err(failure) => Err(self.explain(failure).await),
        }
    }

    fn view_named(&self, name: &str) -> Attempted<&'a View> {
        let recipe = self.recipe;
        recipe
            .views
            .get(name)
            .ok_or_else(|| Failure::new(ErrorKind::Internal, format!("view `{name}` is not in the checked recipe")))
    }

    /// The recipe's own list of known values.
    pub(in crate::engine) fn catalogue(&self, kind: ResourceKind) -> ListRead {
        let resource = self.recipe.resources.get(&kind);
        let key = resource.map_or("id", |resource| resource.key.as_str());
        let own = resource.and_then(|resource| resource.catalog.as_ref()).into_iter().flatten();
        let own = own.map(|(id, entry)| (id.clone(), entry.label.read.clone()));
        let added = self.order.entry.integration.user_schema.roles.iter().filter(|_| kind == ResourceKind::Roles);
        let added = added.map(|(id, role)| (id.clone(), role.label.clone()));
        let mut known: Vec<(String, String)> = own.chain(added).collect();
        known.sort();
        let items = known
            .into_iter()
            .map(|(id, label)| Item::from([(key.to_owned(), id.into()), ("label".to_owned(), label.into())]))
            .collect();
        ListRead { items, reported: None, proof: Proof::SinglePage }
    }
}

/// Failures after which a list may still be read in another way.
fn cannot_be_read(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ElementMissing
            | ErrorKind::ElementAmbiguous
            | ErrorKind::UnexpectedPage
            | ErrorKind::UnexpectedDialog
            | ErrorKind::StepTimeout
            | ErrorKind::ListIncomplete
    )
}
