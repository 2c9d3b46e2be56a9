//! Signing in: with a password, and a one-time code where the person wants one. Wrong ones make the next one wait.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::life::{Refused, folded};
use super::password::{hash, matches, slowly, strong};
use super::session::{self, Signed};
use crate::gateway::office::Office;
use crate::gateway::store::activity::{self, Log, Note};
use crate::gateway::store::people::{self, PersonRow};
use crate::gateway::store::{StoreError, refusals, sessions};
use crate::secrets::{STEP_SECONDS, Secret, one_time_code};

/// What a person types.
#[derive(Debug)]
pub struct Credentials {
    /// Its name, in any case.
    pub name: String,
    /// Its password.
    pub password: Secret,
    /// Its one-time code.
    pub code: Option<String>,
}

/// Nobody is signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// Name, password or code is wrong. Not told which.
    #[error("name or password is wrong")]
    Wrong,
    /// The password is right; the code is missing, wrong, or was used before.
    #[error("type the six digits that your authenticator app shows now; each code is used once")]
    Code,
    /// There were several wrong ones in a row.
    #[error("too many wrong tries; wait {0} s and try again")]
    Wait(u64),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How long the next try has to wait after so many wrong ones: not after three, then 2 s, 4 s, 8 s … and 15 min at most.
/// Nobody is locked out for good.
fn wait_ms(failures: i64) -> i64 {
    let doublings = u32::try_from((failures - 3).clamp(0, 10)).unwrap_or_default();
    if doublings == 0 { 0 } else { (1000_i64 << doublings).min(15 * 60 * 1000) }
}

/// Signs a person in; the token of the session, to be given once.
///
/// # Errors
/// When name, password or code is wrong, when it has to wait, or when the database fails.
pub async fn sign_in(office: &Office, given: Credentials) -> Result<(Secret, PersonRow), NotSignedIn> {
    let (person, step) = prove(office, given).await?;
    let token = enter(office, &person, step).await?;
    Ok((token, person))
}

async fn enter(office: &Office, person: &PersonRow, step: Option<i64>) -> Result<Secret, NotSignedIn> {
    let mut writing = office.database.write_any().await?;
    if !people::signed_in(&mut writing, person.id, step).await? {
        return Err(NotSignedIn::Code);
    }
    let token = session::begin(&mut writing, person, Timestamp::now()).await?;
    let name = person.name.as_str();
    let note = Note {
        actor: name,
        event: "session.begin",
        target: name,
        outcome: "done",
        detail: json!({"with": "password"}),
    };
    activity::note(&mut writing, Log::House, note).await?;
    writing.commit().await?;
    Ok(token)
}

/// A person gives its password again, for what asks for it.
///
/// # Errors
/// As [`sign_in`].
pub async fn confirm(office: &Office, signed: &Signed, given: Credentials) -> Result<(), NotSignedIn> {
    let given = Credentials { name: signed.person.name.clone(), ..given };
    let (person, step) = prove(office, given).await?;
    let mut writing = office.database.write_any().await?;
    if !people::signed_in(&mut writing, person.id, step).await? {
        return Err(NotSignedIn::Code);
    }
    sessions::confirmed(&mut writing, &signed.session.hash).await?;
    Ok(writing.commit().await?)
}

/// The person who knows the password and, if it has one, a code of its second factor, with the code's time step.
async fn prove(office: &Office, given: Credentials) -> Result<(PersonRow, Option<i64>), NotSignedIn> {
    let name = folded(&given.name);
    if name.is_empty() || name.len() > 200 {
        return Err(NotSignedIn::Wrong);
    }
    let mut writing = office.database.write_any().await?;
    if let Err(wait) = refusals::begin(&mut writing, &name, wait_ms).await? {
        return Err(NotSignedIn::Wait(u64::try_from(wait / 1000 + 1).unwrap_or(1)));
    }
    writing.commit().await?;
    let mut db = office.database.read().await?;
    let person = people::by_name(&mut db, &name).await?;
    drop(db);
    let known = person.as_ref().filter(|person| person.active).and_then(|person| person.password.clone());
    let right = slowly(move || matches(&given.password, known.as_ref())).await;
    let Some(person) = person.filter(|_| right == Some(true)) else {
        refused(office, &name).await?;
        return Err(NotSignedIn::Wrong);
    };
    let mut step = None;
    if let Some(seed) = &person.totp {
        let Some(found) = given.code.as_deref().and_then(|code| step_of(seed, code, person.totp_step)) else {
            // A code that was not asked for yet is no wrong one.
            if given.code.as_deref().is_none_or(str::is_empty) {
                let mut writing = office.database.write_any().await?;
                refusals::forget(&mut writing, &name).await?;
                writing.commit().await?;
            } else {
                refused(office, &name).await?;
            }
            return Err(NotSignedIn::Code);
        };
        step = Some(found);
    }
    let mut writing = office.database.write_any().await?;
    refusals::forget(&mut writing, &name).await?;
    writing.commit().await?;
    Ok((person, step))
}

/// Notes a wrong try. The name is what somebody typed, which may be a password in the wrong field: it is told only where
/// there is such a person.
async fn refused(office: &Office, name: &str) -> Result<(), StoreError> {
    let mut writing = office.database.write_any().await?;
    let known = people::by_name(&mut writing, name).await?.is_some();
    let target = if known { name } else { "(nobody)" };
    let note = Note { actor: target, event: "session.begin", target, outcome: "refused", detail: json!({}) };
    activity::note(&mut writing, Log::House, note).await?;
    writing.commit().await
}

/// The time step whose code this is: now, or one to either side (RFC 6238, section 5.2), later than the last used one.
fn step_of(seed: &Secret, code: &str, last: i64) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let now = Timestamp::now().as_second() / i64::try_from(STEP_SECONDS).ok()?;
    (now - 1..=now + 1).filter(|step| *step > last).find(|step| {
        let expected = u64::try_from(*step).ok().and_then(|step| one_time_code(seed, step));
        expected.is_some_and(|expected| crate::gateway::integration::equal(expected.expose(), &code))
    })
}

/// A person chooses another password; its other sessions end.
///
/// # Errors
/// When the new one is weak or the old one wrong, or the database fails.
pub async fn set_own_password(office: &Office, signed: &Signed, old: Secret, new: Secret) -> Result<(), Refused> {
    strong(&new, &signed.person.name)?;
    if old.expose() == new.expose() {
        return Err(Refused::NotNow("the new password is the old one; choose another one".to_owned()));
    }
    let known = signed.person.password.clone();
    let (right, hashed) = slowly(move || (matches(&old, known.as_ref()), hash(&new))).await.unwrap_or_default();
    let hashed = hashed.filter(|_| right).ok_or_else(|| Refused::NotNow("the old password is wrong".to_owned()))?;
    write(office, signed.person.id, "person.password", &signed.person.name, |person| {
        person.password = Some(hashed.clone());
        person.must_change = false;
    })
    .await?;
    let mut writing = office.database.write_any().await?;
    sessions::end_all(&mut writing, signed.person.id, Some(&signed.session.hash)).await?;
    Ok(writing.commit().await?)
}

/// A person wants one-time codes, and proves with the first one that its app makes them; or wants none any more.
///
/// # Errors
/// When the code is wrong, or the database fails.
pub async fn set_second_factor(office: &Office, signed: &Signed, seed: Option<(Secret, &str)>) -> Result<(), Refused> {
    let name = signed.person.name.as_str();
    let Some((seed, code)) = seed else {
        return write(office, signed.person.id, "person.totp.off", name, |person| person.totp = None).await;
    };
    let step = step_of(&seed, code, 0)
        .ok_or_else(|| Refused::NotNow("the code is wrong; type the six digits that the app shows now".to_owned()))?;
    write(office, signed.person.id, "person.totp.on", name, |person| {
        person.totp = Some(seed.clone());
        person.totp_step = step;
    })
    .await
}

async fn write(
    office: &Office,
    id: Uuid,
    event: &str,
    actor: &str,
    change: impl Fn(&mut PersonRow),
) -> Result<(), Refused> {
    let mut writing = office.database.write_any().await?;
    let mut person = people::by_id(&mut writing, id).await?.ok_or_else(|| Refused::Unknown(id.to_string()))?;
    change(&mut person);
    if !people::update(&mut writing, &person).await? {
        return Err(Refused::Changed);
    }
    let note = Note { actor, event, target: &person.name, outcome: "done", detail: json!({}) };
    activity::note(&mut writing, Log::House, note).await?;
    Ok(writing.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fourth_wrong_try_makes_the_next_one_wait_and_no_wait_is_for_good() {
        assert_eq!((1..=6).map(wait_ms).collect::<Vec<_>>(), [0, 0, 0, 2000, 4000, 8000]);
        assert_eq!((wait_ms(13), wait_ms(1_000_000)), (900_000, 900_000));
    }

    #[test]
    fn a_code_is_good_for_its_step_and_its_neighbours_and_once() {
        let seed = Secret::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let now = Timestamp::now().as_second() / 30;
        let code = one_time_code(&seed, u64::try_from(now).unwrap()).unwrap();
        assert!(step_of(&seed, code.expose(), 0).is_some());
        assert!(step_of(&seed, code.expose(), now + 1).is_none());
        assert!(step_of(&seed, "", 0).is_none());
    }
}
