//! Lists that the app exports as a file.

use std::collections::BTreeMap;

use crate::browser::{CommandError, FieldValue};
use crate::contract::{ErrorKind, Proof, StepStatus};
use crate::recipe::{CsvFrom, CsvView, View};

use super::super::attempt::Attempt;
use super::super::compile::Compiler;
use super::super::failure::{Attempted, Failure};
use super::super::row;
use super::super::telling::Portion;
use super::super::value;
use super::Whole;
use super::csv_table::{Column, csv_table};
use super::prove::{distinct, number};

impl<'a> Attempt<'a> {
    /// Shows the page that the file is exported from.
    pub(super) async fn export_page(&mut self, csv: &'a CsvView) -> Attempted<()> {
        self.open(&csv.open).await?;
        let deadline = self.page_deadline();
        match self.on_screen(&csv.screen, deadline).await {
            Ok(()) => Ok(()),
            Err(failure) => Err(self.explain(failure).await),
        }
    }

    /// Has the app export its list, and reads the file. The file is removed afterwards.
    pub(super) async fn exported(&mut self, view: &'a View, csv: &'a CsvView) -> Attempted<Whole> {
        self.export_page(csv).await?;
        let total = match &csv.total {
            Some(total) => {
                let asked = Compiler::new(&self.scope).total(total)?;
                let begun = self.begin();
                let deadline = self.page_deadline();
                let does = format!("read how many entries view `{}` has", view.name);
                let text = match self.session()?.read(&asked.query, &asked.read, deadline).await {
                    Ok(text) => text,
                    Err(error) => return Err(self.command_failed(begun, does, view.span, &error).await),
                };
                self.end(begun, does, Some(view.span), StepStatus::Ok, Some(text.clone())).await;
                let stated = number(total, &text).ok_or_else(|| {
                    let pattern = total.regex.as_str();
                    let message = format!("the number of entries reads `{text}`, which `{pattern}` does not match");
                    Failure::new(ErrorKind::UnexpectedPage, message).at(total.from.span)
                })?;
                Some(stated)
            }
            None => None,
        };
        self.open(&csv.steps).await?;
        let bytes = self.download(view, csv).await?;
        let drift = |message: String| {
            Failure::new(ErrorKind::ElementMissing, format!("the file of view `{}`: {message}", view.name))
                .at(view.span)
        };
        let table = parse(&bytes, csv).map_err(drift)?;
        let mut rows = Vec::new();
        for raw in &table {
            rows.push(row::row(
                &self.scope,
                view.resource,
                ("in a line of the file", row::of_file(&csv.fields)),
                &csv.key,
                raw,
            )?);
        }
        if let Some(at) = rows.iter().position(|row| row.item.get(&csv.key).is_none_or(value::is_empty)) {
            return Err(drift(format!("entry {} has no `{}`", at + 1, csv.key)));
        }
        let field = self.recipe.resources.get(&view.resource).and_then(|resource| resource.fields.get(&csv.key));
        let seen = distinct(&rows, &csv.key, value::ignores_case(field));
        if seen < rows.len() as u64 {
            let message =
                format!("view `{}`: {} entries of the file have only {seen} different keys", view.name, rows.len());
            self.recorder.warn("duplicate_key", message);
        }
        let unfit = rows.iter().find_map(|row| row.unfit.as_deref());
        if let Some(why) = unfit {
            let message = format!("view `{}`: {why}; nothing is concluded from such a file", view.name);
            self.recorder.warn("list_incomplete", message);
        }
        let proof = match total {
            _ if unfit.is_some() => Proof::None,
            Some(total) if total == seen => Proof::Total,
            Some(total) => {
                let message = format!("view `{}`: the app states {total} entries and the file has {seen}", view.name);
                self.recorder.warn("list_incomplete", message);
                Proof::None
            }
            None if csv.complete => Proof::SinglePage,
            None => Proof::None,
        };
        let portion = Portion { items: seen, total, last: true, ..Portion::default() };
        self.tell_portion(view, portion);
        Ok(Whole { rows, total, proof: Some(proof) })
    }

    async fn download(&mut self, view: &'a View, csv: &'a CsvView) -> Attempted<Vec<u8>> {
        let begun = self.begin();
        let does = format!("download the file of view `{}`", view.name);
        let query = Compiler::new(&self.scope).query(&csv.download)?;
        self.acted();
        let step = self.step_deadline(None);
        let deadline = self.step_deadline(Some(self.recipe.settings.timeouts.download));
        let session = self.session()?;
        let got: Result<_, CommandError> = match session.prepare_click(&query, &[], step).await {
            Ok(prepared) => session.download(prepared, deadline).await,
            Err(error) => Err(error),
        };
        let path = match got {
            Ok(path) => path,
            Err(error) => return Err(self.command_failed(begun, does, view.span, &error).await),
        };
        let bytes = tokio::fs::read(&path).await;
        let removed = tokio::fs::remove_file(&path).await;
        let broken = |error: std::io::Error| {
            Failure::new(ErrorKind::Internal, format!("the file of view `{}` cannot be read: {error}", view.name))
        };
        let bytes = bytes.map_err(broken)?;
        removed.map_err(broken)?;
        self.end(begun, does, Some(view.span), StepStatus::Ok, Some(format!("{} bytes", bytes.len()))).await;
        Ok(bytes)
    }
}

/// The rows of a file, with the fields that the view takes.
fn parse(bytes: &[u8], csv: &CsvView) -> Result<Vec<BTreeMap<String, FieldValue>>, String> {
    let (mut names, mut columns) = (Vec::new(), Vec::new());
    for (name, field) in &csv.fields {
        let CsvFrom::Header(header) = &field.from else { continue };
        names.push(name);
        columns.push(Column { header, optional: field.optional || field.default.is_some() });
    }
    let rows = csv_table(bytes, &csv.encoding, csv.delimiter, &columns)?;
    let row = |cells: Vec<Option<String>>| {
        let own = names.iter().zip(cells);
        own.filter_map(|(name, cell)| Some(((*name).clone(), FieldValue::One(Some(cell?))))).collect()
    };
    Ok(rows.into_iter().map(row).collect())
}
