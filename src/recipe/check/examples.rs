//! The examples of a field: values that it could have.

use indexmap::IndexMap;

use super::{Checker, given};
use crate::contract::FieldType;
use crate::recipe::pattern::Pattern;
use crate::recipe::resource::Label;
use crate::recipe::source::{FieldSource, Scalar};

impl Checker<'_> {
    /// The examples of a field, as texts. One that the field could not have is reported.
    pub(super) fn examples(
        &self,
        source: &FieldSource,
        field_type: FieldType,
        labels: &IndexMap<String, Label>,
        pattern: Option<&Pattern>,
    ) -> Vec<String> {
        let most = given(&source.max_length).and_then(|most| usize::try_from(*most).ok());
        let mut examples = Vec::new();
        for example in given(&source.examples).into_iter().flatten() {
            let Some(text) = example.get().map(Scalar::text) else { continue };
            let wrong = |message: String, help: &str| self.error("bad_example", example.span, message, help);
            if field_type == FieldType::Email && !is_address(&text) {
                wrong(
                    format!("the example `{text}` is not an e-mail address"),
                    "write one, such as `ada@acme.example`",
                );
            } else {
                self.fits_text(&text, field_type, labels, example.span);
            }
            if pattern.is_some_and(|pattern| !pattern.is_match(&text)) {
                wrong(
                    format!("the example `{text}` does not match the field's own pattern"),
                    "correct the example or the pattern; the pattern has to match the whole value",
                );
            }
            if let Some(most) = most.filter(|most| text.chars().count() > *most) {
                wrong(
                    format!("the example `{text}` is longer than {most} characters"),
                    "shorten it, or raise `max_length`",
                );
            }
            examples.push(text);
        }
        examples
    }
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.chars().any(char::is_whitespace)
}
