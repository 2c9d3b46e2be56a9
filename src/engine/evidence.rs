//! What is kept of an attempt: a folder with the trace, pictures and, on failure, the masked page.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::browser::Picture;
use crate::contract::{EvidencePolicy, EvidenceRef, StepStatus, TraceFile};

use super::evidence_rules::PersonalData;
use super::people::People;
use super::private_file::{private_folder, write_private};

/// The file that says what was done. A folder that has one is evidence.
pub(super) const TRACE: &str = "trace.json";

/// The most bytes that are kept of one attempt, besides its trace.
const MOST_BYTES: usize = 50 * 1024 * 1024;

/// The evidence folder of one attempt. Created at the first file, so that a job without evidence leaves none.
#[derive(Debug)]
pub(super) struct Evidence {
    root: PathBuf,
    folder: String,
    every_step: bool,
    people: People,
    files: Vec<String>,
    bytes: usize,
    /// Pictures by their bytes: a page that did not change is kept once.
    pictures: HashMap<Vec<u8>, String>,
    /// Why something could not be written; the job goes on without it.
    problem: Option<String>,
}

impl Evidence {
    /// A folder below `root`; nothing is written yet. `None` when the policy is `never`.
    pub(super) fn new(root: &Path, folder: String, policy: EvidencePolicy, people: People) -> Option<Self> {
        let every_step = match policy {
            EvidencePolicy::Never => return None,
            EvidencePolicy::OnFailure => false,
            EvidencePolicy::Always => true,
        };
        Some(Self {
            root: root.to_owned(),
            folder,
            every_step,
            people,
            files: Vec::new(),
            bytes: 0,
            pictures: HashMap::new(),
            problem: None,
        })
    }

    /// Whether a step that ended like this gets a picture.
    pub(super) fn wants_picture(&self, status: StepStatus) -> bool {
        self.people.personal() != PersonalData::Drop && (self.every_step || status == StepStatus::Failed)
    }

    /// Whose names are kept out of it.
    pub(super) fn people(&self) -> &People {
        &self.people
    }

    /// Whether anything is kept of an attempt that went well.
    pub(super) fn always(&self) -> bool {
        self.every_step
    }

    /// Keeps a picture and returns its file name.
    pub(super) fn picture(&mut self, picture: &Picture) -> Option<String> {
        if let Some(name) = self.pictures.get(&picture.bytes) {
            return Some(name.clone());
        }
        let name = self.write(format!("{:03}.{}", self.pictures.len() + 1, picture.format), &picture.bytes)?;
        self.pictures.insert(picture.bytes.clone(), name.clone());
        Some(name)
    }

    /// Keeps a file and returns its name; `None` when it cannot be written.
    pub(super) fn write(&mut self, name: String, bytes: &[u8]) -> Option<String> {
        let folder = self.root.join(&self.folder);
        if name != TRACE && self.bytes + bytes.len() > MOST_BYTES {
            let problem = format!("more than {} MiB of evidence; {name} was left out", MOST_BYTES / 1024 / 1024);
            self.problem.get_or_insert(problem);
            return None;
        }
        let written = private_folder(&folder).and_then(|()| write_private(&folder.join(&name), bytes));
        match written {
            Ok(()) => {
                self.bytes += bytes.len();
                self.files.push(name.clone());
                Some(name)
            }
            Err(error) => {
                self.problem = Some(format!("evidence could not be written to {}: {error}", folder.display()));
                None
            }
        }
    }

    /// Writes the trace and returns what a result says of the folder; `None` when it is empty.
    pub(super) fn finish(mut self, trace: &TraceFile) -> (Option<EvidenceRef>, Option<String>) {
        let json = serde_json::to_value(trace).and_then(|mut value| {
            self.people.clean(&mut value);
            serde_json::to_vec_pretty(&value)
        });
        match json {
            Ok(json) => _ = self.write(TRACE.to_owned(), &json),
            Err(error) => self.problem = Some(format!("the trace could not be written: {error}")),
        }
        let reference = (!self.files.is_empty()).then_some(EvidenceRef { folder: self.folder, files: self.files });
        (reference, self.problem)
    }
}
