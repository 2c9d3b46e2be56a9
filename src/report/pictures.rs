//! The pictures of an evidence folder, as text for a page.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::contract::{StepStatus, TraceFile};

/// The most bytes that all pictures of a page may have as text, so that the page stays under 10 MB.
const MAX_BYTES: u64 = 9_500_000;

/// Pictures by file name, as data URIs, with what had to stay out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pictures {
    pub(super) by_name: BTreeMap<String, String>,
    /// The number of pictures left out so that the page stays small.
    pub(super) left_out: usize,
    /// The number of pictures that the trace names and the folder does not have.
    pub(super) missing: usize,
}

impl Pictures {
    /// Reads the pictures that a trace names, those of failed steps first, then warnings, then the others.
    pub(super) fn read(dir: &Path, trace: &TraceFile) -> Self {
        let mut named: Vec<(u8, &str, u64)> = Vec::new();
        for step in trace.results.iter().flat_map(|result| &result.steps) {
            let Some(name) = &step.picture else { continue };
            let rank = match step.status {
                StepStatus::Failed => 0,
                StepStatus::Warning => 1,
                StepStatus::Ok | StepStatus::Skipped => 2,
            };
            match named.iter_mut().find(|(_, known, _)| known == name) {
                Some((known, _, shown)) => {
                    *known = rank.min(*known);
                    *shown += 1;
                }
                None => named.push((rank, name, 1)),
            }
        }
        named.sort_by_key(|(rank, ..)| *rank);
        let mut pictures = Self::default();
        let mut used: u64 = 0;
        for (_, name, shown) in named {
            let path = dir.join(name);
            // A trace is data: it does not choose files outside its folder.
            let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
            let (Some(kind), true, Ok(meta)) = (media_type(name), inside, fs::metadata(&path)) else {
                pictures.missing += 1;
                continue;
            };
            // Each step that shows it holds it once more.
            let size = meta.len().div_ceil(3).saturating_mul(4).saturating_mul(shown);
            if used.saturating_add(size) > MAX_BYTES {
                pictures.left_out += 1;
                continue;
            }
            let Ok(bytes) = fs::read(&path) else {
                pictures.missing += 1;
                continue;
            };
            used += size;
            pictures.by_name.insert(name.to_owned(), format!("data:{kind};base64,{}", STANDARD.encode(bytes)));
        }
        pictures
    }
}

fn media_type(name: &str) -> Option<&'static str> {
    match Path::new(name).extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "png" => Some("image/png"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}
