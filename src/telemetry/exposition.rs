//! The metrics as text, in the exposition format of Prometheus, version 0.0.4.

use std::fmt;
use std::time::Duration;

use metrics::{describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder};

use super::count;
use super::metric::{Kind, METRICS, Metric, Unit};

/// How often measured values are put into their buckets when nobody asks for them.
pub(super) const UPKEEP: Duration = Duration::from_secs(30);

/// The metrics of this process. Copies are the same.
#[derive(Clone)]
pub struct Exposition(PrometheusHandle);

/// Why metrics cannot be recorded; a bug.
#[derive(Debug, thiserror::Error)]
#[error("metrics cannot be recorded: {0}")]
pub struct NotInstalled(String);

impl Exposition {
    /// Begins to count, in this process. What happened before is not counted.
    ///
    /// # Errors
    /// When that has been done before.
    pub fn install() -> Result<Self, NotInstalled> {
        let told = |error: &dyn fmt::Display| NotInstalled(error.to_string());
        let recorder = recorder().map_err(|error| told(&error))?;
        let exposition = Self(recorder.handle());
        metrics::set_global_recorder(recorder).map_err(|error| told(&error))?;
        describe();
        count::nothing_yet();
        Ok(exposition)
    }

    /// All metrics, as they are now.
    pub fn render(&self) -> String {
        self.0.render()
    }

    /// Puts measured values into their buckets.
    pub(super) fn keep_up(&self) {
        self.0.run_upkeep();
    }
}

impl fmt::Debug for Exposition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Exposition")
    }
}

fn recorder() -> Result<PrometheusRecorder, BuildError> {
    let mut builder = PrometheusBuilder::new();
    for metric in METRICS {
        if let Kind::Histogram(bounds) = metric.kind {
            builder = builder.set_buckets_for_metric(Matcher::Full(metric.name.to_owned()), bounds)?;
        }
    }
    Ok(builder.build_recorder())
}

fn describe() {
    for Metric { name, kind, unit, help, .. } in METRICS.iter().copied() {
        let unit = match unit {
            Unit::Count | Unit::Flag => metrics::Unit::Count,
            Unit::Seconds => metrics::Unit::Seconds,
        };
        match kind {
            Kind::Counter => describe_counter!(name, unit, help),
            Kind::Gauge => describe_gauge!(name, unit, help),
            Kind::Histogram(_) => describe_histogram!(name, unit, help),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::{SignedDuration, Timestamp};

    use super::super::{Health, SlotUsed};
    use super::*;
    use crate::contract::{Action, ErrorKind, IntegrationId, JobError, JobResult, Outcome};

    fn result(integration: &str) -> JobResult {
        let error = JobError::new(ErrorKind::Network, "away");
        let mut result =
            JobResult::refused(uuid::Uuid::nil(), integration.parse().unwrap(), Some(Action::Check), error);
        result.times.started = Some(Timestamp::UNIX_EPOCH);
        result.times.finished = Some(Timestamp::UNIX_EPOCH + SignedDuration::from_millis(1500));
        result.times.login_ms = 300;
        result
    }

    /// What is told after everything has happened once.
    fn told() -> String {
        let recorder = recorder().unwrap();
        let exposition = Exposition(recorder.handle());
        metrics::with_local_recorder(&recorder, || {
            describe();
            count::nothing_yet();
            let acme: IntegrationId = "acme".parse().unwrap();
            count::dead_letters_none(["malformed", "uncertain"]);
            count::job_begins(&acme, 1, Some(Timestamp::now() - SignedDuration::from_secs(30)));
            count::job_begins(&acme, 2, Some(Timestamp::UNIX_EPOCH));
            count::job_begins(&acme, 1, None);
            count::attempt_ended(&result("acme"));
            count::retry(&acme, ErrorKind::Network);
            count::job_ended(&result("acme"));
            let mut done = result("beta");
            (done.outcome, done.times.finished) =
                (Outcome::Succeeded, Some(Timestamp::UNIX_EPOCH - SignedDuration::from_secs(9)));
            count::job_ended(&done);
            count::dead_letter("uncertain");
            count::integration_suspended(&acme, true);
            count::integration_suspended(&"beta".parse().unwrap(), false);
            count::slots(2);
            drop(SlotUsed::new());
            let used = SlotUsed::new();
            std::mem::forget(used);
            count::handed_over(&acme);
            count::lease_lost(&acme);
            count::stale_ack();
            count::redelivered();
            count::browser_started();
            count::browser_lost();
            count::webdriver_command();
            count::webdriver_command();
            std::mem::forget(Health::default().linked());
        });
        exposition.keep_up();
        exposition.render()
    }

    #[test]
    fn everything_that_happens_is_told_with_its_labels() {
        let told = told();
        for line in [
            "idlcm_jobs_total{integration=\"acme\",action=\"check\",outcome=\"failed\"} 1",
            "idlcm_jobs_total{integration=\"beta\",action=\"check\",outcome=\"succeeded\"} 1",
            "idlcm_job_duration_seconds_bucket{integration=\"acme\",le=\"1\"} 0",
            "idlcm_job_duration_seconds_bucket{integration=\"acme\",le=\"2.5\"} 1",
            "idlcm_job_duration_seconds_sum{integration=\"acme\"} 1.5",
            // A clock that was set back makes no negative time.
            "idlcm_job_duration_seconds_sum{integration=\"beta\"} 0",
            "idlcm_login_duration_seconds_bucket{integration=\"acme\",le=\"0.25\"} 0",
            "idlcm_login_duration_seconds_bucket{integration=\"acme\",le=\"0.5\"} 1",
            "idlcm_job_age_seconds_bucket{integration=\"acme\",le=\"15\"} 0",
            "idlcm_job_age_seconds_bucket{integration=\"acme\",le=\"60\"} 1",
            "idlcm_job_age_seconds_count{integration=\"acme\"} 1",
            "idlcm_retries_total{integration=\"acme\",kind=\"network\"} 1",
            "idlcm_dead_letters_total{reason=\"malformed\"} 0",
            "idlcm_dead_letters_total{reason=\"uncertain\"} 1",
            "idlcm_integration_suspended{integration=\"acme\"} 1",
            "idlcm_integration_suspended{integration=\"beta\"} 0",
            "idlcm_browser_slots 2",
            "idlcm_browser_slots_used 1",
            "idlcm_handovers_total{integration=\"acme\"} 1",
            "idlcm_leases_lost_total{integration=\"acme\"} 1",
            "idlcm_stale_acks_total 1",
            "idlcm_redelivered_total 1",
            "idlcm_browsers_started_total 1",
            "idlcm_browsers_lost_total 1",
            "idlcm_webdriver_commands_total 2",
            "idlcm_queue_linked 1",
            concat!("idlcm_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1"),
        ] {
            assert!(told.lines().any(|told| told == line), "no `{line}` in\n{told}");
        }
    }

    #[test]
    fn every_metric_has_its_help_its_type_and_the_labels_that_it_promises() {
        let told = told();
        for Metric { name, kind, labels, help, .. } in METRICS {
            assert!(told.contains(&format!("# HELP {name} {help}\n# TYPE {name} {kind}\n")), "{name} in\n{told}");
            let series: Vec<&str> = told
                .lines()
                .filter(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['{', ' ', '_'])))
                .filter(|line| {
                    !METRICS.iter().any(|other| other.name.len() > name.len() && line.starts_with(other.name))
                })
                .collect();
            assert!(!series.is_empty(), "{name} is never told");
            for line in series {
                let inner = line.split_once('{').map_or("", |(_, rest)| rest.split('}').next().unwrap());
                let names: Vec<&str> =
                    inner.split(',').filter_map(|label| label.split_once('=')).map(|(label, _)| label).collect();
                let names: Vec<&str> = names.into_iter().filter(|label| *label != "le").collect();
                assert_eq!(names, *labels, "{line}");
            }
        }
        let known: BTreeSet<&str> = METRICS.iter().map(|metric| metric.name).collect();
        let typed: BTreeSet<&str> =
            told.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect();
        assert_eq!(typed, known);
        assert_eq!(known.len(), METRICS.len(), "two of one name");
    }

    /// Names and units, by <https://prometheus.io/docs/practices/naming/>.
    #[test]
    fn names_say_what_they_count() {
        for Metric { name, kind, unit, help, .. } in METRICS {
            let stem = name.strip_prefix("idlcm_").expect(name);
            assert!(stem.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'), "{name}");
            assert_eq!(name.ends_with("_total"), *kind == Kind::Counter, "{name}");
            assert_eq!(name.ends_with("_seconds"), *unit == Unit::Seconds, "{name}");
            assert!(help.ends_with('.') && !help.contains(['\n', '\\']), "{name}");
        }
    }

    /// Ids of integrations cannot hold these characters; a label of another kind one day might.
    #[test]
    fn values_of_labels_are_escaped() {
        let recorder = recorder().unwrap();
        metrics::with_local_recorder(&recorder, || {
            metrics::counter!("idlcm_x_total", "reason" => "a \"b\" \\ c\nd").increment(1);
        });
        assert!(recorder.handle().render().contains(r#"idlcm_x_total{reason="a \"b\" \\ c\nd"} 1"#));
    }
}
