//! Keeps people out of evidence, where the operator wishes so: names and addresses stand as hashes, or not at all.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use rand::RngCore as _;
use regex::{Captures, Regex};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::contract::{Attributes, Job};
use crate::recipe::Recipe;

use super::evidence_rules::{EvidenceRules, PersonalData};
use super::private_file::private_folder;
use super::value;

/// The file beside the evidence that holds the key of the hashes. Without it nobody can try names against them.
const KEY_FILE: &str = ".key";
const KEY_BYTES: usize = 32;

/// What the page puts around a word that the recipe does not know.
static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("\u{E000}([^\u{E000}\u{E001}]*)\u{E001}").ok());
static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}.-]+").ok());
/// What a message quotes from the page, or from the job.
static QUOTED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("`([^`]+)`|\"([^\"]+)\"").ok());
static PLAIN_WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\p{L}\p{N}\p{M}]+").ok());

/// What is known of the people of an attempt.
#[derive(Debug)]
pub(super) struct People {
    personal: PersonalData,
    key: [u8; KEY_BYTES],
    /// Personal values of the job, longest first.
    values: Vec<String>,
    /// The words of the recipe, in lower case: they are of no person.
    words: BTreeSet<String>,
    /// The recipe, in lower case.
    recipe: String,
}

impl People {
    /// Of a job.
    pub(super) fn new(rules: &EvidenceRules, recipe: &Recipe, job: &Job) -> Self {
        let words: BTreeSet<String> = match (rules.personal, &*PLAIN_WORD) {
            (PersonalData::Hash, Some(word)) => {
                word.find_iter(&recipe.source.text).map(|word| word.as_str().to_lowercase()).collect()
            }
            _ => BTreeSet::new(),
        };
        let mut values: Vec<String> = match rules.personal {
            PersonalData::Keep => Vec::new(),
            _ => values(job.subject()).chain(job.match_key.clone()).collect(),
        };
        // What is short, or a word of the recipe such as a role, is of nobody.
        let recipe = recipe.source.text.to_lowercase();
        values.retain(|value| value.chars().count() > 2 && !recipe.contains(&value.to_lowercase()));
        values.sort_by_key(|value| std::cmp::Reverse(value.len()));
        values.dedup();
        Self { personal: rules.personal, key: key(rules), values, words, recipe }
    }

    /// What is kept of them.
    pub(super) fn personal(&self) -> PersonalData {
        self.personal
    }

    /// The words that stay as they are.
    pub(super) fn words(&self) -> &BTreeSet<String> {
        &self.words
    }

    /// A page in which the script has marked the words that the recipe does not know.
    pub(super) fn page(&self, html: &str) -> String {
        let Some(word) = &*WORD else { return String::new() };
        word.replace_all(html, |found: &Captures<'_>| self.hash(&found[1])).into_owned()
    }

    /// Takes people out of all texts of a record.
    pub(super) fn clean(&self, record: &mut Value) {
        if self.personal == PersonalData::Keep {
            return;
        }
        match record {
            Value::String(text) => *text = self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.clean(item)),
            Value::Object(map) => {
                for (name, value) in map {
                    match name.as_str() {
                        // What the page shows of others.
                        "items" | "candidates" if value.is_array() => *value = Value::Array(Vec::new()),
                        // What is known of the subject, and where somebody was looked at.
                        "subject" | "seen" => self.replace(value),
                        // The recipe's own line.
                        "line" | "at" => {}
                        _ => self.clean(value),
                    }
                }
            }
            Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }

    /// Every text that the recipe does not hold.
    fn replace(&self, value: &mut Value) {
        match value {
            Value::String(text) if !self.is_of_recipe(text) => *text = self.stand_in(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.replace(item)),
            Value::Object(map) => map.values_mut().for_each(|value| self.replace(value)),
            _ => {}
        }
    }

    fn is_of_recipe(&self, text: &str) -> bool {
        self.recipe.contains(&text.to_lowercase())
    }

    fn text(&self, text: &str) -> String {
        let (Some(quoted), Some(address)) = (&*QUOTED, &*ADDRESS) else { return String::new() };
        let mut clean = text.to_owned();
        for value in &self.values {
            if clean.contains(value.as_str()) {
                clean = clean.replace(value.as_str(), &self.stand_in(value));
            }
        }
        let clean = address.replace_all(&clean, |found: &Captures<'_>| self.stand_in(&found[0]));
        let quoted = quoted.replace_all(&clean, |found: &Captures<'_>| {
            let inside = found.get(1).or_else(|| found.get(2)).map_or("", |inside| inside.as_str());
            let known = self.is_of_recipe(inside) || inside.contains("[personal]");
            if known { found[0].to_owned() } else { found[0].replace(inside, &self.stand_in(inside)) }
        });
        quoted.into_owned()
    }

    fn stand_in(&self, value: &str) -> String {
        if self.personal == PersonalData::Hash { self.hash(value) } else { "[personal]".to_owned() }
    }

    /// The same for equal words in whichever case; not to be guessed without the key.
    fn hash(&self, word: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(self.key);
        hash.update(word.replace("%40", "@").to_lowercase());
        let digest = hash.finalize();
        digest[..5].iter().fold("x".to_owned(), |text, byte| text + &format!("{byte:02x}"))
    }
}

/// All texts among the attributes of a job.
fn values(subject: Option<&Attributes>) -> impl Iterator<Item = String> {
    subject.into_iter().flatten().flat_map(|(_, value)| value::items(value).into_iter().chain([value::text(value)]))
}

/// The key beside the evidence, made with the first of it. Where it cannot be kept, the hashes of each attempt are its own.
fn key(rules: &EvidenceRules) -> [u8; KEY_BYTES] {
    if rules.personal != PersonalData::Hash {
        return [0; KEY_BYTES];
    }
    let path = rules.root.join(KEY_FILE);
    let read = || std::fs::read(&path).ok().and_then(|bytes| <[u8; KEY_BYTES]>::try_from(bytes).ok());
    if let Some(key) = read() {
        return key;
    }
    let mut key = [0; KEY_BYTES];
    rand::rng().fill_bytes(&mut key);
    match write_key(&rules.root, &path, &key) {
        Ok(()) => key,
        // Another attempt, or another worker, was quicker.
        Err(_) => read().unwrap_or(key),
    }
}

fn write_key(root: &Path, path: &Path, key: &[u8]) -> std::io::Result<()> {
    private_folder(root)?;
    // A temporary file is its owner's alone. Whole or not at all: it is not put where there is one already.
    let mut file = tempfile::Builder::new().prefix(KEY_FILE).tempfile_in(root)?;
    file.write_all(key)?;
    file.persist_noclobber(path).map(drop).map_err(|error| error.error)
}
