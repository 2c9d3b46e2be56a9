//! The identity provider through which people sign in to the console of a gateway.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::gateway::people::{Provider, Registration};
use crate::secrets;

use super::exit_code::ExitCode;
use super::stop::Stop;

/// How people sign in to the console through their identity provider.
#[derive(Debug, Args)]
pub(super) struct PeoplesProvider {
    /// The identity provider (`OpenID` Connect) through which people sign in to the console, as it writes its issuer. Default:
    /// none; people sign in with passwords
    #[arg(long, env = "IDLCM_OIDC_ISSUER", value_name = "URL", requires_all = ["oidc_client_id", "console_url"])]
    oidc_issuer: Option<String>,
    /// The client id that the identity provider gave the console
    #[arg(long, env = "IDLCM_OIDC_CLIENT_ID", value_name = "ID")]
    oidc_client_id: Option<String>,
    /// File with the client secret. Default: none, for a public client
    #[arg(long, env = "IDLCM_OIDC_CLIENT_SECRET_FILE", value_name = "FILE")]
    oidc_client_secret_file: Option<PathBuf>,
    /// What people call the identity provider: the button says "Sign in with TEXT". Default: the issuer's host
    #[arg(long, env = "IDLCM_OIDC_NAME", value_name = "TEXT")]
    oidc_name: Option<String>,
    /// The address under which people see the console, such as <https://idlcm.acme.example>; the identity provider sends them
    /// back to /console/sign-in/provider/back below it
    #[arg(long, env = "IDLCM_CONSOLE_URL", value_name = "URL")]
    console_url: Option<String>,
}

impl PeoplesProvider {
    /// The provider, if there is one. Nothing is asked yet.
    ///
    /// # Errors
    /// When an option is of no use, or the secret cannot be read.
    pub(super) fn provider(&self) -> Result<Option<Arc<Provider>>, Stop> {
        let (Some(issuer), Some(client_id), Some(console_url)) =
            (&self.oidc_issuer, &self.oidc_client_id, &self.console_url)
        else {
            return Ok(None);
        };
        let secret = self.oidc_client_secret_file.as_deref().map(secrets::from_file).transpose();
        let registration = Registration {
            issuer: issuer.clone(),
            client_id: client_id.clone(),
            secret: secret.map_err(|error| Stop::missing(format!("--oidc-client-secret-file: {error}")))?,
            name: self.oidc_name.clone(),
            console_url: console_url.clone(),
        };
        let provider = Provider::new(registration).map_err(|error| Stop::new(ExitCode::Usage, error.to_string()))?;
        tracing::info!(provider = provider.name(), back = provider.back(), "people may sign in through it");
        Ok(Some(Arc::new(provider)))
    }
}
