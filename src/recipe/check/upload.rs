//! Files that a recipe brings along, and one-time passwords.

use std::path::{Component, Path, PathBuf};

use super::Checker;
use super::scope::Scope;
use crate::recipe::position::Span;
use crate::recipe::source::{LocatorSource, SecretSource, UploadSource};
use crate::recipe::step::StepVerb;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn upload(&self, source: &UploadSource, scope: &Scope) -> Option<StepVerb> {
        let (into, file) = (self.locator(&source.into, scope), self.own_file(&source.file));
        Some(StepVerb::Upload { into: into?, file: file? })
    }

    /// A file of the recipe's folder, as an absolute path.
    fn own_file(&self, source: &Recovered<String>) -> Option<PathBuf> {
        let text = source.get()?;
        let relative = Path::new(text);
        let inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if text.is_empty() || !inside || text.contains(['\\', '{']) {
            self.error(
                "bad_file",
                source.span,
                format!("`{text}` is not a path inside the recipe's folder"),
                "write it relative to the folder and without `..`: `files/photo.png`",
            );
            return None;
        }
        let Some(folder) = self.folder else { return Some(relative.to_owned()) };
        let (Ok(folder), Ok(file)) = (folder.canonicalize(), folder.join(relative).canonicalize()) else {
            let message = format!("there is no file `{text}` in the recipe's folder");
            let help = format!("put it beside the recipe: `{}`", folder.join(relative).display());
            self.error("no_file", source.span, message, help);
            return None;
        };
        if !file.starts_with(&folder) {
            let message = format!("`{text}` leads out of the recipe's folder");
            self.error("bad_file", source.span, message, "put the file itself there, not a link to another place");
            return None;
        }
        if !file.is_file() {
            self.error("bad_file", source.span, format!("`{text}` is not a file"), "name one file");
            return None;
        }
        Some(file)
    }

    pub(super) fn totp(&self, into: &Recovered<LocatorSource>, span: Span, scope: &Scope) -> Option<StepVerb> {
        let into = self.locator(into, scope);
        if !scope.secrets {
            let message = format!("a one-time password is not typed in {}", scope.place);
            self.error("secret_misplaced", span, message, "move the step into `session.login.steps`");
            return None;
        }
        let listed = super::given(&self.source.service_account)
            .is_some_and(|list| list.iter().any(|known| known.get() == Some(&SecretSource::Totp)));
        if !listed {
            let message = "`totp` is not among the secrets of the service account";
            self.error("secret_not_declared", span, message, "add it: `service_account: [username, password, totp]`");
            return None;
        }
        self.use_secret("totp");
        Some(StepVerb::Totp(into?))
    }
}
