//! Looks for a secret in bytes, in every way in which it may be written.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The forms of a secret, each with its name.
pub struct Search(Vec<(String, String)>);

impl Search {
    pub fn new(secrets: &[&str]) -> Self {
        let mut forms = Vec::new();
        for secret in secrets {
            let mut add = |name: &str, form: String| forms.push((format!("{name} of {secret}"), form));
            add("plain text", (*secret).to_owned());
            let form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            let percent = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
            for (name, encoded) in [("form encoding", form), ("percent encoding", percent)] {
                add(name, small_hex(&encoded));
                add(name, encoded);
            }
            for before in 0..3 {
                for engine in [&STANDARD, &URL_SAFE] {
                    add(&format!("base64 after {before} bytes"), base64_within(engine, secret, before));
                }
            }
        }
        Self(forms)
    }

    /// The forms that are in there.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<&str> {
        // Every form is ASCII, which this leaves as it is in pictures too.
        let text = String::from_utf8_lossy(bytes);
        self.0.iter().filter(|(_, form)| text.contains(form)).map(|(name, _)| name.as_str()).collect()
    }

    /// Every form, to show that each is found.
    pub fn forms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, form)| (name.as_str(), form.as_str()))
    }

    /// What is found in files below a folder, as lines of path and form. `passes` says which files are not looked at.
    pub fn found_below(&self, folder: &Path, passes: impl Fn(&Path) -> bool) -> Vec<String> {
        let files = files(folder).into_iter().filter(|file| !passes(file));
        files.flat_map(|file| self.found_in_file(&file)).collect()
    }

    fn found_in_file(&self, file: &Path) -> Vec<String> {
        let bytes = std::fs::read(file).unwrap();
        self.found_in(&bytes).into_iter().map(|form| format!("{}: {form}", file.display())).collect()
    }
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() { all.extend(files(&path)) } else { all.push(path) }
    }
    all
}

/// The characters that stand for the secret alone when other bytes come before and after it.
fn base64_within(engine: &impl Engine, secret: &str, before: usize) -> String {
    let text = engine.encode([vec![0; before], secret.as_bytes().to_vec()].concat());
    text[(before * 4).div_ceil(3)..(before + secret.len()) * 4 / 3].to_owned()
}

fn small_hex(encoded: &str) -> String {
    let mut parts = encoded.split('%');
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        text.push('%');
        text.push_str(&part[..2].to_ascii_lowercase());
        text.push_str(&part[2..]);
    }
    text
}
