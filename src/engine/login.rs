//! The session: is it still good? If not, log in; once, and never again with a password that was rejected.

use crate::browser::Probe;
use crate::contract::{ErrorKind, Phase, ProgressPhase, StepStatus};
use crate::recipe::{Locator, OutcomeRule, RuleOutcome, Step, StepVerb};

use super::action_run::MOST_QUIET;
use super::attempt::Attempt;
use super::commit_under_way::Committing;
use super::compile::Compiler;
use super::failure::{Attempted, Failure, command_failure};
use super::gate::{GateRequest, LoginEnd};
use super::login_under_way::LoginUnderWay;
use super::recorder::millis;
use super::spare_browser::launch_for;
use super::step::Flow;

impl<'a> Attempt<'a> {
    /// Makes sure that a browser is open and the service account logged in.
    pub(super) async fn ensure_session(&mut self) -> Attempted<()> {
        let too_old = self.slot.opened().is_some_and(|opened| opened.elapsed() >= self.recipe.session.max_age.get());
        if too_old {
            self.slot.close().await;
        }
        if self.slot.session().is_none() {
            self.reopen().await?;
        } else {
            // Its integration may have been changed since.
            Box::pin(self.stay_at_home()).await?;
        }
        self.recorder.enter(Phase::Session);
        let recipe = self.recipe;
        if self.slot.logged_in() {
            let begun_phase = self.recorder.phase();
            self.recorder.tell(ProgressPhase::Session, "A browser is open; looking whether it is still logged in.");
            match self.session_is_good().await {
                Ok(true) => {
                    self.recorder.enter(begun_phase);
                    self.recorder.tell(ProgressPhase::LoggedIn, "The service account is still logged in.");
                    return Ok(());
                }
                Ok(false) => {}
                // The page that the job before left does not stop asking. It has nothing to say in this one.
                Err(failure) if failure.kind == ErrorKind::UnexpectedDialog => Box::pin(self.reopen()).await?,
                Err(failure) => return Err(failure),
            }
        }
        self.slot.log_out();
        self.login(&recipe.session.login, &recipe.session.outcomes).await
    }

    /// A fresh browser in the place of the old one.
    pub(super) async fn reopen(&mut self) -> Attempted<()> {
        self.not_stopped()?;
        self.acted();
        self.page.leave_row();
        self.commit.disarm();
        self.recorder.enter(Phase::Session);
        self.recorder.tell(ProgressPhase::Session, "Opening a browser.");
        let begun = self.begin();
        self.recorder.browser_replaced(self.slot.session());
        let launch = launch_for(self.recipe, self.order.launch);
        match self.slot.open(&launch).await {
            Ok(()) => {
                self.end(begun, "open a browser".to_owned(), None, StepStatus::Ok, None).await;
                Box::pin(self.stay_at_home()).await
            }
            Err(error) => {
                let failure = Failure::new(ErrorKind::DriverError, error.to_string());
                self.end(begun, "open a browser".to_owned(), None, StepStatus::Failed, Some(failure.message.clone()))
                    .await;
                Err(failure)
            }
        }
    }

    /// Keeps the browser on the origins of the app.
    async fn stay_at_home(&mut self) -> Attempted<()> {
        let (origins, deadline) = (&self.order.entry.origins, self.page_deadline());
        let kept = self.slot.session().map(|session| session.stay_on(origins, deadline));
        match kept {
            Some(kept) => kept.await.map_err(|error| command_failure(&error)),
            None => Ok(()),
        }
    }

    /// Loads the page that only a logged-in user sees, and looks which screen it shows.
    async fn session_is_good(&mut self) -> Attempted<bool> {
        let recipe = self.recipe;
        let spec = &recipe.session;
        match self.goto(&spec.check_goto, Some(spec.span)).await {
            // Nothing was done in this job yet: what is open was opened by the page that the job before left.
            Err(failure) if failure.kind == ErrorKind::UnexpectedDialog => {
                self.may_go_on()?;
                self.dismiss_stray_dialog().await;
                self.goto(&spec.check_goto, Some(spec.span)).await?;
            }
            // The page that the job before left may have begun to hang since, and has been replaced by an empty one.
            Err(failure) if failure.kind == ErrorKind::AppBusy && self.session()?.lost().is_none() => {
                self.may_go_on()?;
                self.goto(&spec.check_goto, Some(spec.span)).await?;
            }
            loaded => loaded?,
        }
        let names = std::iter::once(spec.check_screen.clone()).chain(login_screens(&spec.login)).collect::<Vec<_>>();
        let compiler = Compiler::new(&self.scope);
        let mut probes = Vec::new();
        for name in &names {
            probes.push(match recipe.screens.get(name) {
                Some(screen) => compiler.screen(screen)?,
                None => Probe::Known { holds: false },
            });
        }
        let begun = self.begin();
        let deadline = self.page_deadline();
        let first = self.wait_first(&probes, deadline).await;
        let does = "recognise the session".to_owned();
        match first {
            Ok(Some(0)) => {
                self.page.recognised(spec.check_screen.clone());
                self.end(begun, does, Some(spec.span), StepStatus::Ok, Some("logged in".to_owned())).await;
                Ok(true)
            }
            Ok(Some(index)) => {
                self.end(
                    begun,
                    does,
                    Some(spec.span),
                    StepStatus::Ok,
                    Some(format!("not logged in: screen `{}`", names[index])),
                )
                .await;
                Ok(false)
            }
            Ok(None) => {
                self.end(begun, does, Some(spec.span), StepStatus::Ok, Some("not logged in".to_owned())).await;
                Ok(false)
            }
            Err(failure) => {
                self.end(begun, does, Some(spec.span), StepStatus::Failed, Some(failure.message.clone())).await;
                Err(failure)
            }
        }
    }

    #[tracing::instrument(level = "debug", skip_all)]
    async fn login(&mut self, steps: &'a [Step], own: &'a [OutcomeRule]) -> Attempted<()> {
        let begun = tokio::time::Instant::now();
        self.recorder.enter(Phase::Login);
        self.recorder.tell(ProgressPhase::Login, format!("Logging in to {}.", self.recipe.app.name));
        let secrets = self.order.secrets;
        // While logging in, "we are on the login page" says nothing yet.
        let rules: Vec<&OutcomeRule> =
            own.iter()
                .chain(
                    self.recipe.outcomes.iter().filter(|rule| {
                        rule.only_in.is_empty() && rule.is != RuleOutcome::Error(ErrorKind::SessionExpired)
                    }),
                )
                .collect();
        self.scope.secrets = Some(secrets);
        let fingerprint = secrets.fingerprint(&self.order.entry.integration.id);
        self.login = Some(LoginUnderWay::begin(fingerprint));
        let end = self.login_steps(steps, &rules).await;
        self.scope.secrets = None;
        self.commit.end();
        self.recorder.trace.cost.login_ms += millis(begun.elapsed());
        let login = self.login.take();
        let end = match end {
            Ok(end) => end,
            Err(failure) => {
                let failure = self.explain(failure).await;
                if let Some(login) = login {
                    self.login_broke_off(login).await;
                }
                return Err(failure);
            }
        };
        self.close_tabs().await;
        let rejected = match end {
            RuleOutcome::Done => None,
            RuleOutcome::Error(kind) => Some(kind),
            RuleOutcome::AlreadyExists | RuleOutcome::NotFound => {
                return Err(Failure::new(
                    ErrorKind::Internal,
                    "a login rule ends with an outcome that logins do not have",
                ));
            }
        };
        match (login, rejected) {
            (Some(login), Some(_)) if !login.sent => self.login_broke_off(login).await,
            (Some(LoginUnderWay { fingerprint, typed_at: Some(_), .. }), rejected)
                if rejected.is_none_or(ErrorKind::suspends) =>
            {
                let end = rejected.map_or(LoginEnd::Accepted, LoginEnd::Rejected);
                self.ask(|reply| GateRequest::LoginEnded { fingerprint, end, reply }).await?;
            }
            _ => {}
        }
        match rejected {
            None => {
                self.slot.log_in(self.order.entry);
                self.recorder.tell(ProgressPhase::LoggedIn, "The service account is logged in.");
                Box::pin(self.recorder.show(self.slot.session())).await;
                Ok(())
            }
            Some(kind) => {
                let recipe = self.recipe;
                let message = format!("{} refused the login: {}", recipe.app.name, kind.name().replace('_', " "));
                let failure = Failure::new(kind, message);
                let told = rules.iter().find(|rule| rule.is == RuleOutcome::Error(kind));
                Err(told.map_or_else(|| failure.clone(), |rule| failure.clone().at(rule.span)))
            }
        }
    }

    /// A login that ended before its secret was submitted is none that the app could have counted. Where the page is
    /// another one than the secret was typed on, it may have sent it by itself: then nobody knows.
    async fn login_broke_off(&mut self, login: LoginUnderWay) {
        let (Some(typed_at), false) = (login.typed_at, login.sent) else { return };
        let deadline = self.step_deadline(Some(crate::contract::Duration::from_secs(1)));
        let Some(session) = self.slot.session() else { return };
        if session.location(deadline).await.is_ok_and(|now| now.url == typed_at) {
            let fingerprint = login.fingerprint;
            let told = self.ask(|reply| GateRequest::LoginEnded { fingerprint, end: LoginEnd::NotSent, reply }).await;
            if let Err(failure) = told {
                tracing::debug!(message = %failure.message, "a login that was not sent counts as one without an end");
            }
        }
    }

    async fn login_steps(&mut self, steps: &'a [Step], rules: &[&'a OutcomeRule]) -> Attempted<RuleOutcome> {
        let compiler = Compiler::new(&self.scope);
        let probes = rules.iter().map(|rule| compiler.probe(&rule.when)).collect::<Attempted<Vec<_>>>()?;
        self.commit.begin(Committing::login(self.or_interrupts(&probes)?));
        match self.steps(steps).await {
            Ok(Flow::End(outcome)) => return Ok(outcome),
            Ok(_) => {}
            Err(failure) => {
                return match self.refused_meanwhile(failure, rules, &probes).await {
                    Err(failure) if failure.may_be_explained() && self.captcha_stands(rules, &probes).await => {
                        Ok(RuleOutcome::Error(ErrorKind::Captcha))
                    }
                    told => told,
                };
            }
        }
        let mut told = self.outcome(rules, &probes).await;
        let mut quiet = 0;
        while told.is_none() && quiet < MOST_QUIET && self.came_to_nothing().await {
            quiet += 1;
            if !self.commit_again("the login").await? {
                break;
            }
            told = self.outcome(rules, &probes).await;
        }
        match told {
            // No answer of the app: what was typed was about to leave it.
            Some((RuleOutcome::Error(ErrorKind::OriginBlocked), why)) => {
                return Err(Failure::new(ErrorKind::OriginBlocked, why));
            }
            Some((outcome, _)) => return Ok(outcome),
            None => {}
        }
        let mut message = "the login was sent and no rule of `session.login.outcomes` came to hold".to_owned();
        // What commits it may have come to the page behind the login.
        if steps.iter().any(|step| matches!(step.verb, StepVerb::Totp(_)) && !step.commit) {
            message.push_str(
                "; if the app takes the one-time password with its last digit, mark the step with `commit: true`",
            );
        }
        // What success looks like is to blame, or what the app said instead is not known.
        let success = rules.iter().zip(&probes).find(|(rule, _)| rule.is == RuleOutcome::Done);
        let failure = match success {
            Some((rule, probe)) => self.unmet(ErrorKind::UnexpectedPage, &message, probe).await.at(rule.span),
            None => Failure::new(ErrorKind::UnexpectedPage, message),
        };
        self.logged_in_all_the_same(failure, rules, &probes).await
    }

    /// A login was sent, and no rule says how it ended: it may have led to another page than the rules know. The page that
    /// only a logged-in user sees can tell, and nobody logs in a second time for that. Else the failure stays, with where
    /// the login had led to.
    async fn logged_in_all_the_same(
        &mut self,
        failure: Failure,
        rules: &[&'a OutcomeRule],
        probes: &[Probe],
    ) -> Attempted<RuleOutcome> {
        // Still: to be on the login page says nothing yet.
        self.recorder.enter(Phase::Login);
        let failure = self.explain(failure).await;
        let known = failure.kind != ErrorKind::UnexpectedPage;
        if known || !self.login.as_ref().is_some_and(|login| login.sent) {
            return Err(failure);
        }
        let failure = self.see(failure).await;
        let captcha = self.captcha_stands(rules, probes).await;
        if !self.session_is_good().await.unwrap_or(false) {
            return if captcha { Ok(RuleOutcome::Error(ErrorKind::Captcha)) } else { Err(failure) };
        }
        let message = "no rule of `session.login.outcomes` came to hold after the login; the page of `session.check` shows that it went well. \
                       Each login waits for the rules in vain: write one for the page that it leads to";
        self.recorder.warn("outcome_unknown", message);
        Ok(RuleOutcome::Done)
    }
}

impl<'a> Attempt<'a> {
    /// Whether a rule for a captcha holds now, be it that it held before the login's click, and so says nothing of what the
    /// click did. Many apps show one that lets everybody pass; only where a login comes to nothing it is the reason.
    async fn captcha_stands(&mut self, rules: &[&'a OutcomeRule], probes: &[Probe]) -> bool {
        let captcha = |rule: &OutcomeRule| rule.is == RuleOutcome::Error(ErrorKind::Captcha);
        let asked: Vec<Probe> =
            rules.iter().zip(probes).filter(|(rule, _)| captcha(rule)).map(|(_, probe)| probe.clone()).collect();
        let now = self.step_deadline(Some(crate::contract::Duration::from_secs(1)));
        let Some(session) = self.slot.session().filter(|_| !asked.is_empty()) else { return false };
        session.probe(&asked, now).await.is_ok_and(|held| held.contains(&true))
    }

    /// A step after a submitted secret did not find what it needs: the app may have refused the secret instead of going
    /// on. Then this is a rejection like any other, and the secret is not typed again.
    async fn refused_meanwhile(
        &mut self,
        failure: Failure,
        rules: &[&'a OutcomeRule],
        probes: &[Probe],
    ) -> Attempted<RuleOutcome> {
        let (Some(armed), true) = (self.commit.disarm(), failure.may_be_explained()) else { return Err(failure) };
        let now = self.step_deadline(Some(crate::contract::Duration::from_secs(1)));
        let Some(session) = self.slot.session() else { return Err(failure) };
        let held = session.wait_armed(probes, &armed, None, now).await.map(|waited| waited.all).unwrap_or_default();
        let told = rules.iter().zip(held).filter(|(_, held)| *held).map(|(rule, _)| rule.is);
        let refused = told.into_iter().find(|told| matches!(told, RuleOutcome::Error(_)));
        refused.ok_or(failure)
    }
}

/// The screens that the login's steps are about: seeing one of them means not to be logged in.
fn login_screens(steps: &[Step]) -> Vec<String> {
    fn of(locator: &Locator) -> Option<String> {
        locator.name.as_deref()?.split_once('.').map(|(screen, _)| screen.to_owned())
    }
    let mut screens: Vec<String> = steps
        .iter()
        .filter_map(|step| match &step.verb {
            StepVerb::Click(locator) => of(locator),
            StepVerb::Fill { into, .. } => of(into),
            _ => None,
        })
        .collect();
    screens.dedup();
    screens
}
