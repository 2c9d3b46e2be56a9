//! The identity provider of the console's people: `OpenID` Connect, the authorization code flow with PKCE. What it says
//! of itself and its keys are asked when they are needed, and kept for an hour.

use std::error::Error;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, JsonWebKeySet, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError,
    TokenResponse as _,
};
use serde_json::Value;
use url::Url;

use super::provider_http::{Http, HttpError, is_safe};
use crate::secrets::Secret;

/// How long what a provider says of itself is believed.
const KEPT: Duration = Duration::from_hours(1);
/// Where a person comes back to, below the console's address.
const BACK: &str = "/console/sign-in/provider/back";
/// The signatures that are taken: of keys that the provider alone has.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// How the gateway is known to an identity provider.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The issuer, exactly as the provider writes it.
    pub issuer: String,
    /// The client id.
    pub client_id: String,
    /// The client's secret. None: a public client.
    pub secret: Option<Secret>,
    /// What people call the provider. None: the host of the issuer.
    pub name: Option<String>,
    /// The address under which people see the console.
    pub console_url: String,
}

/// A provider that cannot be used as it was given.
#[derive(Debug, thiserror::Error)]
pub enum NotAProvider {
    /// The issuer is none.
    #[error("--oidc-issuer: {0}; write the issuer as the provider shows it, such as https://acme.okta.com")]
    Issuer(String),
    /// The console's address is none.
    #[error("--console-url: {0}; write the address of the console in a browser, such as https://idlcm.acme.example")]
    Console(String),
    /// There can be no connections.
    #[error("the identity provider cannot be asked: {0}; are the certificates of this system in place?")]
    Tls(#[from] HttpError),
}

/// What the provider answered cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or not as a provider does.
    #[error(
        "the identity provider cannot be reached: {0}; try again later, or sign in with a password if you have one"
    )]
    Down(String),
    /// It does not know the code, or the gateway.
    #[error(
        "the identity provider refused this sign-in: {0}; begin again, and if it stays so, tell your administrator"
    )]
    Refused(String),
    /// What it says is not to be trusted.
    #[error("what the identity provider sent is not to be trusted: {0}; begin again, and tell your administrator")]
    Untrusted(String),
}

/// A question to the provider, for which the browser goes there.
#[derive(Debug)]
pub(super) struct Question {
    /// Where to.
    pub(super) url: Url,
    /// What comes back with the answer.
    pub(super) state: Secret,
    /// What comes back in the ID token.
    pub(super) nonce: Secret,
    /// What the code is exchanged with.
    pub(super) verifier: Secret,
}

/// Who somebody is, as the provider has proved.
#[derive(Debug)]
pub(super) struct Proved {
    /// The issuer, a space, and the subject.
    pub(super) subject: String,
    /// The e-mail address, where it is verified.
    pub(super) email: Option<String>,
    /// When the person gave its password, or what it uses there; none if the provider does not say.
    pub(super) authenticated: Option<Timestamp>,
}

/// An identity provider.
#[derive(Debug)]
pub struct Provider {
    name: String,
    issuer: IssuerUrl,
    client_id: ClientId,
    secret: Option<Secret>,
    back: RedirectUrl,
    http: Http,
    known: RwLock<Option<Known>>,
}

/// What the provider says of itself, with its keys.
#[derive(Debug, Clone)]
struct Known {
    metadata: Arc<CoreProviderMetadata>,
    since: Instant,
}

impl Provider {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// When an address is none, or not encrypted beyond this machine.
    pub fn new(registration: Registration) -> Result<Self, NotAProvider> {
        let issuer = address(&registration.issuer).map_err(NotAProvider::Issuer)?;
        let console = address(&registration.console_url).map_err(NotAProvider::Console)?;
        let console = console.as_str().trim_end_matches('/').trim_end_matches("/console");
        let back = RedirectUrl::new(format!("{console}{BACK}"));
        Ok(Self {
            name: registration.name.unwrap_or_else(|| issuer.host_str().unwrap_or_default().to_owned()),
            http: Http::new(&issuer)?,
            issuer: IssuerUrl::new(registration.issuer).map_err(|error| NotAProvider::Issuer(error.to_string()))?,
            client_id: ClientId::new(registration.client_id),
            secret: registration.secret,
            back: back.map_err(|error| NotAProvider::Console(error.to_string()))?,
            known: RwLock::new(None),
        })
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it sends people back to.
    pub fn back(&self) -> &str {
        self.back.as_str()
    }

    /// Asks who somebody is. `anew`: even if it knows, it is to ask for the password.
    pub(super) async fn question(&self, anew: bool) -> Result<Question, ProviderError> {
        let metadata = self.known().await?;
        let client = self.client(&metadata);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut request = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random);
        for scope in ["email", "profile"] {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        if anew {
            request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
        }
        let (url, state, nonce) = request.set_pkce_challenge(challenge).url();
        if !is_safe(&url) {
            return Err(down(&HttpError::Plain(metadata.authorization_endpoint().to_string())));
        }
        Ok(Question {
            url,
            state: Secret::new(state.into_secret()),
            nonce: Secret::new(nonce.secret().clone()),
            verifier: Secret::new(verifier.into_secret()),
        })
    }

    /// Exchanges the code that came back, and checks what it is exchanged for: issuer, audience, signature, times, nonce.
    pub(super) async fn answer(&self, code: &str, nonce: &Secret, verifier: &Secret) -> Result<Proved, ProviderError> {
        let metadata = self.known().await?;
        let client = self.client(&metadata);
        let exchange = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| ProviderError::Down("it names no token endpoint".to_owned()))?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.expose().to_owned()));
        let told: CoreTokenResponse = exchange.request_async(&self.http).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(told) => ProviderError::Refused(told.to_string()),
            RequestTokenError::Request(error) => down(&error),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                ProviderError::Refused("it sent no tokens".to_owned())
            }
        })?;
        let token = told.id_token().ok_or_else(|| ProviderError::Untrusted("there is no ID token".to_owned()))?;
        let nonce = Nonce::new(nonce.expose().to_owned());
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNATURES);
        let claims = match token.claims(&verifier, &nonce) {
            // It may have new keys.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey
                | SignatureVerificationError::AmbiguousKeyId(_)
                | SignatureVerificationError::CryptoError(_),
            )) => {
                let client = self.client(&*self.with_new_keys(&metadata).await?);
                let verifier = client.id_token_verifier().set_allowed_algs(SIGNATURES);
                token.claims(&verifier, &nonce)
            }
            other => other,
        };
        let claims = claims.map_err(|error| ProviderError::Untrusted(chain(&error)))?;
        let believed = match claims.email_verified() {
            Some(proved) => proved,
            None => self.is_entra() && domain_is_verified(&token.to_string()),
        };
        let mut email = claims.email().filter(|_| believed).map(|email| email.to_string());
        if claims.email_verified().is_none() && email.is_none() {
            // Some say it only there.
            email = self.asked_email(&client, &told, claims.subject()).await;
        }
        Ok(Proved {
            subject: format!("{} {}", self.issuer.as_str(), claims.subject().as_str()),
            email,
            authenticated: claims.auth_time().and_then(|time| Timestamp::from_second(time.timestamp()).ok()),
        })
    }

    /// The verified e-mail address of the userinfo endpoint, if there is one.
    async fn asked_email(
        &self,
        client: &Client,
        told: &CoreTokenResponse,
        subject: &openidconnect::SubjectIdentifier,
    ) -> Option<String> {
        let request = client.user_info(told.access_token().clone(), Some(subject.clone())).ok()?;
        match request.request_async(&self.http).await {
            Ok(info) => {
                let info: CoreUserInfoClaims = info;
                info.email().filter(|_| info.email_verified() == Some(true)).map(|email| email.to_string())
            }
            Err(error) => {
                tracing::warn!(error = chain(&error), "the identity provider does not tell an e-mail address");
                None
            }
        }
    }

    /// Microsoft's say `xms_edov` instead of `email_verified`.
    fn is_entra(&self) -> bool {
        let host = self.issuer.url().host_str().unwrap_or_default();
        ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"].contains(&host)
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Client {
        let secret = self.secret.as_ref().map(|secret| ClientSecret::new(secret.expose().to_owned()));
        let client = CoreClient::from_provider_metadata(metadata.clone(), self.client_id.clone(), secret);
        // Basic authentication is what a provider does that says nothing.
        let in_body = metadata.token_endpoint_auth_methods_supported().is_some_and(|methods| {
            !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        });
        let client = if in_body { client.set_auth_type(AuthType::RequestBody) } else { client };
        client.set_redirect_uri(self.back.clone())
    }

    /// What it says of itself; asked if it was not asked within the hour.
    async fn known(&self) -> Result<Arc<CoreProviderMetadata>, ProviderError> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = known.filter(|known| known.since.elapsed() < KEPT) {
            return Ok(known.metadata);
        }
        let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http).await;
        let metadata = Arc::new(metadata.map_err(undiscovered)?);
        self.keep(Known { metadata: Arc::clone(&metadata), since: Instant::now() });
        Ok(metadata)
    }

    async fn with_new_keys(&self, old: &CoreProviderMetadata) -> Result<Arc<CoreProviderMetadata>, ProviderError> {
        let keys = JsonWebKeySet::fetch_async(old.jwks_uri(), &self.http).await.map_err(undiscovered)?;
        let metadata = Arc::new(old.clone().set_jwks(keys));
        let since = self.known.read().unwrap_or_else(PoisonError::into_inner).as_ref().map(|known| known.since);
        self.keep(Known { metadata: Arc::clone(&metadata), since: since.unwrap_or_else(Instant::now) });
        Ok(metadata)
    }

    fn keep(&self, known: Known) {
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(known);
    }
}

fn address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    if !is_safe(&url) {
        return Err(format!("{text} is not https://"));
    }
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        return Err("it holds more than a host and a path".to_owned());
    }
    Ok(url)
}

/// Whether Entra says that the domain of the e-mail address belongs to the person's organization. The token was verified.
fn domain_is_verified(token: &str) -> bool {
    let payload = token.split('.').nth(1).and_then(|payload| URL_SAFE_NO_PAD.decode(payload).ok());
    let claims: Value = payload.and_then(|payload| serde_json::from_slice(&payload).ok()).unwrap_or_default();
    matches!(&claims["xms_edov"], Value::Bool(true)) || claims["xms_edov"] == "1" || claims["xms_edov"] == 1
}

fn undiscovered(error: DiscoveryError<HttpError>) -> ProviderError {
    match error {
        DiscoveryError::Request(error) => down(&error),
        other => ProviderError::Down(chain(&other)),
    }
}

fn down(error: &HttpError) -> ProviderError {
    ProviderError::Down(error.to_string())
}

/// An error with what lies below it.
fn chain(error: &dyn Error) -> String {
    let (mut text, mut below) = (error.to_string(), error.source());
    while let Some(cause) = below {
        text = format!("{text}: {cause}");
        below = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registered(issuer: &str, console_url: &str) -> Result<Provider, NotAProvider> {
        Provider::new(Registration {
            issuer: issuer.to_owned(),
            client_id: "console".to_owned(),
            secret: None,
            name: None,
            console_url: console_url.to_owned(),
        })
    }

    #[test]
    fn people_come_back_to_the_console_and_nothing_goes_out_in_the_open() {
        for console in
            ["https://idlcm.acme.example", "https://idlcm.acme.example/", "https://idlcm.acme.example/console/"]
        {
            let provider = registered("https://acme.okta.com", console).unwrap();
            assert_eq!(provider.name(), "acme.okta.com");
            assert_eq!(provider.back(), "https://idlcm.acme.example/console/sign-in/provider/back");
        }
        for issuer in
            ["http://acme.okta.com", "acme.okta.com", "https://acme.okta.com?x=1", "https://a:b@acme.okta.com"]
        {
            let error = registered(issuer, "https://idlcm.acme.example").unwrap_err().to_string();
            assert!(error.starts_with("--oidc-issuer: "), "{error}");
        }
        let error = registered("https://acme.okta.com", "http://idlcm.acme.example").unwrap_err().to_string();
        assert!(error.starts_with("--console-url: "), "{error}");
    }

    #[test]
    fn entra_says_in_its_own_word_that_an_address_is_verified() {
        let token = |claims: &str| format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims));
        assert!(
            domain_is_verified(&token(r#"{"xms_edov": true}"#)) && domain_is_verified(&token(r#"{"xms_edov": "1"}"#))
        );
        assert!(
            !domain_is_verified(&token(r#"{"xms_edov": false}"#))
                && !domain_is_verified(&token(r#"{"xms_edov": "0"}"#))
        );
        assert!(!domain_is_verified(&token("{}")) && !domain_is_verified("nothing"));
        let entra = |issuer: &str| registered(issuer, "https://idlcm.acme.example").unwrap().is_entra();
        assert!(
            entra("https://login.microsoftonline.com/7/v2.0")
                && !entra("https://login.microsoftonline.com.evil.example")
        );
    }
}
