//! The cases of a dry run as `JUnit` XML: a suite for each recipe.

use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::dry_run::{Played, Verdict};

use super::exit_code::ExitCode;
use super::stop::Stop;

/// The text of the file.
///
/// # Errors
/// When a name cannot be written in XML.
pub(super) fn write(played: &[Played]) -> Result<String, Stop> {
    let mut report = Report::new("idlcm dry-run");
    for cases in played.chunk_by(|one, next| one.app == next.app) {
        let mut suite = TestSuite::new(cases[0].app.clone());
        for one in cases {
            let status = match one.verdict {
                Verdict::Passed => TestCaseStatus::success(),
                Verdict::NotProvable | Verdict::NoEffect => TestCaseStatus::skipped(),
                Verdict::Failed => {
                    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                    status.set_message(format!("expected {}, got {}", one.case.expected(), one.got.join(", then ")));
                    status.set_description(one.objections.join("\n"));
                    status
                }
            };
            let mut case = TestCase::new(one.case.name.clone(), status);
            case.set_time(Duration::from_millis(one.ms));
            suite.add_test_case(case);
        }
        report.add_test_suite(suite);
    }
    report.to_string().map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))
}
