//! `fill`.

use tokio::time::Instant;

use crate::browser::{FillValue, Query, Read};
use crate::recipe::{Hole, Locator, Segment, Step, Template, Typing, ValuePath};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, command_failure};
use super::super::gate::GateRequest;
use super::super::login_under_way::LoginUnderWay;
use super::super::watched::Typed;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn fill(
        &mut self,
        step: &Step,
        into: &Locator,
        value: &Template,
        typing: Option<&Typing>,
    ) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_fill(step, into, value, typing).await;
        self.ended(begun, step, result).await
    }

    async fn do_fill(
        &mut self,
        step: &Step,
        into: &Locator,
        value: &Template,
        typing: Option<&Typing>,
    ) -> Result<(), StepError> {
        self.settle_generated(value).await?;
        let deadline = self.step_deadline(step.timeout);
        let rendered = self.scope.render(value)?;
        let reads = typing.and_then(|typing| typing.reads.as_ref());
        let reads = reads.map(|reads| self.scope.render(reads)).transpose()?;
        let reads = reads.as_ref().map(|reads| reads.text.as_str());
        let query = self.target(into, deadline).await?;
        if rendered.secret {
            self.is_there(&query, deadline).await?;
            self.secret_is_due().await?;
        }
        for segment in &value.segments {
            if let Segment::Hole(Hole { path: ValuePath::Generated(name), .. }) = segment {
                self.scope.typed.insert(name.clone());
            }
        }
        self.page.touched();
        let patience = self.patience(deadline);
        // What a loop types into a picker goes away with each pick; everything else has to stand when it is saved.
        let keep = (self.commit.is_ahead() && self.scope.items.is_empty()).then(|| {
            let typed = typing.map(|_| Typed { reads: reads.map(str::to_owned) });
            self.commit.watched.fill(&query, &rendered.text, rendered.secret, typed)
        });
        let fill = FillValue { text: &rendered.text, secret: rendered.secret, keep: keep.as_ref() };
        let first = match typing {
            Some(_) => self.session()?.type_text(&query, fill, reads, patience).await,
            None => self.session()?.fill(&query, fill, patience).await,
        };
        match first {
            Err(error) if patience != deadline && super::in_the_way(&error) => {
                self.cleared_the_way().await?;
                let fill = FillValue { text: &rendered.text, secret: rendered.secret, keep: keep.as_ref() };
                match typing {
                    Some(_) => self.session()?.type_text(&query, fill, reads, deadline).await?,
                    None => self.session()?.fill(&query, fill, deadline).await?,
                }
                Ok(())
            }
            other => Ok(other?),
        }
    }

    /// Before the first secret of a login the field has to be there: asking the gate begins a login that the app may
    /// count, and a login page without the field has not seen one.
    async fn is_there(&mut self, query: &Query, deadline: Instant) -> Result<(), StepError> {
        if self.login.as_ref().is_none_or(LoginUnderWay::is_typed) {
            return Ok(());
        }
        let patience = self.patience(deadline);
        match self.session()?.read(query, &Read::Text, patience).await {
            Err(error) if patience != deadline && super::in_the_way(&error) => {
                self.cleared_the_way().await?;
                self.session()?.read(query, &Read::Text, deadline).await?;
            }
            read => _ = read?,
        }
        Ok(())
    }

    /// A secret is about to be typed: only where the recipe says that the app lives, and in a login only after the gate
    /// was asked. A login that breaks off before this point is no login that the app could have counted.
    pub(in crate::engine) async fn secret_is_due(&mut self) -> Attempted<()> {
        let url = self.on_allowed_origin().await?;
        let Some(login) = self.login.as_ref().filter(|login| !login.is_typed()) else { return Ok(()) };
        let fingerprint = login.fingerprint.clone();
        self.ask(|reply| GateRequest::Login { fingerprint, reply }).await?;
        if let Some(login) = &mut self.login {
            login.typed_at = Some(url);
        }
        Ok(())
    }

    /// A secret is typed only where the recipe says that the app lives; returns where that is.
    pub(super) async fn on_allowed_origin(&mut self) -> Attempted<String> {
        let deadline = self.page_deadline();
        let location = self.session()?.location(deadline).await;
        let location = location.map_err(|error| command_failure(&error))?;
        let url = url::Url::parse(&location.url)
            .map_err(|_| super::unexpected("the page has no address that a password could be typed at".to_owned()))?;
        self.allowed(&url)?;
        Ok(location.url)
    }
}
