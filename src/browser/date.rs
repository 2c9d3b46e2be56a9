//! Dates: set in a native date input, typed as the app writes them anywhere else.

use serde_json::json;
use tokio::time::Instant;

use super::error::CommandError;
use super::query::Query;
use super::session::Session;

impl Session {
    /// Puts a date into a control and reads it back. A native input (`date`, `datetime-local`, `month`, `week`,
    /// `time`; HTML, section 2.3.5) is set to the ISO 8601 date, whatever the browser shows; any other text control is
    /// filled with `text`, the date as this app writes it. One command if the control is there.
    ///
    /// # Errors
    /// [`CommandError::NotActionable`] if the control is not a native one and there is no `text`, or if the date is
    /// outside of the control's `min` and `max`; else as [`Session::fill`].
    pub async fn set_date(
        &mut self,
        query: &Query,
        iso: &str,
        text: Option<&str>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let request = json!({ "op": "set_date", "query": query, "iso": iso, "value": text, "secret": false });
        self.put_in(query, request, text.unwrap_or(iso).into(), deadline).await
    }
}
