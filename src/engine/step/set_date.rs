//! `set_date`.

use serde_json::Value;

use crate::contract::ErrorKind;
use crate::recipe::{Filter, Locator, Step, Template};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::value;
use super::StepError;

impl Attempt<'_> {
    pub(super) async fn set_date(
        &mut self,
        step: &Step,
        into: &Locator,
        date: &Template,
        format: Option<&String>,
    ) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_set_date(step, into, date, format).await;
        self.ended(begun, step, result).await
    }

    async fn do_set_date(
        &mut self,
        step: &Step,
        into: &Locator,
        date: &Template,
        format: Option<&String>,
    ) -> Result<(), StepError> {
        let invalid = |message: String| Failure::new(ErrorKind::InvalidAttribute, message).at(date.span);
        let deadline = self.step_deadline(step.timeout);
        let iso = self.scope.render(date)?.text;
        if iso.parse::<jiff::civil::Date>().is_err() {
            return Err(invalid(format!("`{iso}` is not a date of the form YYYY-MM-DD")).into());
        }
        let text = match format {
            Some(format) => {
                let filter = [Filter::Date(format.clone())];
                let written = value::filter(Value::String(iso.clone()), &filter, true).map_err(invalid)?;
                Some(value::text(&written))
            }
            None => None,
        };
        let query = self.target(into, deadline).await?;
        self.page.touched();
        Ok(self.session()?.set_date(&query, &iso, text.as_deref(), deadline).await?)
    }
}
