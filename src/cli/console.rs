//! `idlcm console`: the first person who may sign in to the console.

use std::io::{IsTerminal as _, Read as _};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use reqwest::Method;
use serde_json::json;

use crate::secrets::Secret;

use super::admin::{Client, Reach};
use super::exit_code::ExitCode;
use super::print::note;
use super::settings::Settings;
use super::stop::{Ended, Stop};

/// The most bytes of a password that are read.
const LONGEST: u64 = 4096;

/// Let the first person into the console, the web page of a gateway
#[derive(Debug, Args)]
#[command(after_long_help = "\
The console is a web page of `idlcm serve` and `idlcm gateway`, at /console of the address where it is managed. People sign in \
there by name; the first one is made here, with the administrator's token, and adds the others in the console.

Examples:
  idlcm console owner ada@acme.example
  idlcm console owner ada@acme.example --password-file first-password
  idlcm console owner ada@acme.example --reset")]
pub(super) struct Console {
    #[command(flatten)]
    reach: Reach,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Owner(Owner),
}

/// Add an owner, who may do everything; or give one a new password
#[derive(Debug, Args)]
struct Owner {
    /// What is typed to sign in, such as an e-mail address
    name: String,
    /// What others see. Default: the name
    #[arg(long, value_name = "TEXT")]
    display: Option<String>,
    /// File with the password, at least 12 characters. Default: asked for at a terminal, or the first line of standard input
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// There is such a person: give it this password, and take its second factor off
    #[arg(long)]
    reset: bool,
}

impl Console {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let client = self.reach.client(settings)?;
        match &self.command {
            Command::Owner(owner) => owner.run(&client).await,
        }
    }
}

impl Owner {
    async fn run(&self, client: &Client) -> Ended {
        let password = self.password()?;
        let page = format!("{}/console", client.shown().trim_end_matches('/').trim_end_matches("/api/v1"));
        if self.reset {
            let id = self.id(client).await?;
            let body = json!({"password": password.expose()});
            client.change(Method::POST, &["people", &id, "password"], Some(&body)).await?;
            client.change(Method::DELETE, &["people", &id, "totp"], None).await?;
            note(&format!("{} has a new password, to be changed at the next sign-in: {page}", self.name));
            return Ok(ExitCode::Done);
        }
        let body = json!({
            "name": self.name, "display": self.display.as_deref().unwrap_or_default(), "role": "owner",
            "password": password.expose(), "must_change": false,
        });
        client.change(Method::POST, &["people"], Some(&body)).await.map_err(|stop| {
            let known = stop.message.starts_with("there is a person");
            let advice = if known { "; for another password write --reset" } else { "" };
            Stop { message: format!("{}{advice}", stop.message), ..stop }
        })?;
        note(&format!("{} may sign in: {page}", self.name));
        Ok(ExitCode::Done)
    }

    /// The person of that name.
    async fn id(&self, client: &Client) -> Result<String, Stop> {
        let told = client.get(&["people"], &[]).await?;
        let wished = self.name.to_lowercase();
        let mut people = told["people"].as_array().into_iter().flatten();
        let found = people.find(|person| person["name"] == wished).and_then(|person| person["id"].as_str());
        let message = || format!("there is no person {}; without --reset one is made", self.name);
        found.map(str::to_owned).ok_or_else(|| Stop::invalid(message()))
    }

    fn password(&self) -> Result<Secret, Stop> {
        if let Some(file) = &self.password_file {
            let text = std::fs::read_to_string(file).map_err(|error| {
                Stop::missing(format!("the password in {} cannot be read: {error}", file.display()))
            })?;
            return Ok(Secret::new(text.trim_end_matches(['\r', '\n'])));
        }
        let unreadable = |error: std::io::Error| Stop::missing(format!("no password can be read: {error}"));
        if std::io::stdin().is_terminal() {
            let first = rpassword::prompt_password("Password: ").map_err(unreadable)?;
            let second = rpassword::prompt_password("Once more: ").map_err(unreadable)?;
            if first != second {
                return Err(Stop::invalid("the two are not the same; nothing was done".to_owned()));
            }
            return Ok(Secret::new(first));
        }
        let mut text = String::new();
        std::io::stdin().take(LONGEST).read_to_string(&mut text).map_err(unreadable)?;
        let line = text.lines().next().unwrap_or_default();
        if line.is_empty() {
            let advice =
                "no password: type it at a terminal, write it to standard input, or name a file with --password-file";
            return Err(Stop::new(ExitCode::Usage, advice));
        }
        Ok(Secret::new(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_file_may_end_with_a_line_break() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "four words in a row\r\n").unwrap();
        let owner = Owner { name: "ada".to_owned(), display: None, password_file: Some(file), reset: false };
        assert_eq!(owner.password().unwrap().expose(), "four words in a row");
        let none = Owner { password_file: Some(folder.path().join("none")), ..owner };
        assert!(none.password().unwrap_err().message.contains("cannot be read"));
    }
}
