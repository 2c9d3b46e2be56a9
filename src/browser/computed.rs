//! Roles and names, ours beside the driver's own computation (W3C `WebDriver`, sections 12.4.9 and 12.4.10). The page's
//! script computes both for thousands of elements in one command; the driver needs two commands for each, so that it is
//! the yardstick of tests only.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::command::Command;
use super::error::CommandError;
use super::query::Query;
use super::session::Session;

/// An element's role and name, computed twice.
#[doc(hidden)]
#[derive(Debug, Clone, Deserialize)]
pub struct Computed {
    /// The element as HTML, shortened.
    pub element: String,
    /// The value of the attribute that was asked for.
    pub case: String,
    /// Our role.
    pub role: String,
    /// Our name.
    pub name: String,
    /// The driver's role.
    #[serde(default)]
    pub driver_role: String,
    /// The driver's name, white space collapsed.
    #[serde(default)]
    pub driver_name: String,
}

#[derive(Deserialize)]
struct Roles {
    roles: Vec<Computed>,
}

impl Session {
    /// Roles and names of all elements that match, hidden ones included. `case`: an attribute to tell them apart by.
    /// Two commands for each element.
    ///
    /// # Errors
    /// [`CommandError`].
    #[doc(hidden)]
    pub async fn computed(
        &mut self,
        query: &Query,
        case: &str,
        deadline: Instant,
    ) -> Result<Vec<Computed>, CommandError> {
        let request = json!({ "op": "roles", "query": query, "case": case });
        let about = About::query(query);
        let answer: Answer<Roles> = self.act(&request, None, false, deadline).await?.map_err(|not| about.error(not))?;
        let mut all = answer.value.roles;
        for (one, element) in all.iter_mut().zip(answer.elements) {
            let role = self.send(Command::ComputedRole { element: element.clone() }, deadline).await?;
            let name = self.send(Command::ComputedLabel { element }, deadline).await?;
            one.driver_role = words(&role);
            one.driver_name = words(&name);
        }
        Ok(all)
    }
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
