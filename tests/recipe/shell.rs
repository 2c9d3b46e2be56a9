//! What a shell and `man` know of the program, and the options that a document names.

use std::collections::BTreeSet;
use std::process::Command;

use crate::readme::{commands, stdout};

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let text = stdout(&["completions", shell]);
        for command in commands() {
            let last = command.rsplit(' ').next().unwrap();
            assert!(text.contains(last), "{shell}: {command}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("idlcm");
    std::fs::write(&file, stdout(&["completions", "bash"])).unwrap();
    assert!(Command::new("bash").arg("-n").arg(&file).status().unwrap().success());
}

#[test]
fn there_is_a_page_of_the_manual_for_every_command_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("deep/man1");
    stdout(&["man", "--to", to.to_str().unwrap()]);
    let names = std::fs::read_dir(&to).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let written: BTreeSet<String> = names.collect();
    let groups = ["admin", "console", "queue", "integrations", "dead-letters", "recipe", "fixture"].map(str::to_owned);
    let wanted: BTreeSet<String> = commands()
        .into_iter()
        .chain(groups)
        .map(|command| format!("idlcm-{}.1", command.replace(' ', "-")))
        .chain(["create", "list", "revoke"].map(|name| format!("idlcm-admin-token-{name}.1")))
        .chain(["idlcm.1".to_owned()])
        .collect();
    assert_eq!(written, wanted);
    let page = std::fs::read_to_string(to.join("idlcm-worker.1")).unwrap();
    assert!(page.contains(".SH OPTIONS") && page.contains("\\-\\-drain"), "{page}");
    assert!(stdout(&["man"]).contains(".TH idlcm 1"));
}

#[test]
fn every_option_that_the_page_on_security_names_exists() {
    let text = std::fs::read_to_string("docs/security.md").unwrap();
    let option = regex::Regex::new("`(?:idlcm ([a-z]+) )?(--[a-z-]+)").unwrap();
    let mut seen = 0;
    for found in option.captures_iter(&text) {
        let command = found.get(1).map_or("worker", |command| command.as_str());
        let help = stdout(&[command, "--help"]);
        assert!(help.contains(&found[2]), "idlcm {command} has no {}", &found[2]);
        seen += 1;
    }
    assert!(seen > 5, "{seen}");
}
