//! How far a job has come (`idlcm.progress/1`): told while it runs, to whoever asked to watch. Never a value of a user, and
//! never a secret; what is lost of it is lost.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::IntegrationId;

/// The version that messages about progress name in `schema`. It is also their AMQP `type`.
pub const PROGRESS_SCHEMA: &str = "idlcm.progress/1";

/// What a sender wants to be told while its job runs. It is told only where results of the job have an address of their own
/// (`reply_to`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Watch {
    /// Only how it ends.
    #[default]
    Nothing,
    /// Its steps, in words and numbers.
    Steps,
    /// Its steps, and pictures of the app, masked as those of evidence. A worker that keeps personal data out of evidence, or
    /// a recipe that wants none, sends no pictures.
    Pictures,
}

impl Watch {
    /// Whether nothing is told.
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

/// What an attempt at a job is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProgressPhase {
    /// A worker has begun the attempt.
    Started,
    /// A browser is opened, or it is looked whether one that is open is still logged in.
    Session,
    /// The service account logs in.
    Login,
    /// It is logged in.
    LoggedIn,
    /// A list is read, or one entry is looked for.
    Reading,
    /// The steps of an action are done; nothing is changed yet.
    Steps,
    /// The act that changes the app is about to be sent.
    Commit,
    /// It was sent, and the app's answer is waited for.
    Outcome,
    /// It is read back what became of it.
    Verify,
    /// The attempt is over. Another one may follow; the job ends with its result.
    Ended,
}

impl ProgressPhase {
    /// The name in messages and in the gateway's table: `logged_in`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Session => "session",
            Self::Login => "login",
            Self::LoggedIn => "logged_in",
            Self::Reading => "reading",
            Self::Steps => "steps",
            Self::Commit => "commit",
            Self::Outcome => "outcome",
            Self::Verify => "verify",
            Self::Ended => "ended",
        }
    }
}

/// One message about a job that runs. By job, attempt and number the same one twice is one; numbers may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
// Fields: the keys of a message.
pub struct JobProgress {
    /// `idlcm.progress/1`.
    pub schema: String,
    /// The job's id.
    pub job_id: Uuid,
    /// The job's integration.
    pub integration: IntegrationId,
    /// Which attempt, from 1.
    pub attempt: u32,
    /// The place of this message in the attempt, from 1.
    pub number: u32,
    /// When it was so.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// What the attempt is about.
    pub phase: ProgressPhase,
    /// The same for a person, in a sentence. It names screens, views and actions of the recipe, nobody's data.
    pub text: String,
    /// Of a list: the number of the page that was read, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u64>,
    /// Of a list: how many pages there are, as far as the app's own number of entries tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u64>,
    /// Of a list: how many entries were read so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<u64>,
    /// Of a list: how many entries there are, as the app states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    /// A picture of the app: JPEG or PNG in base64, at most 200 kB before that. A larger one is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

impl JobProgress {
    /// The first bytes of a picture of one of the two kinds.
    const KINDS: [(&'static [u8], &'static str); 2] =
        [(&[0xff, 0xd8, 0xff], "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png")];

    /// The media type of a picture, by its first bytes; `None` for what is neither JPEG nor PNG.
    pub fn picture_type(bytes: &[u8]) -> Option<&'static str> {
        Self::KINDS.iter().find(|(begins, _)| bytes.starts_with(begins)).map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phase_is_named_as_it_is_written() {
        use ProgressPhase::{Commit, Ended, LoggedIn, Login, Outcome, Reading, Session, Started, Steps, Verify};
        for phase in [Started, Session, Login, LoggedIn, Reading, Steps, Commit, Outcome, Verify, Ended] {
            assert_eq!(serde_json::to_value(phase).unwrap(), phase.name());
        }
    }

    #[test]
    fn pictures_are_told_by_their_first_bytes() {
        assert_eq!(JobProgress::picture_type(&[0xff, 0xd8, 0xff, 0xe0]), Some("image/jpeg"));
        assert_eq!(JobProgress::picture_type(b"\x89PNG\r\n\x1a\nrest"), Some("image/png"));
        assert_eq!(JobProgress::picture_type(b"<svg>"), None);
        assert_eq!(JobProgress::picture_type(b""), None);
    }
}
