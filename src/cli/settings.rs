//! Settings that several commands share, as flag and as environment variable; the flag wins.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::contract::Duration;
use crate::engine::PersonalData;
use crate::secrets::{Bounds, Store};

use super::vault::VaultSettings;

/// Settings that several commands share.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Settings")]
pub(super) struct Settings {
    /// Folder of recipes
    #[arg(long, env = "IDLCM_RECIPES", default_value = "recipes", global = true, value_name = "DIR")]
    pub recipes: PathBuf,
    /// Folder of integrations
    #[arg(long, env = "IDLCM_INTEGRATIONS", default_value = "integrations", global = true, value_name = "DIR")]
    pub integrations: PathBuf,
    /// The broker. Default: the one of this machine, `amqp://127.0.0.1:5672/%2f`
    #[arg(long, env = "IDLCM_AMQP_URL", global = true, value_name = "URL", hide_env_values = true)]
    pub amqp_url: Option<String>,
    /// File with the broker's password, read again at each reconnect
    #[arg(long, env = "IDLCM_AMQP_PASSWORD_FILE", global = true, value_name = "FILE")]
    pub amqp_password_file: Option<PathBuf>,
    /// Allow plain amqp:// and http:// beyond loopback
    #[arg(long, env = "IDLCM_INSECURE", global = true)]
    pub insecure: bool,
    /// The browser: auto, chrome, firefox or the URL of a WebDriver server
    #[arg(long, env = "IDLCM_WEBDRIVER", default_value = "auto", global = true, value_name = "DRIVER")]
    pub webdriver: String,
    /// Folder for evidence of failed jobs
    #[arg(long, env = "IDLCM_EVIDENCE", default_value = "evidence", global = true, value_name = "DIR")]
    pub evidence: PathBuf,
    /// What evidence tells of people: keep all, hash words that the recipe does not know, or drop them
    #[arg(long, env = "IDLCM_EVIDENCE_PERSONAL", default_value = "keep", global = true, value_name = "HOW")]
    pub evidence_personal: Personal,
    /// Log lines: text (default on a terminal) or json
    #[arg(long, env = "IDLCM_LOG_FORMAT", global = true, value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
    /// Folder below which files with secrets may be named by integrations. Default: any file
    #[arg(long, env = "IDLCM_SECRET_FILES", global = true, value_name = "DIR")]
    pub secret_files: Option<PathBuf>,
    /// How the environment variables begin that integrations may name. Default: any
    #[arg(long, env = "IDLCM_SECRET_VARIABLES", global = true, value_name = "PREFIX")]
    pub secret_variables: Option<String>,
    /// Where Vault is.
    #[command(flatten)]
    pub vault: VaultSettings,
}

impl Settings {
    /// Where secrets are read from.
    pub(super) fn store(&self) -> Store {
        let bounds = Bounds { files: self.secret_files.clone(), variables: self.secret_variables.clone() };
        self.vault.store(self.insecure).within(bounds)
    }
}

/// What evidence tells of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Personal {
    /// All that was to be seen, without secrets.
    Keep,
    /// Words that the recipe does not know as keyed hashes; pictures without text.
    Hash,
    /// Neither page nor pictures, nor personal values.
    Drop,
}

impl From<Personal> for PersonalData {
    fn from(personal: Personal) -> Self {
        match personal {
            Personal::Keep => Self::Keep,
            Personal::Hash => Self::Hash,
            Personal::Drop => Self::Drop,
        }
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// Reads a length of time for clap.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    text.parse().map_err(|error: crate::contract::DurationParseError| error.to_string())
}
