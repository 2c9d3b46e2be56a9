//! The recipe that `docs/recipes.md` builds piece by piece.

use std::path::Path;

/// A line and the lines that are indented further than it.
#[derive(Debug, Clone)]
struct Section {
    head: String,
    body: Vec<Section>,
}

impl Section {
    fn read(lines: &[&str]) -> Vec<Self> {
        let indent = |line: &str| line.len() - line.trim_start().len();
        let mut sections = Vec::new();
        let mut rest = lines;
        while let Some((head, after)) = rest.split_first() {
            let inner = after.iter().take_while(|line| indent(line) > indent(head)).count();
            sections.push(Self { head: (*head).to_owned(), body: Self::read(&after[..inner]) });
            rest = &after[inner..];
        }
        sections
    }

    /// What stands under a key that is there already goes below what it holds.
    fn merge(into: &mut Vec<Self>, more: Vec<Self>) {
        for section in more {
            match into.iter_mut().find(|known| known.head == section.head && !section.body.is_empty()) {
                Some(known) => Self::merge(&mut known.body, section.body),
                None => into.push(section),
            }
        }
    }

    fn write(sections: &[Self], out: &mut String) {
        for section in sections {
            out.push_str(&section.head);
            out.push('\n');
            Self::write(&section.body, out);
        }
    }
}

pub fn text() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/recipes.md")).unwrap()
}

/// The fenced blocks of the tutorial in their order: what stands behind the fence, and the lines.
pub fn blocks() -> Vec<(String, String)> {
    let text = text();
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((kind.to_owned(), body.join("\n")));
        }
    }
    blocks
}

/// The recipe as it stands wherever the tutorial says that it is to be checked; the last is the whole one.
pub fn recipes() -> Vec<String> {
    let mut sections = Vec::new();
    let mut recipes = Vec::new();
    for (kind, body) in blocks() {
        if kind == "yaml tutorial" {
            let lines: Vec<&str> = body.lines().filter(|line| !line.trim().is_empty()).collect();
            Section::merge(&mut sections, Section::read(&lines));
        } else if kind == "sh" && body.contains("recipe check") && !sections.is_empty() {
            let mut recipe = String::new();
            Section::write(&sections, &mut recipe);
            recipes.push(recipe);
        }
    }
    recipes
}
