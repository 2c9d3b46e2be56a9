//! Dates: the formats they are written in, and the step that sets one.

use jiff::civil::Date;

use super::Checker;
use super::scope::{Scope, Use};
use crate::contract::FieldType;
use crate::recipe::filter::date_format;
use crate::recipe::source::SetDateSource;
use crate::recipe::step::StepVerb;
use crate::recipe::template::{Segment, Template, ValuePath};

impl Checker<'_> {
    pub(super) fn set_date(&self, source: &SetDateSource, scope: &Scope) -> Option<StepVerb> {
        let into = self.locator(&source.into, scope);
        let value = self.template(&source.value, Use::Text, scope);
        if let Some(value) = &value {
            self.date_like(value, scope);
        }
        let mut sound = true;
        let mut format = None;
        if let Some(written) = &source.format {
            match written.get() {
                Some(text) => {
                    if let Err(bad) = date_format(text) {
                        self.error("bad_date_format", written.span, bad.message, bad.help);
                        sound = false;
                    }
                    format = Some(text.clone());
                }
                None => sound = false,
            }
        }
        let (into, value) = (into?, value?);
        sound.then_some(StepVerb::SetDate { into, value, format })
    }

    /// Reports a value that cannot be a date.
    fn date_like(&self, value: &Template, scope: &Scope) {
        match value.segments.as_slice() {
            [Segment::Literal(text)] if text.parse::<Date>().is_err() => {
                let message = format!("`{text}` is not a date");
                self.error("bad_date", value.span, message, "write it as `2026-11-01`");
            }
            [] => self.error("bad_date", value.span, "there is no date here", "write a field of type `date`"),
            segments => {
                for segment in segments {
                    let Segment::Hole(hole) = segment else { continue };
                    let (kind, name) = match &hole.path {
                        ValuePath::Subject(name) | ValuePath::Change(name, _) => (scope.subject, name),
                        ValuePath::Other(kind, name) => (Some(*kind), name),
                        _ => continue,
                    };
                    let field = kind.and_then(|kind| self.resources.get(&kind)?.fields.get(name));
                    if let Some(field) = field
                        && !matches!(field.field_type, FieldType::Date | FieldType::String)
                    {
                        self.error(
                            "not_a_date",
                            hole.span,
                            format!("the field `{name}` holds no date"),
                            format!("write `type: date` at the field `{name}`, or name another one"),
                        );
                    }
                }
            }
        }
    }
}
