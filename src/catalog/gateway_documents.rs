//! The integrations that a gateway keeps, asked for over HTTP by a worker.

use std::path::{Path, PathBuf};

use reqwest::header::{AUTHORIZATION, ETAG, HeaderValue, IF_NONE_MATCH};
use reqwest::{Method, Response, StatusCode};
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use super::gateway_address::{GatewayAddress, authorization, cause};
use super::gateway_error::GatewayError;

/// The most bytes of an answer.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// A gateway's integrations, as they were told last.
#[derive(Debug)]
pub struct GatewayDocuments {
    gateway: GatewayAddress,
    /// Where its integrations are.
    address: Url,
    /// Read again for each question, so that it can be rotated under a running worker.
    token_file: PathBuf,
    etag: Option<HeaderValue>,
    documents: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Answer {
    integrations: Vec<Kept>,
}

#[derive(Deserialize)]
struct Kept {
    id: String,
    document: Value,
}

impl GatewayDocuments {
    /// Of the gateway at that address, entered with the token in that file. Nothing is asked yet.
    ///
    /// # Errors
    /// When it is not such an address, or when it is `http://` beyond this machine and `insecure` is not set.
    pub fn new(address: &str, token_file: &Path, insecure: bool) -> Result<Self, GatewayError> {
        let gateway = GatewayAddress::new(address, insecure)?;
        let address = gateway.below(&["integrations", "documents"]);
        Ok(Self { gateway, address, token_file: token_file.to_owned(), etag: None, documents: Vec::new() })
    }

    /// The integrations as the gateway told them last, as [`super::Catalog::with_integrations`] takes them; none before it was
    /// asked.
    pub fn documents(&self) -> &[(String, String)] {
        &self.documents
    }

    /// Where is asked.
    pub fn address(&self) -> &str {
        self.address.as_str()
    }

    /// Asks the gateway; whether its integrations are other ones than before. May be given up at any time.
    ///
    /// # Errors
    /// When it does not tell. What it told before stays.
    pub async fn ask(&mut self) -> Result<bool, GatewayError> {
        let mut request = self.gateway.request(Method::GET, self.address.clone());
        request = request.header(AUTHORIZATION, authorization(&self.token_file)?);
        if let Some(etag) = &self.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        let response = request.send().await.map_err(|error| self.unreachable(&error))?;
        let status = response.status();
        match status {
            StatusCode::NOT_MODIFIED if self.etag.is_some() => return Ok(false),
            StatusCode::OK => {}
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                let path = self.token_file.clone();
                return Err(GatewayError::Refused { address: self.address.to_string(), status, path });
            }
            _ => return Err(GatewayError::Status { address: self.address.to_string(), status }),
        }
        let etag = response.headers().get(ETAG).cloned();
        let answer = self.read(response).await?;
        let named = |kept: Kept| (format!("{} of the gateway", kept.id), format!("{:#}", kept.document));
        let documents: Vec<(String, String)> = answer.integrations.into_iter().map(named).collect();
        let changed = documents != self.documents;
        self.etag = etag;
        self.documents = documents;
        Ok(changed)
    }

    async fn read(&self, mut response: Response) -> Result<Answer, GatewayError> {
        let unreadable = |reason: String| GatewayError::Unreadable { address: self.address.to_string(), reason };
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|error| self.unreachable(&error))? {
            body.extend_from_slice(&part);
            if body.len() > MOST_BYTES {
                return Err(unreadable(format!("it has more than {MOST_BYTES} bytes")));
            }
        }
        serde_json::from_slice(&body).map_err(|error| unreadable(error.to_string()))
    }

    fn unreachable(&self, error: &reqwest::Error) -> GatewayError {
        GatewayError::Unreachable { address: self.address.to_string(), reason: cause(error) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_token_that_is_none_is_told_and_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        let mut documents = GatewayDocuments::new("http://127.0.0.1:1", &path, false).unwrap();
        let error = documents.ask().await.unwrap_err();
        assert!(matches!(error, GatewayError::Token(_)), "{error}");
        std::fs::write(&path, "s3cret\ntoken").unwrap();
        let error = documents.ask().await.unwrap_err();
        assert!(
            matches!(error, GatewayError::NotAToken { .. }) && !format!("{error:?}").contains("s3cret"),
            "{error:?}"
        );
        std::fs::write(&path, "s3cret-token\n").unwrap();
        let error = documents.ask().await.unwrap_err();
        assert!(error.to_string().starts_with("no gateway answers at http://127.0.0.1:1/api"), "{error}");
        assert!(!format!("{error:?} {documents:?}").contains("s3cret"), "{error:?}");
    }
}
