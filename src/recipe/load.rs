//! From a file to a checked recipe.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::check;
use super::checked::Recipe;
use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::locator::Locator;
use super::position::{Source, SourceText};
use super::source::{LocatorSource, RecipeSource};
use super::yaml;

/// A recipe's text, what is wrong with it, and the recipe if nothing that matters is.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The recipe; `None` if there are errors.
    pub recipe: Option<Recipe>,
    /// All errors and warnings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The text.
    pub source: Source,
}

impl Loaded {
    /// Whether one of the problems makes the recipe unusable.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// The file of a recipe could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be read: {source}", path.display())]
pub struct LoadError {
    /// Its path.
    pub path: PathBuf,
    /// Why.
    pub source: std::io::Error,
}

/// How strictly a recipe is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strictness {
    /// Errors, and warnings about what is probably not as meant.
    #[default]
    Normal,
    /// Also warnings about what works today and breaks easily: positions, `XPath`.
    Strict,
}

/// Reads and checks a recipe (`.yaml` or `.json`).
///
/// # Errors
/// When the file cannot be read. What is wrong with its text stands in [`Loaded::diagnostics`].
pub fn load(path: &Path, strictness: Strictness) -> Result<Loaded, LoadError> {
    match read_file(path) {
        Ok(bytes) => Ok(check_bytes(path, &bytes, strictness)),
        Err(source) => Err(LoadError { path: path.to_owned(), source }),
    }
}

/// The bytes of a file that somebody wrote: no more than are looked at, and never of what has no end, or may wait for a writer.
pub(crate) fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::Error::other("it is no file"));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(yaml::MAX_BYTES as u64 + 4).read_to_end(&mut bytes)?;
    // What is cut off in the middle of a character is too large, and not in another encoding.
    if let Err(error) = std::str::from_utf8(&bytes)
        && error.valid_up_to() > yaml::MAX_BYTES
    {
        bytes.truncate(error.valid_up_to());
    }
    Ok(bytes)
}

fn check_bytes(path: &Path, bytes: &[u8], strictness: Strictness) -> Loaded {
    match utf8(path, bytes) {
        Ok(text) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            checked(path, text, Some(folder.unwrap_or(Path::new("."))), strictness)
        }
        Err((source, diagnostic)) => Loaded { recipe: None, diagnostics: vec![diagnostic], source },
    }
}

/// The bytes of a file as text, or a diagnostic in what can be shown of it.
pub(crate) fn utf8<'b>(path: &Path, bytes: &'b [u8]) -> Result<&'b str, (Source, Diagnostic)> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let span = super::Span { start: at, end: at };
        let diagnostic = Diagnostic::error("not_utf8", span, "the text is not UTF-8").help("save the file as UTF-8");
        (source_text(path, &String::from_utf8_lossy(bytes)), diagnostic)
    })
}

/// Checks the text of a recipe; `path` is only for messages. Whether the files that it uploads exist is not looked at.
pub fn check_text(path: &Path, text: &str, strictness: Strictness) -> Loaded {
    checked(path, text, None, strictness)
}

/// Checks a locator that stands alone as if it stood in a recipe: `screen.element`, or its keys. One without a name is
/// looked for in the frame of `screen`, if it lives in one.
///
/// # Errors
/// What is wrong with it, and the text that this is about.
pub fn check_locator(recipe: &Recipe, text: &str, screen: Option<&str>) -> Result<Locator, (Source, Vec<Diagnostic>)> {
    let source = source_text(Path::new("LOCATOR"), text);
    let mut found = Diagnostics::default();
    let around =
        yaml::parse(&recipe.source.text, &mut found).and_then(|root| yaml::decode::<RecipeSource>(&root, &mut found));
    let written = yaml::parse(&source.text, &mut found)
        .and_then(|root| yaml::decode::<yaml::Recovered<LocatorSource>>(&root, &mut found));
    let locator = match (&around, &written) {
        (Some(around), Some(written)) => check::check_locator(around, &source, written, screen, &mut found),
        _ => None,
    };
    locator.ok_or_else(|| (source, found.into_sorted()))
}

/// Checks a template of another text than a recipe, which sees the fields of that recipe's users (`user.…`) and nothing else.
/// `None` if it cannot be used; why is in `found`, at its place in the text.
pub(crate) fn check_user_template(
    recipe: &Recipe,
    text: &Source,
    template: (&str, super::Span),
    found: &mut Diagnostics,
) -> Option<super::Template> {
    let mut known = Diagnostics::default();
    let root = yaml::parse(&recipe.source.text, &mut known)?;
    check::check_user_template(&yaml::decode::<RecipeSource>(&root, &mut known)?, text, template, found)
}

fn checked(path: &Path, text: &str, folder: Option<&Path>, strictness: Strictness) -> Loaded {
    let source = source_text(path, text);
    let mut found = Diagnostics::default();
    let recipe = yaml::parse(&source.text, &mut found)
        .and_then(|root| yaml::decode::<RecipeSource>(&root, &mut found))
        .and_then(|written| check::check(&written, &source, folder, strictness == Strictness::Strict, &mut found));
    Loaded { recipe, diagnostics: found.into_sorted(), source }
}

/// A text with its name and its hash, less a byte order mark: some editors write one, and it says nothing.
pub(crate) fn source_text(path: &Path, text: &str) -> Source {
    use std::fmt::Write as _;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a `String` cannot fail.
        if write!(sha256, "{byte:02x}").is_err() {
            break;
        }
    }
    Arc::new(SourceText { path: path.to_owned(), text: text.to_owned(), sha256 })
}
