//! Files that are made to exhaust whoever reads them: `idlcm recipe check` says within seconds, in bounded memory, what is wrong
//! and where.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The most that reading a file may take; a release build takes a tenth of what a debug build does, and this machine may have
/// other things to do.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// Address space, in KiB: what the program itself maps, and some more.
const MEMORY: usize = 1_500_000;

/// A recipe that is whole.
const HOST: &str = include_str!("../bad_recipes/unused.yaml");

fn program(arguments: &[&str], path: &Path) -> (Output, Duration) {
    let began = Instant::now();
    let shell = format!("ulimit -v {MEMORY}; exec timeout {} \"$@\"", LONGEST.as_secs() * 2);
    let output = Command::new("sh")
        .args(["-c", &shell, "sh", env!("CARGO_BIN_EXE_idlcm")])
        .args(arguments)
        .arg(path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (output, began.elapsed())
}

/// `HOST` with this in place of one of its templates.
fn in_host(text: &str) -> String {
    let text = HOST.replacen("\"{{ user.name }}\"", text, 1);
    assert_ne!(text, HOST);
    text
}

fn bombs() -> Vec<(&'static str, String)> {
    let mut laughs = String::from("a: &a0 [lol]\n");
    for level in 1..40 {
        writeln!(laughs, "b{level}: &a{level} [{}]", vec![format!("*a{}", level - 1); 20].join(", ")).unwrap();
    }
    let many = |one: &str, bytes: usize| one.repeat(bytes / one.len());
    let megabyte = 1_000_000;
    let numbered = |one: &dyn Fn(usize) -> String, count: usize| (0..count).map(one).collect::<String>();
    let patterns = numbered(
        &|at| format!("      f{at}: {{type: string, pattern: \"(\\\\pL{{50}}){{{}}}\"}}\n", 20 + at % 7),
        2000,
    );
    vec![
        ("laughs", laughs),
        ("a laugh in a megabyte", format!("a: &a 1\nb: [{}]\n", many("*a,", megabyte))),
        ("anchors", format!("a: [{}]\n", many("&a 1,", megabyte))),
        ("brackets", many("[", megabyte)),
        ("braces", many("{a: ", megabyte)),
        ("dashes", many("- ", megabyte)),
        ("questions", many("? ", megabyte)),
        ("indents", numbered(&|at| format!("{}a:\n", " ".repeat(at)), 1400)),
        ("quotes", many("\"'", megabyte)),
        ("one quote", format!("a: \"{}", many("x\n", megabyte))),
        ("keys on one line", format!("{{{}}}", numbered(&|at| format!("k{at}: 1, "), 90_000))),
        ("keys on many lines", numbered(&|at| format!("k{at}: 1\n"), 90_000)),
        ("one key", many("a: 1\n", megabyte)),
        ("tabs", many("\t", megabyte)),
        ("zeros", many("\0", megabyte)),
        ("tags", many("!x ", megabyte)),
        ("merges", many("<<: {a: 1}\n", megabyte)),
        ("comments", many("#\n", megabyte)),
        ("documents", many("---\na\n", megabyte)),
        ("a text", format!("schema: {}", many("x", megabyte))),
        ("signs of four bytes", many("🙂", megabyte)),
        ("too large by a character", many("é", 1_100_000)),
        (
            "steps",
            HOST.replace("steps:\n", &format!("steps:\n{}", many("      - click: nothing.here\n", megabyte / 3))),
        ),
        ("a pattern", in_host("\"{{ user.name | regex(\\\"((((x{1000}){1000}){1000}){1000})\\\") }}\"")),
        ("many patterns", HOST.replace("    fields:\n", &format!("    fields:\n{patterns}"))),
        ("holes", in_host(&format!("\"{}\"", many("{{ user.name }}", 900_000)))),
        ("open holes", in_host(&format!("\"{}\"", many("{{ ", 900_000)))),
        ("filters", in_host(&format!("\"{{{{ user.name {} }}}}\"", many("| trim ", 900_000)))),
        ("brackets of a filter", in_host(&format!("\"{{{{ user.name | replace({} }}}}\"", many("(", 900_000)))),
        ("locators", in_host(&format!("{}{}", many("{within: ", 400), many("}", 44)))),
    ]
}

#[test]
fn a_bomb_is_a_positioned_error_within_seconds_and_in_bounded_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    for (name, text) in bombs() {
        let path = folder.path().join("recipe.yaml");
        std::fs::write(&path, &text).unwrap();
        for (what, arguments) in
            [("human", &["recipe", "check"][..]), ("json", &["recipe", "check", "--format", "json"])]
        {
            let (output, took) = program(arguments, &path);
            let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            let length = output.stdout.len() + output.stderr.len();
            println!("{took:>9.2?} {length:>8} bytes  {name} ({what}), {} bytes", text.len());
            let place = if what == "human" { told.contains("recipe.yaml:") } else { said.contains("\"line\"") };
            // Some are odd and nothing else.
            let ended = match output.status.code() {
                Some(0) => true,
                Some(3) => place,
                _ => false,
            };
            if !ended || took > LONGEST || length > 2_000_000 {
                let told: String = told.chars().take(500).collect();
                wrong.push(format!("{name} ({what}): {:?} after {took:?}, {length} bytes: {told}", output.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is no file, has no end, or waits for somebody to write into it.
#[test]
fn what_is_no_file_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(path("fifo.yaml")).status().unwrap().success());
    std::fs::create_dir(path("folder.yaml")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", path("zero.yaml")).unwrap();
    std::os::unix::fs::symlink("loop.yaml", path("loop.yaml")).unwrap();
    std::fs::File::create(path("large.yaml")).unwrap().set_len(50_000_000_000).unwrap();
    let mut wrong = Vec::new();
    for name in ["fifo.yaml", "folder.yaml", "zero.yaml", "loop.yaml", "large.yaml", "missing.yaml"] {
        let (output, took) = program(&["recipe", "check"], &path(name));
        let told = String::from_utf8_lossy(&output.stderr);
        println!("{took:>9.2?} {name}: {}", told.trim());
        if output.status.code().is_none_or(|code| code == 0 || code > 100) || took > LONGEST || !told.contains(name) {
            wrong.push(format!("{name}: {:?} after {took:?}: {told}", output.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
