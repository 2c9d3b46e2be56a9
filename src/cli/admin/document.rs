//! An integration's file, as the gateway is given it.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};

use crate::catalog::document;

use super::super::stop::Stop;

/// What an integration is made from.
#[derive(Debug, Args)]
pub(super) struct Document {
    /// The integration, in YAML or JSON, as integrations/example.yaml.sample explains it. Secrets stand there by reference
    /// only; workers read them
    file: PathBuf,
    /// Who speaks SCIM to the gateway: what is accepted, and what is answered when the app is slow. Default: generic, or as it
    /// was
    #[arg(long, value_parser = PossibleValuesParser::new(["okta", "entra", "generic"]))]
    idp: Option<String>,
}

impl Document {
    /// The body of a request.
    ///
    /// # Errors
    /// When the file is no integration; each problem with its place.
    pub(super) fn body(&self) -> Result<Value, Stop> {
        let document = document(&self.file).map_err(|problems| {
            let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Stop::invalid(all.join("\n"))
        })?;
        let mut body = json!({"document": document});
        if let Some(idp) = &self.idp {
            body["idp"] = json!(idp);
        }
        Ok(body)
    }
}
