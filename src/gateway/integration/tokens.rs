//! Tokens are made, two live at most, and shown once.

use jiff::Timestamp;
use serde_json::json;
use sqlx::AnyConnection;
use uuid::Uuid;

use super::bearer::Bearer;
use super::life::Refused;
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::integrations::{IntegrationRow, Stage};
use crate::gateway::store::tokens::{self, TokenRow};

/// How many may live at once: the old one and the new one, while the identity provider changes over.
const LIVE: usize = 2;

/// A token, the only time that it is shown.
#[derive(Debug)]
pub struct NewToken {
    /// Its id, for revoking it.
    pub id: Uuid,
    /// The token.
    pub bearer: Bearer,
}

/// Makes a token for an integration.
///
/// # Errors
/// When two live already, when the integration is a draft or archived, or when the database fails.
pub async fn issue(
    db: &mut AnyConnection,
    integration: &IntegrationRow,
    expires: Option<Timestamp>,
    actor: &str,
) -> Result<NewToken, Refused> {
    if matches!(integration.stage, Stage::Archived | Stage::Draft) {
        let advice = "test it first";
        return Err(Refused::NotNow(format!("{} is {}; {advice}", integration.id, integration.stage.name())));
    }
    let live = tokens::of(db, &integration.id).await?.into_iter().filter(TokenRow::is_live).count();
    if live >= LIVE {
        let message = format!("{} has {LIVE} live tokens; revoke one first", integration.id);
        return Err(Refused::NotNow(message));
    }
    let bearer = Bearer::new(&integration.public_id);
    let id = Uuid::now_v7();
    let row = TokenRow {
        id,
        integration: integration.id.clone(),
        hash: bearer.hash(),
        created: Timestamp::now(),
        expires,
        revoked: None,
    };
    tokens::insert(db, &row).await?;
    let detail = json!({"token": id, "expires": expires});
    let note = Note { actor, event: "token.create", target: integration.id.as_str(), outcome: "done", detail };
    activity::note(db, &integration.id, note).await?;
    Ok(NewToken { id, bearer })
}
