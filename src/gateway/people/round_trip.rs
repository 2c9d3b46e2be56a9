//! Signing in through the identity provider: the browser goes there and comes back. Nobody is made by it: whoever comes
//! back has to be there already, and to have no password here.

use jiff::Timestamp;
use serde_json::json;
use sqlx::AnyConnection;

use super::provider::{Proved, Provider, ProviderError};
use super::session::{self, Signed};
use crate::gateway::integration::{equal, hash, random};
use crate::gateway::office::Office;
use crate::gateway::store::activity::{self, Log, Note};
use crate::gateway::store::people::{self, PersonRow};
use crate::gateway::store::round_trips::{self, RoundTrip};
use crate::gateway::store::{StoreError, sessions};
use crate::secrets::Secret;

/// How far the clocks of the gateway and the provider may be apart.
const APART_SECONDS: i64 = 60;

/// Nobody is let in.
#[derive(Debug, thiserror::Error)]
pub enum NotLetIn {
    /// There is no provider.
    #[error("no identity provider is set up here; start the gateway with --oidc-issuer, or sign in with a password")]
    NoProvider,
    /// Too many go there at once.
    #[error("too many sign-ins are under way; wait ten minutes and try again")]
    Crowded,
    /// The provider does not do its part.
    #[error(transparent)]
    Provider(#[from] ProviderError),
    /// Not begun here, or too long ago, or used before.
    #[error("this sign-in was used before, was begun more than ten minutes ago or in another browser; begin again")]
    Stale,
    /// The provider does not prove an e-mail address.
    #[error(
        "the identity provider does not say that your e-mail address is verified; ask its administrator for the claim \
         email_verified"
    )]
    Unverified,
    /// There is no such person.
    #[error("nobody here has your e-mail address; ask an owner of this console to add you")]
    Unknown,
    /// The person may not sign in.
    #[error("your account here is disabled; ask an owner of this console")]
    Disabled,
    /// The person has a password.
    #[error("you sign in with a password here, not through the identity provider")]
    Password,
    /// The person is bound to another account there.
    #[error(
        "another account of the identity provider belongs to this person already, or it was just changed; ask an owner \
         of this console"
    )]
    Bound,
    /// Somebody else came back than the one who is to confirm.
    #[error("this is another account than the one that you are signed in with; sign out first")]
    SomebodyElse,
    /// The provider did not ask anew.
    #[error("the identity provider did not ask you to sign in again; sign out there and try again")]
    NotAnew,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl NotLetIn {
    /// As the activity log says it.
    fn reason(&self) -> &'static str {
        match self {
            Self::NoProvider => "no_provider",
            Self::Crowded => "crowded",
            Self::Provider(ProviderError::Down(_)) => "provider_down",
            Self::Provider(ProviderError::Refused(_)) => "provider_refused",
            Self::Provider(ProviderError::Untrusted(_)) => "not_trusted",
            Self::Stale => "stale",
            Self::Unverified => "email_not_verified",
            Self::Unknown => "unknown",
            Self::Disabled => "disabled",
            Self::Password => "has_password",
            Self::Bound => "bound_to_another",
            Self::SomebodyElse => "somebody_else",
            Self::NotAnew => "not_asked_anew",
            Self::Store(_) => "database",
        }
    }
}

/// A way to the provider.
#[derive(Debug)]
pub struct Begun {
    /// Where the browser goes.
    pub url: String,
    /// What the browser keeps until it comes back, so that nobody else comes back in its place.
    pub browser: Secret,
}

/// What a browser comes back with.
#[derive(Debug)]
pub struct Return {
    /// What it was sent with.
    pub state: String,
    /// What is exchanged for the proof; none where the provider said no.
    pub code: Option<String>,
    /// Why the provider said no.
    pub error: Option<String>,
    /// What it kept.
    pub browser: Secret,
}

/// Somebody came back, and was let in.
#[derive(Debug)]
pub enum Arrived {
    /// With a new session.
    In {
        /// Its token, to be given once.
        token: Secret,
        /// Who.
        person: PersonRow,
        /// The page that was wished for.
        next: String,
    },
    /// The session that there was is confirmed.
    Confirmed {
        /// The page that was wished for.
        next: String,
    },
}

/// Sends a browser to the provider. `confirm`: whoever is signed in proves it again.
///
/// # Errors
/// When there is no provider, it is down, or the database fails.
pub async fn set_out(office: &Office, next: &str, confirm: Option<&Signed>) -> Result<Begun, NotLetIn> {
    let provider = office.settings.provider.as_ref().ok_or(NotLetIn::NoProvider)?;
    if confirm.is_some_and(|signed| signed.person.password.is_some()) {
        return Err(NotLetIn::Password);
    }
    let question = provider.question(confirm.is_some()).await?;
    let browser = Secret::new(random());
    let trip = RoundTrip {
        browser: hash(browser.expose()),
        nonce: question.nonce,
        verifier: question.verifier,
        session: confirm.map(|signed| signed.session.hash.clone()),
        next: next.chars().take(2000).collect(),
        created: Timestamp::now(),
    };
    let mut writing = office.database.write_any().await?;
    if !round_trips::insert(&mut writing, &hash(question.state.expose()), &trip).await? {
        return Err(NotLetIn::Crowded);
    }
    writing.commit().await?;
    Ok(Begun { url: question.url.into(), browser })
}

/// Somebody comes back. Every end of it is in the activity log.
///
/// # Errors
/// When it is not let in, or the database fails.
pub async fn come_back(office: &Office, given: Return) -> Result<Arrived, NotLetIn> {
    let mut who = None;
    let arrived = arrive(office, given, &mut who).await;
    if let Err(refused) = &arrived
        && !matches!(refused, NotLetIn::Store(_))
    {
        tracing::warn!(error = %refused, "a sign-in through the identity provider is refused");
        let name = who.as_deref().unwrap_or("(nobody)");
        let mut writing = office.database.write_any().await?;
        note(&mut writing, name, "session.begin", Some(refused)).await?;
        writing.commit().await?;
    }
    arrived
}

/// `who`: set as soon as it is known which person it is about.
async fn arrive(office: &Office, given: Return, who: &mut Option<String>) -> Result<Arrived, NotLetIn> {
    let provider = office.settings.provider.as_ref().ok_or(NotLetIn::NoProvider)?;
    let mut writing = office.database.write_any().await?;
    let trip = round_trips::take(&mut writing, &hash(&given.state)).await?;
    writing.commit().await?;
    let trip = trip.filter(|trip| equal(&trip.browser, &hash(given.browser.expose()))).ok_or(NotLetIn::Stale)?;
    let Some(code) = given.code.filter(|_| given.error.is_none()) else {
        let error: String = given.error.unwrap_or_default().chars().filter(|c| !c.is_control()).take(100).collect();
        return Err(ProviderError::Refused(error).into());
    };
    let proved = provider.answer(&code, &trip.nonce, &trip.verifier).await?;
    match trip.session.clone() {
        Some(session) => confirm(office, proved, trip, &session, who).await,
        None => enter(office, provider, proved, trip, who).await,
    }
}

/// Begins a session.
async fn enter(
    office: &Office,
    provider: &Provider,
    proved: Proved,
    trip: RoundTrip,
    who: &mut Option<String>,
) -> Result<Arrived, NotLetIn> {
    let mut writing = office.database.write_any().await?;
    let known = people::by_subject(&mut writing, &proved.subject).await?;
    let first = known.is_none();
    let mut person = match known {
        Some(person) => person,
        None => by_email(&mut writing, proved.email.as_deref()).await?,
    };
    *who = Some(person.name.clone());
    let refused = match &person {
        person if !person.active => Some(NotLetIn::Disabled),
        person if person.password.is_some() => Some(NotLetIn::Password),
        person if first && person.subject.is_some() => Some(NotLetIn::Bound),
        _ => None,
    };
    if let Some(refused) = refused {
        return Err(refused);
    }
    if first {
        person.subject = Some(proved.subject);
        if !people::update(&mut writing, &person).await? {
            return Err(NotLetIn::Bound);
        }
        let detail = json!({"provider": provider.name()});
        let (actor, target) = (person.name.as_str(), person.name.as_str());
        let bound = Note { actor, event: "person.bind", target, outcome: "done", detail };
        activity::note(&mut writing, Log::House, bound).await?;
    }
    people::signed_in(&mut writing, person.id, None).await?;
    // Whoever is let in without having been asked for anything has confirmed nothing.
    let confirmed = proved.authenticated.unwrap_or(Timestamp::UNIX_EPOCH).min(Timestamp::now());
    let token = session::begin(&mut writing, &person, confirmed).await?;
    note(&mut writing, &person.name, "session.begin", None).await?;
    writing.commit().await?;
    Ok(Arrived::In { token, person, next: trip.next })
}

/// The person with that e-mail address. Letters beyond ASCII are compared as they are: some of them become others in lower
/// case.
async fn by_email(db: &mut AnyConnection, email: Option<&str>) -> Result<PersonRow, NotLetIn> {
    let email = email.ok_or(NotLetIn::Unverified)?;
    people::by_name(db, &email.to_ascii_lowercase()).await?.ok_or(NotLetIn::Unknown)
}

/// Confirms a session: the one who is in it has just proved it again.
async fn confirm(
    office: &Office,
    proved: Proved,
    trip: RoundTrip,
    session: &str,
    who: &mut Option<String>,
) -> Result<Arrived, NotLetIn> {
    let mut writing = office.database.write_any().await?;
    let session = sessions::by_hash(&mut writing, session).await?.ok_or(NotLetIn::Stale)?;
    let person = people::by_id(&mut writing, session.person).await?.ok_or(NotLetIn::Stale)?;
    *who = Some(person.name.clone());
    if !person.active {
        return Err(NotLetIn::Disabled);
    }
    if person.password.is_some() || person.subject.as_ref() != Some(&proved.subject) {
        return Err(NotLetIn::SomebodyElse);
    }
    let begun = trip.created.as_second() - APART_SECONDS;
    if proved.authenticated.is_some_and(|time| time.as_second() < begun) {
        return Err(NotLetIn::NotAnew);
    }
    sessions::confirmed(&mut writing, &session.hash).await?;
    note(&mut writing, &person.name, "session.confirm", None).await?;
    writing.commit().await?;
    Ok(Arrived::Confirmed { next: trip.next })
}

async fn note(db: &mut AnyConnection, name: &str, event: &str, refused: Option<&NotLetIn>) -> Result<(), StoreError> {
    let mut detail = json!({"with": "identity_provider"});
    if let Some(refused) = refused {
        detail["reason"] = refused.reason().into();
    }
    let outcome = if refused.is_some() { "refused" } else { "done" };
    activity::note(db, Log::House, Note { actor: name, event, target: name, outcome, detail }).await
}
