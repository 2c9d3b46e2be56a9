//! The evidence of a job as a page, where the folder that a worker has filled is on this machine.

use std::path::{Component, Path as FilePath, PathBuf};

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use uuid::Uuid;

use super::door::Administrator;
use super::failure::Failure;
use super::integrations::known;
use crate::contract::JobResult;
use crate::gateway::store::jobs;
use crate::report;

/// What the page may do: nothing but look like it looks. It shows texts of an app that is not ours.
const POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
                      frame-ancestors 'self'";

/// The report of the last attempt of which there is evidence.
pub(super) async fn report(admin: Administrator, Path((id, job)): Path<(String, Uuid)>) -> Result<Response, Failure> {
    let integration = known(&admin, &id).await?;
    let mut db = admin.office.database.read().await?;
    let row = jobs::by_id(&mut db, job).await?.filter(|row| row.job.integration == integration.id);
    if row.is_none() {
        return Err(Failure::unknown(format!("job {job}")));
    }
    let (_, result) = jobs::report(&mut db, job).await?;
    drop(db);
    let nothing = |why: String| Failure::new(StatusCode::NOT_FOUND, why);
    let result: JobResult = result
        .and_then(|result| serde_json::from_value(result).ok())
        .ok_or_else(|| nothing(format!("job {job} has no result yet, or ended before results were kept")))?;
    let Some(evidence) = result.evidence.last() else {
        return Err(nothing(format!("no evidence was kept of job {job}: mostly it is kept of what fails")));
    };
    let folder = evidence.folder.clone();
    let Some(root) = admin.office.settings.evidence.clone() else {
        return Err(nothing(kept_elsewhere(&result, &folder)));
    };
    let named = folder.clone();
    let looked = tokio::task::spawn_blocking(move || inside(&root, &named).map(|found| report::render(&found)));
    match looked.await.map_err(|error| Failure::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))? {
        None => Err(nothing(kept_elsewhere(&result, &folder))),
        Some(Err(error)) => Err(nothing(format!("the evidence of job {job} cannot be shown: {error}"))),
        Some(Ok(page)) => {
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CONTENT_SECURITY_POLICY, POLICY),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (header::CACHE_CONTROL, "private, no-store"),
            ];
            Ok((headers, page).into_response())
        }
    }
}

fn kept_elsewhere(result: &JobResult, folder: &str) -> String {
    let worker = &result.worker.id;
    format!(
        "the evidence is not on this machine: it is kept by the worker {worker} in {folder}, below its folder --evidence, unless it was \
         too old and removed; share that folder, and name it to the gateway with --evidence"
    )
}

/// The folder below the root, if it is one: its name comes from a message, and chooses nothing outside. Neither does a link in
/// it, which whoever may write there could have made.
fn inside(root: &FilePath, folder: &str) -> Option<PathBuf> {
    let named = FilePath::new(folder);
    let plain = named.components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || named.components().next().is_none() {
        return None;
    }
    let root = root.canonicalize().ok()?;
    let found = root.join(named);
    // A path without links is its own canonical form.
    if found.canonicalize().ok()? != found || !found.is_dir() {
        return None;
    }
    has_no_links(&found).then_some(found)
}

fn has_no_links(folder: &FilePath) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.into_iter().all(|entry| {
        let kind = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)));
        kind.is_ok_and(|(path, kind)| kind.is_file() || (kind.is_dir() && has_no_links(&path)))
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::inside;

    #[test]
    fn a_name_chooses_nothing_outside_of_the_root_and_neither_does_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("evidence");
        fs::create_dir_all(root.join("acme/1")).unwrap();
        fs::create_dir_all(root.join("acme/2")).unwrap();
        fs::create_dir_all(folder.path().join("elsewhere")).unwrap();
        fs::write(folder.path().join("elsewhere/trace.json"), "{}").unwrap();
        symlink(folder.path().join("elsewhere"), root.join("acme/3")).unwrap();
        symlink(folder.path().join("elsewhere/trace.json"), root.join("acme/2/trace.json")).unwrap();
        let absolute = folder.path().join("elsewhere").display().to_string();
        assert_eq!(inside(&root, "acme/1"), Some(root.join("acme/1")));
        for wrong in ["", ".", "..", "acme/../../elsewhere", "/etc", &absolute, "acme/2", "acme/3", "acme/4"] {
            assert_eq!(inside(&root, wrong), None, "{wrong}");
        }
    }
}
