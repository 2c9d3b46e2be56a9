//! A person's answer to what is asked about a job that ended uncertain.

use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::life::{Refused, start};
use crate::contract::{Action, IntegrationId};
use crate::gateway::office::Office;
use crate::gateway::provisioning::{count_as_done, question, wish_again};
use crate::gateway::store::StoreError;
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::integrations::{self, Stage};
use crate::gateway::store::job_list::{self, Answered};

/// What a person has seen in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It was done.
    Done,
    /// It was not: it is to be wished again.
    NotDone,
    /// Nobody has looked: a sync is to.
    LookAgain,
}

impl Answer {
    /// The word in the table and in the activity log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NotDone => "not_done",
            Self::LookAgain => "look_again",
        }
    }
}

/// What follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follows {
    /// It is noted, and whether it counts as seen; if not, the next sync tells.
    Noted(bool),
    /// This job does it once more. `None`: there was nothing left to do.
    SentAgain(Option<Uuid>),
    /// This sync looks; the question stays open until it has seen what was asked.
    Looking(Uuid),
}

/// An answer cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// There is no such job of that integration.
    #[error("there is no job {0}")]
    Unknown(Uuid),
    /// Nobody is asked about it: what it did is known.
    #[error("nothing is asked about job {0}: what it did is known")]
    NotAsked(Uuid),
    /// Somebody was quicker.
    #[error("{} answered `{}` already{}", by(.0), .0.answer, at(.0))]
    Answered(Answered),
    /// The integration is not that far, or too far.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl From<StoreError> for NotTaken {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

fn by(answered: &Answered) -> &str {
    answered.by.as_deref().unwrap_or("somebody")
}

fn at(answered: &Answered) -> String {
    answered.at.map(|at| format!(", at {at:.0}")).unwrap_or_default()
}

/// Takes an answer, and does what follows from it.
///
/// # Errors
/// When nothing is asked about that job, when somebody has answered, when the integration is archived or its recipe is not
/// sound, or when the database fails.
pub async fn answer(
    office: &Office,
    id: &IntegrationId,
    job: Uuid,
    answer: Answer,
    actor: &str,
) -> Result<Follows, NotTaken> {
    let mut writing = office.database.write(id).await?;
    let row = integrations::by_id(&mut writing, id).await?.ok_or_else(|| Refused::Unknown(id.to_string()))?;
    let listed = job_list::by_id(&mut writing, job).await?.filter(|listed| listed.row.job.integration == *id);
    let listed = listed.ok_or(NotTaken::Unknown(job))?;
    if let Some(answered) = listed.answer {
        return Err(NotTaken::Answered(answered));
    }
    if !question::is_open(&listed) {
        return Err(NotTaken::NotAsked(job));
    }
    if row.stage == Stage::Archived {
        return Err(Refused::NotNow(format!("{id} is archived")).into());
    }
    let app = office.apps.of(&row).map_err(Refused::from)?;
    let mut detail = json!({"job": job});
    let follows = match answer {
        Answer::Done => {
            let counted = count_as_done(&mut writing, &app, &listed.row).await?;
            detail["counts_as_seen"] = json!(counted);
            Follows::Noted(counted)
        }
        Answer::NotDone => {
            let again = wish_again(&mut writing, &app, &listed.row).await?;
            detail["sent_again_as"] = json!(again);
            Follows::SentAgain(again)
        }
        Answer::LookAgain => {
            // It has a transaction of its own, and stays when the note below fails: a sync does no harm.
            drop(writing);
            let sync = Box::pin(start(office, id, Action::Sync, actor)).await?;
            detail["sync"] = json!(sync);
            writing = office.database.write(id).await?;
            Follows::Looking(sync)
        }
    };
    if answer != Answer::LookAgain {
        job_list::answer(&mut writing, job, answer.name(), actor).await?;
    }
    let target = listed.subject.as_deref().unwrap_or(id.as_str());
    let note = Note { actor, event: "job.answer", target, outcome: answer.name(), detail };
    activity::note(&mut writing, id, note).await?;
    writing.commit().await?;
    office.to_send.notify_one();
    office.told();
    Ok(follows)
}
