//! Who is signed in.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;
use sqlx::AnyConnection;

use crate::gateway::integration::hash;
use crate::gateway::office::Office;
use crate::gateway::store::StoreError;
use crate::gateway::store::activity::{self, Log, Note};
use crate::gateway::store::people::{self, PersonRow};
use crate::gateway::store::sessions::{self, SessionRow};
use crate::secrets::Secret;

/// What every session's token begins with.
const PREFIX: &str = "idlcm-session.";
/// A session ends when it was not used for so long.
const IDLE: Duration = Duration::from_hours(2);
/// And after so long in any case.
const LONGEST: Duration = Duration::from_hours(12);
/// How long a password that was just given again counts, for what is not to be done by whoever finds a desk unlocked.
pub const FRESH: Duration = Duration::from_mins(5);
/// How often is noted that a session is used.
const NOTED: Duration = Duration::from_mins(1);

/// A person with a session.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub person: PersonRow,
    /// In which session.
    pub session: SessionRow,
}

impl Signed {
    /// Whether the password was given within the last minutes ([`FRESH`]).
    pub fn is_fresh(&self) -> bool {
        Timestamp::now().duration_since(self.session.confirmed).unsigned_abs() < FRESH
    }
}

/// A new token, and its session in the table. `confirmed`: when the person gave its password.
pub(super) async fn begin(
    db: &mut AnyConnection,
    person: &PersonRow,
    confirmed: Timestamp,
) -> Result<Secret, StoreError> {
    let token = Secret::new(format!("{PREFIX}{}", crate::gateway::integration::random()));
    sessions::sweep(db, Timestamp::now() - LONGEST).await?;
    sessions::insert(db, &hash(token.expose()), person.id, confirmed).await?;
    Ok(token)
}

/// Who has that token; nobody if the session has ended, or the person may not sign in any more.
///
/// # Errors
/// When the database fails.
pub async fn by_token(office: &Office, token: &str) -> Result<Option<Signed>, StoreError> {
    if !token.starts_with(PREFIX) {
        return Ok(None);
    }
    let mut db = office.database.read().await?;
    let Some(session) = sessions::by_hash(&mut db, &hash(token)).await? else { return Ok(None) };
    let since = |then: Timestamp| Timestamp::now().duration_since(then).unsigned_abs();
    if since(session.seen) > IDLE || since(session.created) > LONGEST {
        return Ok(None);
    }
    let person = people::by_id(&mut db, session.person).await?.filter(|person| person.active);
    drop(db);
    if person.is_some() && since(session.seen) > NOTED {
        let mut writing = office.database.write_any().await?;
        sessions::seen(&mut writing, &session.hash).await?;
        writing.commit().await?;
    }
    Ok(person.map(|person| Signed { person, session }))
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(office: &Office, signed: &Signed) -> Result<(), StoreError> {
    let mut writing = office.database.write_any().await?;
    sessions::end(&mut writing, &signed.session.hash).await?;
    let note = Note {
        actor: &signed.person.name,
        event: "session.end",
        target: &signed.person.name,
        outcome: "done",
        detail: json!({}),
    };
    activity::note(&mut writing, Log::House, note).await?;
    writing.commit().await
}
