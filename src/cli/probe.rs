//! `idlcm probe`: asks a running worker or gateway how it is, where there is no other program that could.

use std::time::Duration;

use clap::Args;
use url::Url;

use super::exit_code::ExitCode;
use super::print;
use super::stop::{Ended, Stop};

/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(5);

/// Ask a worker or gateway whether it is well: exit code 0 if it says so. For health checks of containers
#[derive(Debug, Args)]
pub(super) struct Probe {
    /// What is asked, below its `--listen`
    #[arg(default_value = "http://127.0.0.1:9464/readyz", value_name = "URL")]
    url: Url,
}

impl Probe {
    pub(super) async fn run(&self) -> Ended {
        let failed = |reason: String| Stop::new(ExitCode::Failed, format!("{} {reason}", self.url));
        // It asks on its own machine: a proxy has no business here.
        let client = reqwest::Client::builder().no_proxy().timeout(ANSWER).build();
        let client = client.map_err(|error| failed(format!("cannot be asked: {error}")))?;
        let answer = client.get(self.url.clone()).send().await;
        let answer = answer.map_err(|error| failed(format!("does not answer: {}", reason(&error))))?;
        let status = answer.status();
        let said = answer.text().await.unwrap_or_default();
        let first = said.lines().next().unwrap_or_default();
        if !status.is_success() {
            return Err(failed(format!("says {status}: {first}")));
        }
        print::line(first)?;
        Ok(ExitCode::Done)
    }
}

/// The innermost reason, which says more than "error sending request".
fn reason(error: &reqwest::Error) -> String {
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
