//! What is kept of an attempt: a folder with the trace, pictures and, on failure, the masked page.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::browser::Picture;
use crate::contract::{EvidencePolicy, EvidenceRef, StepStatus, TraceFile};

/// The evidence folder of one attempt. Created at the first file, so that a job without evidence leaves none.
#[derive(Debug)]
pub(super) struct Evidence {
    root: PathBuf,
    folder: String,
    every_step: bool,
    files: Vec<String>,
    /// Pictures by their bytes: a page that did not change is kept once.
    pictures: HashMap<Vec<u8>, String>,
    /// Why something could not be written; the job goes on without it.
    problem: Option<String>,
}

impl Evidence {
    /// A folder below `root`; nothing is written yet. `None` when the policy is `never`.
    pub(super) fn new(root: &Path, folder: String, policy: EvidencePolicy) -> Option<Self> {
        let every_step = match policy {
            EvidencePolicy::Never => return None,
            EvidencePolicy::OnFailure => false,
            EvidencePolicy::Always => true,
        };
        Some(Self {
            root: root.to_owned(),
            folder,
            every_step,
            files: Vec::new(),
            pictures: HashMap::new(),
            problem: None,
        })
    }

    /// Whether a step that ended like this gets a picture.
    pub(super) fn wants_picture(&self, status: StepStatus) -> bool {
        self.every_step || status == StepStatus::Failed
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
        let written = private_folder(&folder).and_then(|()| std::fs::write(folder.join(&name), bytes));
        match written {
            Ok(()) => {
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
        match serde_json::to_vec_pretty(trace) {
            Ok(json) => _ = self.write("trace.json".to_owned(), &json),
            Err(error) => self.problem = Some(format!("the trace could not be written: {error}")),
        }
        let reference = (!self.files.is_empty()).then_some(EvidenceRef { folder: self.folder, files: self.files });
        (reference, self.problem)
    }
}

/// Creates a folder that only its owner can read: evidence shows people's names.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}
