//! What a reader of `src/` may count on: small files, structs of few fields, and no two files that need each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a file.
const MOST_LINES: usize = 400;
/// The most fields of a struct that gives no reason for more. A reason is a line `// Fields: …` above it.
const MOST_FIELDS: usize = 12;
const REASON: &str = "// Fields: ";

pub fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below `src/` that ends like that, by its path from there.
pub fn files(ending: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, ending: &str, into: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, into);
            } else if path.to_str().unwrap().ends_with(ending) {
                let name = path.strip_prefix(source()).unwrap().to_str().unwrap().to_owned();
                into.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&source(), ending, &mut found);
    found
}

#[test]
fn no_file_is_long() {
    let long: Vec<String> = [".rs", ".js"]
        .iter()
        .flat_map(|ending| files(ending))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(name, lines)| format!("{name}: {lines}"))
        .collect();
    assert_eq!(long, [""; 0], "split these by noun");
}

/// Structs with the number of their fields, and whether a reason stands above.
fn structs(text: &str) -> Vec<(String, usize, bool)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let declared = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
        let declared = declared.trim_start_matches("pub ");
        let Some(name) = declared.strip_prefix("struct ").filter(|_| line.ends_with('{')) else { continue };
        let indent = line.len() - line.trim_start().len();
        let body = lines[at + 1..].iter().take_while(|line| **line != format!("{}}}", " ".repeat(indent)));
        let fields = body.filter(|line| {
            let field = line.trim_start();
            line.len() - field.len() == indent + 4
                && !field.starts_with(['/', '#', ')', ']', '}'])
                && field.split_once(':').is_some_and(|(name, _)| {
                    let name = name.rsplit(' ').next().unwrap();
                    name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
                })
        });
        let above = lines[..at].iter().rev().take_while(|line| !line.is_empty());
        let reason = above.into_iter().any(|line| line.trim_start().starts_with(REASON));
        found.push((name.trim_end_matches(" {").to_owned(), fields.count(), reason));
    }
    found
}

#[test]
fn structs_have_few_fields_or_a_reason_for_more() {
    let mut many = Vec::new();
    for (file, text) in files(".rs") {
        for (name, fields, reason) in structs(&text) {
            if fields > MOST_FIELDS && !reason {
                many.push(format!("{file}: {name} has {fields}"));
            }
            if fields <= MOST_FIELDS && reason {
                many.push(format!("{file}: {name} has only {fields} and needs no reason"));
            }
        }
    }
    assert_eq!(many, [""; 0], "split these, or say why not in a line `{REASON}…` above");
}

#[test]
fn fields_and_reasons_are_counted() {
    let text =
        "/// A thing.\npub(super) struct Few<'a> {\n    /// One: yes.\n    pub(super) one: u8,\n    two: &'a str,\n}\n";
    assert_eq!(structs(text), [("Few<'a>".to_owned(), 2, false)]);
    assert!(structs("// Fields: a file's.\nstruct Many {\n}\n")[0].2);
}

/// The file of a module: `engine::step` is `engine/step/mod.rs` or `engine/step.rs`.
fn file_of(module: &[String], files: &BTreeMap<String, String>) -> Option<String> {
    let path = module.join("/");
    [format!("{path}.rs"), format!("{path}/mod.rs")].into_iter().find(|name| files.contains_key(name))
}

/// The module of a file.
fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// What a `use` names, braces taken apart: `a::{b, c::{d}}` is `a::b` and `a::c::d`.
fn taken_apart(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, within)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap().trim().to_owned()];
    };
    let within = &within[..within.rfind('}').unwrap()];
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in within.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&within[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&within[start..]);
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(taken_apart).map(|part| format!("{before}{part}")).collect()
}

/// The code of a file: no comments, no tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths that a file names in `use` and elsewhere, each from the root of the crate, and whether it only passes them on.
fn named(file: &str, text: &str) -> Vec<(Vec<String>, bool)> {
    let own = module_of(file);
    let code = code(text);
    let uses = regex::Regex::new(r"(?m)^\s*(pub(?:\([a-z]+\))? )?use ([^;]+);").unwrap();
    let inline = regex::Regex::new(r"\b((?:super::)+|crate::|self::)([a-z_]+)(::[A-Za-z_]+)?").unwrap();
    let mut paths = Vec::new();
    for found in uses.captures_iter(&code) {
        paths.extend(taken_apart(&found[2]).into_iter().map(|path| (path, found.get(1).is_some())));
    }
    let rest = uses.replace_all(&code, "");
    paths.extend(inline.find_iter(&rest).map(|found| (found.as_str().to_owned(), false)));
    let absolute = |path: &str| {
        let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
        let mut from = own.clone();
        match parts[0] {
            "crate" => from.clear(),
            "self" | "super" => {}
            // A child of the module, such as `pub use link::Link` in a `mod.rs`.
            _ => parts.insert(0, "self"),
        }
        for part in &parts {
            match *part {
                "super" => drop(from.pop()),
                "self" | "crate" => {}
                name => from.push(name.to_owned()),
            }
        }
        from
    };
    paths.into_iter().map(|(path, passed_on)| (absolute(&path), passed_on)).collect()
}

/// Where the item behind a path is declared: the file of the longest module in it, or the one that a `mod.rs` passes on.
fn declared(path: &[String], files: &BTreeMap<String, String>) -> Option<String> {
    let (file, rest) = (1..=path.len()).rev().find_map(|most| {
        let file = file_of(&path[..most], files)?;
        Some((file, &path[most..]))
    })?;
    let Some(item) = rest.first().filter(|_| file.ends_with("mod.rs")) else { return Some(file) };
    let passed_on = named(&file, &files[&file]).into_iter().filter(|(_, passed_on)| *passed_on);
    let passed_on = passed_on
        .map(|(path, _)| path)
        .find(|path| path.last() == Some(item) && path.as_slice() != path_to(&file, item));
    match passed_on {
        Some(path) => declared(&path, files),
        None => Some(file),
    }
}

fn path_to(file: &str, item: &str) -> Vec<String> {
    let mut path = module_of(file);
    path.push(item.to_owned());
    path
}

/// Which file needs which, within one module of the first level.
fn needs(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in files {
        for (path, passed_on) in named(file, text) {
            if passed_on {
                continue;
            }
            let Some(other) = declared(&path, files) else { continue };
            if other != *file && module_of(&other)[0] == module_of(file)[0] {
                needs.entry(file.clone()).or_default().insert(other);
            }
        }
    }
    needs
}

/// The files that need each other, directly or over others, in groups.
fn circles(needs: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach = |from: &str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = open.pop() {
            for next in needs.get(&file).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = needs.keys().map(|file| (file, reach(file))).collect();
    let mut groups = BTreeSet::new();
    for (file, seen) in &reached {
        if seen.contains(*file) {
            let group: Vec<String> = reached
                .iter()
                .filter(|(other, back)| seen.contains(**other) && back.contains(*file))
                .map(|(other, _)| (*other).clone())
                .collect();
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

#[test]
fn no_two_files_need_each_other() {
    let found = circles(&needs(&files(".rs")));
    let told: Vec<String> = found.iter().map(|group| group.join(" <-> ")).collect();
    assert_eq!(told, [""; 0], "move what both need into a file below both");
}

#[test]
fn a_circle_would_be_noticed() {
    let files = BTreeMap::from(
        [
            ("a/mod.rs", "mod one;\nmod two;\npub use two::Two;\n"),
            ("a/one.rs", "use super::Two;\npub struct One(Two);\n"),
            ("a/two.rs", "pub struct Two(Box<super::three::Three>);\n"),
            ("a/three.rs", "use super::{one::{self, One}};\npub struct Three(One);\n"),
            ("a/four.rs", "use crate::a::{three::Three};\npub struct Four(Three);\n"),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned())),
    );
    assert_eq!(circles(&needs(&files)), [["a/one.rs", "a/three.rs", "a/two.rs"]]);
}
