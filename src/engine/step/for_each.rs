//! `for_each`.

use serde_json::Value;

use crate::contract::ErrorKind;
use crate::recipe::{Step, ValuePath};

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::value;
use super::Flow;

impl Attempt<'_> {
    pub(super) async fn for_each(
        &mut self,
        items: &ValuePath,
        name: &str,
        max: usize,
        steps: &[Step],
    ) -> Attempted<Flow> {
        let items = value::items(&self.scope.value(items));
        if items.len() > max {
            let message = format!("{} items are wished and the recipe takes at most {max} (`max`)", items.len());
            return Err(Failure::new(ErrorKind::InvalidAttribute, message));
        }
        for item in items {
            self.scope.items.push((name.to_owned(), Value::String(item)));
            let flow = self.steps(steps).await;
            self.scope.items.pop();
            match flow? {
                Flow::Next => {}
                end => return Ok(end),
            }
        }
        Ok(Flow::Next)
    }
}
