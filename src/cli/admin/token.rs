//! `idlcm admin token`: what identity providers get in with.

use clap::{Args, Subcommand};
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::contract::{Duration, IntegrationId};

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::{line, note};
use super::super::settings::duration;
use super::super::stop::{Ended, Stop};
use super::client::Client;
use super::table::{cell, items, table, time};

/// Make, list and revoke the tokens of an integration's identity provider
#[derive(Debug, Args)]
pub(super) struct Token {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a token and print it with the SCIM base URL. It is shown this once; two live at most
    Create {
        /// The integration
        id: IntegrationId,
        /// How long it is good, such as 90d. Default: until it is revoked
        #[arg(long, value_parser = duration, value_name = "TIME")]
        expires: Option<Duration>,
        /// How it is printed
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// List the tokens of an integration, without the tokens
    List {
        /// The integration
        id: IntegrationId,
        /// How they are printed
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Make a token worthless, at once
    Revoke {
        /// The integration
        id: IntegrationId,
        /// The token's id, as `token list` shows it
        token_id: Uuid,
    },
}

impl Token {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        match &self.command {
            Command::Create { id, expires, format } => create(client, id, *expires, *format).await,
            Command::List { id, format } => list(client, id, *format).await,
            Command::Revoke { id, token_id } => revoke(client, id, *token_id).await,
        }
    }
}

async fn create(client: &Client, id: &IntegrationId, expires: Option<Duration>, format: Format) -> Ended {
    // First what may fail: a token that was made and not shown would be lost.
    let scim_url = client.of(id, &[]).await?["scim_url"].clone();
    let life = json!({"expires_in": expires});
    let new = client.change(Method::POST, &["integrations", id.as_str(), "tokens"], Some(&life)).await;
    let mut new = new.map_err(|stop| match stop.code {
        ExitCode::Failed => Stop {
            message: format!("{}; see idlcm admin show {id} and idlcm admin token list {id}", stop.message),
            ..stop
        },
        _ => stop,
    })?;
    if format == Format::Json {
        new["scim_url"] = scim_url;
        line(&new.to_string())?;
        return Ok(ExitCode::Done);
    }
    let address = cell(&scim_url);
    line(&format!("SCIM base URL: {address}"))?;
    line(&format!("token: {}", cell(&new["token"])))?;
    if address.starts_with('/') {
        note(
            "the gateway does not know the address that identity providers use: put it in front, or start the gateway with --public-url",
        );
    }
    let until =
        if new["expires"].is_null() { String::new() } else { format!(" It is good until {}.", time(&new["expires"])) };
    note(&format!(
        "Enter both at the identity provider now: the token is not shown again.{until}\nIts id, for revoking it: {}",
        cell(&new["id"])
    ));
    Ok(ExitCode::Done)
}

async fn list(client: &Client, id: &IntegrationId, format: Format) -> Ended {
    let answer = client.of(id, &["tokens"]).await?;
    let tokens = items(&answer, "tokens");
    if format == Format::Json {
        tokens.iter().try_for_each(|token| line(&token.to_string()))?;
        return Ok(ExitCode::Done);
    }
    let mut table = table(["token id", "live", "created", "expires", "revoked"]);
    for token in tokens {
        let live = if token["live"] == true { "yes" } else { "no" };
        table.add_row([
            cell(&token["id"]),
            live.to_owned(),
            time(&token["created"]),
            time(&token["expires"]),
            time(&token["revoked"]),
        ]);
    }
    line(&table.to_string())?;
    Ok(ExitCode::Done)
}

async fn revoke(client: &Client, id: &IntegrationId, token: Uuid) -> Ended {
    let path = token.to_string();
    client.change(Method::DELETE, &["integrations", id.as_str(), "tokens", &path], None).await?;
    note(&format!("the token {token} of {id} opens nothing any more"));
    Ok(ExitCode::Done)
}
