//! `fill`.

use crate::browser::FillValue;
use crate::recipe::{Hole, Locator, Segment, Step, Template, Typing, ValuePath};

use super::super::attempt::{Attempt, command_failure};
use super::super::failure::Outcome;
use super::StepError;
use super::guarded::Typed;

impl Attempt<'_> {
    pub(super) async fn fill(
        &mut self,
        step: &Step,
        into: &Locator,
        value: &Template,
        typing: Option<&Typing>,
    ) -> Outcome<()> {
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
        let deadline = self.step_deadline(step.timeout);
        let rendered = self.scope.render(value)?;
        let reads = typing.and_then(|typing| typing.reads.as_ref());
        let reads = reads.map(|reads| self.scope.render(reads)).transpose()?;
        let reads = reads.as_ref().map(|reads| reads.text.as_str());
        let query = self.target(into, deadline).await?;
        if rendered.secret {
            self.on_allowed_origin().await?;
        }
        for segment in &value.segments {
            if let Segment::Hole(Hole { path: ValuePath::Generated(name), .. }) = segment {
                self.scope.typed.insert(name.clone());
            }
        }
        self.fresh_url = None;
        let patience = self.patience(deadline);
        // What a loop types into a picker goes away with each pick; everything else has to stand when it is saved.
        let keep = (self.committing.is_some() && self.scope.items.is_empty()).then(|| {
            let typed = typing.map(|_| Typed { reads: reads.map(str::to_owned) });
            self.watched.fill(&query, &rendered.text, rendered.secret, typed)
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

    /// A secret is typed only where the recipe says that the app lives.
    pub(super) async fn on_allowed_origin(&mut self) -> Outcome<()> {
        let deadline = self.page_deadline();
        let location = self.session()?.location(deadline).await;
        let location = location.map_err(|error| command_failure(&error))?;
        let url = url::Url::parse(&location.url)
            .map_err(|_| super::unexpected("the page has no address that a password could be typed at".to_owned()))?;
        self.allowed(&url)
    }
}
