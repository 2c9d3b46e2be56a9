//! Requests to the management API of a gateway, and what their answers mean for a person.

use std::path::PathBuf;

use clap::Args;
use reqwest::header::AUTHORIZATION;
use reqwest::{Method, StatusCode};
use serde_json::Value;
use url::Url;

use crate::catalog::{GatewayAddress, GatewayError, authorization, cause};
use crate::contract::IntegrationId;

use super::super::exit_code::ExitCode;
use super::super::print::plain;
use super::super::settings::Settings;
use super::super::stop::Stop;

/// The most characters that are shown of an answer that says nothing in the form of the API.
const SHOWN: usize = 200;

/// Which gateway, and who asks.
#[derive(Debug, Args)]
pub(in crate::cli) struct Reach {
    /// Where the gateway is managed: its --manage-listen, or what stands in front of it
    #[arg(
        long,
        env = "IDLCM_MANAGE_URL",
        default_value = "http://127.0.0.1:8181",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    gateway: String,
    /// File with the administrator's token, as the gateway made it
    #[arg(
        long,
        env = "IDLCM_ADMIN_TOKEN_FILE",
        default_value = "data/admin-token",
        global = true,
        value_name = "FILE"
    )]
    admin_token_file: PathBuf,
}

impl Reach {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// When the address cannot be used.
    pub(in crate::cli) fn client(&self, settings: &Settings) -> Result<Client, Stop> {
        let address = GatewayAddress::new(&self.gateway, settings.insecure).map_err(|error| {
            let code = if matches!(error, GatewayError::Tls { .. }) { ExitCode::Missing } else { ExitCode::Usage };
            Stop::new(code, error.to_string())
        })?;
        Ok(Client { address, token_file: self.admin_token_file.clone() })
    }
}

/// A gateway that is asked as its administrator.
#[derive(Debug)]
pub(in crate::cli) struct Client {
    address: GatewayAddress,
    token_file: PathBuf,
}

impl Client {
    /// Asks for something about an integration.
    ///
    /// # Errors
    /// When the gateway does not tell; every message says what to do next.
    pub(super) async fn of(&self, id: &IntegrationId, parts: &[&str]) -> Result<Value, Stop> {
        self.get(&[&["integrations", id.as_str()], parts].concat(), &[]).await
    }

    /// Asks for something, or for a part of it.
    ///
    /// # Errors
    /// As [`Client::of`].
    pub(in crate::cli) async fn get(&self, parts: &[&str], part: &[(&str, String)]) -> Result<Value, Stop> {
        let mut url = self.address.below(parts);
        if !part.is_empty() {
            url.query_pairs_mut().extend_pairs(part);
        }
        self.send(Method::GET, url, None).await
    }

    /// Takes a step with an integration.
    ///
    /// # Errors
    /// As [`Client::of`], and when it cannot be taken.
    pub(super) async fn step(&self, id: &IntegrationId, step: &str) -> Result<Value, Stop> {
        self.change(Method::POST, &["integrations", id.as_str(), step], None).await
    }

    /// Changes something.
    ///
    /// # Errors
    /// As [`Client::of`], and when it cannot be changed so.
    pub(in crate::cli) async fn change(
        &self,
        method: Method,
        parts: &[&str],
        body: Option<&Value>,
    ) -> Result<Value, Stop> {
        self.send(method, self.address.below(parts), body).await
    }

    /// The address, for messages.
    pub(in crate::cli) fn shown(&self) -> String {
        self.address.shown().to_string()
    }

    async fn send(&self, method: Method, url: Url, body: Option<&Value>) -> Result<Value, Stop> {
        let token = authorization(&self.token_file).map_err(|error| {
            Stop::missing(format!(
                "{error}; `idlcm gateway` and `idlcm serve` write the administrator's token to the file admin-token in \
                 their folder --data: name it with --admin-token-file"
            ))
        })?;
        let mut request = self.address.request(method, url).header(AUTHORIZATION, token);
        if let Some(body) = body {
            request = request.json(body);
        }
        let unreachable = |error: reqwest::Error| {
            Stop::missing(format!(
                "no gateway answers at {}: {}; is it running, and is --gateway the address where it is managed \
                 (--manage-listen)?",
                self.address.shown(),
                cause(&error)
            ))
        };
        let response = request.send().await.map_err(unreachable)?;
        let status = response.status();
        let body = response.bytes().await.map_err(unreachable)?;
        if !status.is_success() {
            return Err(self.refused(status, &body));
        }
        serde_json::from_slice(&body).map_err(|error| {
            Stop::missing(format!(
                "the answer of {} cannot be read: {error}; is this the management of an idlcm gateway, of a neighbouring \
                 version?",
                self.address.shown()
            ))
        })
    }

    /// Why something cannot be done, in the gateway's own words where it has some.
    fn refused(&self, status: StatusCode, body: &[u8]) -> Stop {
        let told: Option<Value> = serde_json::from_slice(body).ok();
        let told = told.as_ref().and_then(|body| body.get("error")).and_then(Value::as_str);
        // A message may have several lines, such as all problems of a file.
        let told = told.map(|text| text.lines().map(plain).collect::<Vec<_>>().join("\n"));
        let shown = self.address.shown();
        match (status, told) {
            (StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _) => Stop::missing(format!(
                "the gateway at {shown} refuses the token in {} ({status}); name the file with its administrator's token \
                 with --admin-token-file",
                self.token_file.display()
            )),
            (StatusCode::NOT_FOUND, Some(told)) if told.starts_with("there is no integration") => {
                Stop::invalid(format!("{told}; `idlcm admin list` shows those that there are"))
            }
            (StatusCode::NOT_FOUND, Some(told)) if told == "there is nothing here" => Stop::missing(format!(
                "{told}: {shown}; is --gateway the address where an idlcm gateway is managed, of a neighbouring version?"
            )),
            (StatusCode::NOT_FOUND | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST, Some(told)) => {
                Stop::invalid(told)
            }
            (StatusCode::CONFLICT, Some(told)) => Stop::new(ExitCode::Failed, told),
            (_, Some(told)) => Stop::missing(format!("{told} ({status}); see the log of the gateway at {shown}")),
            (_, None) => {
                let text: String = String::from_utf8_lossy(body).chars().take(SHOWN).collect();
                Stop::missing(format!(
                    "{shown} answers with {status}: {}; is --gateway the address where an idlcm gateway is managed?",
                    plain(text.trim())
                ))
            }
        }
    }
}
