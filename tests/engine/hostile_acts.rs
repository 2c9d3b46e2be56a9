//! Forms that fight, files that nobody could want, and pages of many megabytes: what reached the app is told as it is, and the
//! next job succeeds.

use std::time::Duration;

use crate::hostile_app::{EXPORT, Hostile, LONGEST, Page, foot, head};
use crate::hostile_judge::judge;
use crate::processes::processes_with;
use idlcm::contract::{Effect, Outcome};

/// A commit on a page that fights: at most one of it reaches the app, and the result is not wrong about it.
#[tokio::test(flavor = "multi_thread")]
async fn forms_that_fight() {
    let post = |page: Page| Page::Post(Box::new(page));
    let stays = "onbeforeunload = (event) => { event.preventDefault(); event.returnValue = 'stay' }";
    let cases = vec![
        ("stays", foot(stays)),
        ("speaks when it is sent", foot("document.forms[0].onsubmit = () => { for (;;) alert('sure?') }")),
        ("loops when it is sent", foot("document.forms[0].onsubmit = () => { for (;;); }")),
        ("is emptied all the time", foot("setInterval(() => document.forms[0].reset(), 20)")),
        ("sends itself", foot("setTimeout(() => document.forms[0].requestSubmit(), 100)")),
        ("is not answered", post(Page::Drips)),
        ("leads nowhere", post(Page::Redirects)),
        ("leads to a loop", post(head("for (;;);"))),
        ("leads to alerts", post(head("setInterval(() => alert('again'), 0)"))),
        ("leads to a file", post(Page::Answer(200, vec![("content-disposition", "attachment; filename=a.bin")]))),
    ];
    let mut app = Hostile::start().await;
    let only = std::env::var("IDLCM_HOSTILE").unwrap_or_default();
    let mut wrong = Vec::new();
    for (at, (name, page)) in cases.into_iter().enumerate().filter(|(_, (name, _))| name.contains(&only)) {
        let email = format!("new{at}@x.example");
        app.behave(page);
        let before = app.posts();
        let ended = app.create(&email).await;
        let (posts, there) = (app.posts() - before, app.emails().contains(&email));
        println!("{:>7} ms  {name}: {} {:?}, {posts} posts", ended.took.as_millis(), ended.kind(), ended.result.effect);
        if ended.took > LONGEST {
            wrong.push(format!("{name}: it took {:?}", ended.took));
        }
        // The page may send its form by itself; we do so once.
        if posts > 1 && name != "sends itself" {
            wrong.push(format!("{name}: {posts} posts"));
        }
        match (ended.result.outcome, ended.result.effect) {
            (Outcome::Succeeded | Outcome::Unchanged, _) if !there => {
                wrong.push(format!("{name}: it succeeded, and nobody is there"));
            }
            (Outcome::Failed, Effect::None) if posts > 0 && name != "sends itself" => {
                wrong.push(format!("{name}: it failed without an effect, and the form was sent"));
            }
            _ => {}
        }
        app.behave(Page::Sober);
        let sober = app.create(&email).await;
        println!("{:>7} ms  … and then: {}", sober.took.as_millis(), sober.kind());
        if !["succeeded", "unchanged", "already_exists"].contains(&sober.kind()) {
            wrong.push(format!("after {name}: {:?}", sober.result.error));
        }
    }
    let profile = app.profile();
    app.stop().await;
    assert!(profile.is_none_or(|profile| processes_with(&profile) == 0));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Exports that nobody could want: each is refused, or read as it is, and the next one is read.
#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_too_much() {
    let sober = "Email,Name\nada@x.example,Ada\nbob@x.example,Bob\n";

    let million = format!("{}\nx\n", "column,".repeat(1_000_000));
    let cases: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("a quote without end", b"Email,Name\nada@x.example,\"Ada\nbob@x.example,Bob\n".to_vec(), &["element_missing"]),
        ("a million columns", million.into_bytes(), &["element_missing"]),
        (
            "zeros",
            b"Email,Name\nada@x.example,A\0da\nbob@x.example,Bob\n\0\0\0,\0\n".to_vec(),
            &["succeeded", "element_missing"],
        ),
        ("nothing", Vec::new(), &["element_missing", "unexpected_page"]),
        ("no text", vec![0xff; 100_000], &["element_missing"]),
        (
            "a long line",
            format!("Email,Name\nada@x.example,{}\n", "x".repeat(20_000_000)).into_bytes(),
            &["unexpected_page"],
        ),
    ];
    let mut app = Hostile::with(EXPORT).await;
    let mut wrong = Vec::new();
    for (name, bytes, ends) in cases {
        app.export(bytes);
        let ended = app.list().await;
        println!("{:>7} ms  {name}: {} complete {:?}", ended.took.as_millis(), ended.kind(), ended.result.complete);
        wrong.extend(judge(&ended, &app.emails(), ends).into_iter().map(|why| format!("{name}: {why}")));
        app.export(sober);
        let after = app.list().await;
        wrong
            .extend(judge(&after, &app.emails(), &["succeeded"]).into_iter().map(|why| format!("after {name}: {why}")));
    }
    app.stop().await;
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A hundred thousand users on one page, and an export of more than is taken.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes; part of `make test-long`"]
async fn pages_and_files_of_many_megabytes() {
    let mut app = Hostile::start().await;
    app.fill((0..100_000).map(|at| (format!("u{at}@x.example"), format!("User {at} {}", "x".repeat(150)))).collect());
    let ended = app.list().await;
    println!("{:?}: {}", ended.took, ended.kind());
    let wrong = judge(&ended, &app.emails(), &["succeeded", "app_busy", "step_timeout", "unexpected_page"]);
    assert_eq!(wrong, [""; 0]);
    app.fill(vec![("ada@x.example".into(), "Ada".into())]);
    assert_eq!(app.list().await.kind(), "succeeded");
    app.stop().await;

    let mut app = Hostile::with(EXPORT).await;
    let line = format!("u@x.example,{}\n", "x".repeat(1000));
    app.export(format!("Email,Name\n{}", line.repeat(110_000)));
    let ended = app.list().await;
    println!("{:?}: {}", ended.took, ended.kind());
    assert_eq!(judge(&ended, &app.emails(), &["unexpected_page"]), [""; 0]);
    app.export("Email,Name\nada@x.example,Ada\nbob@x.example,Bob\n");
    assert_eq!(app.list().await.kind(), "succeeded");
    assert!(ended.took < Duration::from_mins(1));
    app.stop().await;
}
