//! The page's script as text: its files in their order, put into a document once, and called by name.

use std::sync::LazyLock;

/// The files of the script. They are one scope: a name at the top of one is a name in all.
const PARTS: [&str; 28] = [
    include_str!("page/fence.js"),
    include_str!("page/watch.js"),
    include_str!("page/text.js"),
    include_str!("page/unrendered.js"),
    include_str!("page/role.js"),
    include_str!("page/name.js"),
    include_str!("page/table.js"),
    include_str!("page/find.js"),
    include_str!("page/describe.js"),
    include_str!("page/probe.js"),
    include_str!("page/rest.js"),
    include_str!("page/guard.js"),
    include_str!("page/opened.js"),
    include_str!("page/target.js"),
    include_str!("page/control.js"),
    include_str!("page/boxes.js"),
    include_str!("page/choose.js"),
    include_str!("page/choice.js"),
    include_str!("page/drawn.js"),
    include_str!("page/typing.js"),
    include_str!("page/file.js"),
    include_str!("page/list.js"),
    include_str!("page/ahead.js"),
    include_str!("page/scroll.js"),
    include_str!("page/explain.js"),
    include_str!("page/evidence.js"),
    include_str!("page/inspect.js"),
    include_str!("page/main.js"),
];

/// Where a document keeps what answers questions about it: gone as soon as the document is replaced.
const PLACE: &str = "window[Symbol.for(\"idlcm.page\")]";

/// What a call answers where the document does not have the script yet.
pub(super) const ABSENT: &str = "idlcm: no script";

/// What runs in a document before its own scripts, where the browser can have that done. `origins`: where the app lives, as
/// JSON; `null`: everywhere.
pub(super) fn preload(origins: &serde_json::Value) -> String {
    install(true, origins)
}

/// Puts the script into the document, once. `early`: before anything of the document ran.
fn install(early: bool, origins: &serde_json::Value) -> String {
    let script = &*SCRIPT;
    let keep = "Object.defineProperty(window, Symbol.for(\"idlcm.page\"), { value: { act, wait } });";
    format!("((early, origins) => {{ if ({PLACE}) return;\n{script}{keep}\n}})({early}, {origins});\n")
}

static SCRIPT: LazyLock<String> = LazyLock::new(|| bare(&PARTS));

fn bare(parts: &[&str]) -> String {
    let lines = parts.iter().flat_map(|part| part.lines()).map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .fold(String::new(), |script, line| script + line + "\n")
}

/// The functions by which elements are found, for a script of somebody else's: `find(query)` with a [`Query`] as JSON,
/// after `forget()` once something may have changed.
///
/// [`Query`]: super::Query
pub fn finder_script() -> String {
    format!("const early = false, origins = null;\n{}", bare(&PARTS))
}

/// A call: of the script that is there, or with the script.
pub(super) struct Call {
    /// Of the script that is there.
    pub(super) short: String,
    /// With the script.
    pub(super) whole: String,
}

impl Call {
    fn new(call: &str, absent: &str) -> Self {
        let short = format!("const page = {PLACE};\nif (page) {{ {call} }} else {{ {absent} }}");
        let whole = format!("{}{short}", install(false, &serde_json::Value::Null));
        Self { short, whole }
    }
}

pub(super) static ACT: LazyLock<Call> =
    LazyLock::new(|| Call::new("return page.act(arguments[0], arguments[1]);", &format!("return \"{ABSENT}\";")));
pub(super) static WAIT: LazyLock<Call> = LazyLock::new(|| {
    let reply = "arguments[arguments.length - 1]";
    Call::new(&format!("page.wait(arguments[0], arguments[1], {reply});"), &format!("{reply}(\"{ABSENT}\");"))
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The names that a line at the top of a file declares; nothing where the line is no declaration.
    fn declared(line: &str) -> Option<Vec<&str>> {
        let word = |text: &'static str| line.strip_prefix(text);
        let rest =
            ["const ", "let ", "class ", "function* ", "function ", "async function "].iter().find_map(|w| word(w))?;
        let end_of_name = |c: char| !(c.is_alphanumeric() || c == '_' || c == '$');
        let names = match rest.strip_prefix(['{', '[']) {
            // `{ a, b: c }` declares `a` and `c`.
            Some(pattern) => {
                let parts = pattern.split(['}', ']']).next().unwrap_or_default().split(',');
                parts.map(|part| part.rsplit(':').next().unwrap_or_default().trim()).collect()
            }
            None => vec![rest.split(end_of_name).next().unwrap_or_default()],
        };
        Some(names)
    }

    /// Names that more than one line at the top declares, and lines at the top that are nothing of what is known here.
    fn clashes(parts: &[&str]) -> (Vec<String>, Vec<String>) {
        let (mut seen, mut unknown) = (BTreeMap::<&str, usize>::new(), Vec::new());
        for line in parts.iter().flat_map(|part| part.lines()) {
            let inside = line.is_empty() || line.starts_with([' ', '}', ']', ')', '\t']) || line.starts_with("//");
            if inside {
                continue;
            }
            match declared(line) {
                Some(names) => names.into_iter().for_each(|name| *seen.entry(name).or_default() += 1),
                None => unknown.push(line.to_owned()),
            }
        }
        (seen.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name.to_owned()).collect(), unknown)
    }

    #[test]
    fn no_name_is_declared_twice_in_the_pages_script() {
        let (twice, unknown) = clashes(&PARTS);
        assert_eq!(twice, [""; 0], "a second function of a name silently replaces the first, in all files");
        // What is run when the script is read, and nothing else.
        assert_eq!(unknown, ["\"use strict\";", "forget();"]);
    }

    #[test]
    fn a_clash_would_be_noticed() {
        let (twice, unknown) = clashes(&[
            "const one = 1;\nfunction two() {\n  const one = 2;\n}",
            "// one\nlet { a, b: two } = x;\ngo();",
        ]);
        assert_eq!((twice, unknown), (vec!["two".to_owned()], vec!["go();".to_owned()]));
        let (twice, _) =
            clashes(&["function* three() {}", "async function three() {}", "class Four {}", "const Four = 4;"]);
        assert_eq!(twice, ["Four", "three"]);
    }

    #[test]
    fn every_file_of_the_page_is_a_part_of_the_script() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/browser/page");
        let files =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let left_out: Vec<String> = files.filter(|file| !PARTS.contains(&file.as_str())).collect();
        assert_eq!(left_out, [""; 0]);
    }
}
