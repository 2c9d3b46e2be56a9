//! The demo's console: it begins, lets its person in, knows the app and its account, and ends with the demo.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;

use super::visitor::Visitor;
use crate::rig::checkout;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_opens_a_console_and_ends_with_it() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command.args(["demo", "--console"]).current_dir(checkout(".")).stdin(Stdio::null()).stderr(Stdio::null());
    let mut demo = command.stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
    let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines();
    let told = tokio::time::timeout(Duration::from_mins(3), async {
        loop {
            let line = lines.next_line().await.unwrap().expect("the demo ends without a console");
            if let Some(told) = line.strip_prefix("console ") {
                return told.to_owned();
            }
        }
    });
    let told = told.await.expect("the demo's console does not begin");
    let (address, rest) = told.split_once("/console   name: demo   password: ").unwrap();
    let mut visitor = Visitor::of(address);
    visitor.sign_in("demo", rest).await.leads_to("/console");
    visitor.get("/console/new").await.has("Ledgerly");
    let fields = [("name", "Try"), ("app", "ledgerly"), ("param.ledgerly.subdomain", "demo"), ("do", "next")];
    let draft = visitor.post("/console/new", &fields).await.place.unwrap();
    visitor.get(&draft).await.has("accounts/ledgerly/username");

    let pid = rustix::process::Pid::from_raw(i32::try_from(demo.id().unwrap()).unwrap()).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    let ended =
        tokio::time::timeout(Duration::from_mins(1), demo.wait()).await.expect("the demo does not end").unwrap();
    assert!(ended.success(), "{ended}");
    let gone = reqwest::get(format!("{address}/console/sign-in")).await;
    assert!(gone.is_err(), "the console outlives the demo");
}
