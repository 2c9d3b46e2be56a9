//! How elements are found.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Maybe;
use super::text::{TextSource, text_or_object};
use crate::recipe::yaml::{Recovered, Spanned};

text_or_object! {
    /// How one element is found.
    LocatorSource as "Locator" = Name "the name of an element, `screen.element`; never a text of the page"
        | Keys(LocatorSpec)
}

/// The keys of a locator by reference, wherever they are written.
// Fields: the keys of a locator.
pub(crate) struct LocatorKeys<'s> {
    pub(crate) role: &'s Maybe<String>,
    pub(crate) name: &'s Maybe<TextSource>,
    pub(crate) label: &'s Maybe<TextSource>,
    pub(crate) placeholder: &'s Maybe<TextSource>,
    pub(crate) alt: &'s Maybe<TextSource>,
    pub(crate) title: &'s Maybe<TextSource>,
    pub(crate) test_id: &'s Maybe<TextSource>,
    pub(crate) text: &'s Maybe<TextSource>,
    pub(crate) column: &'s Maybe<TextSource>,
    pub(crate) css: &'s Maybe<String>,
    pub(crate) xpath: &'s Maybe<String>,
    pub(crate) itself: &'s Maybe<bool>,
    pub(crate) sibling: &'s Maybe<u32>,
    pub(crate) any_of: &'s Maybe<Vec<Recovered<LocatorSource>>>,
    pub(crate) within: &'s Maybe<LocatorSource>,
    pub(crate) has: &'s Maybe<LocatorSource>,
    pub(crate) has_not: &'s Maybe<LocatorSource>,
    pub(crate) has_text: &'s Maybe<TextSource>,
    pub(crate) where_attributes: &'s Maybe<IndexMap<Spanned<String>, Recovered<TextSource>>>,
    pub(crate) state: &'s Maybe<StateSource>,
    pub(crate) nth: &'s Maybe<u32>,
    pub(crate) hidden: &'s Maybe<bool>,
}

/// Makes a type with the keys of a locator and some more. (`serde(flatten)` would lose the places of the keys.)
macro_rules! with_locator_keys {
    (
        $(#[$attribute:meta])*
        struct $name:ident { $($(#[$extra_attribute:meta])* $extra:ident: $extra_type:ty,)* }
    ) => {
        // Fields: the keys of a locator.
        $(#[$attribute])*
        pub(crate) struct $name {
            $($(#[$extra_attribute])* pub(crate) $extra: $extra_type,)*
            /// By computed ARIA role (WAI-ARIA 1.2), such as `button`, `link`, `row`; mostly with `name`.
            role: $crate::recipe::source::Maybe<String>,
            /// Beside `role`: the accessible name.
            name: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// A form control by its label.
            label: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// A form control by its placeholder.
            placeholder: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// An image by its alternative text.
            alt: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// By its `title` attribute.
            title: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// By `data-testid`, `data-test`, `data-qa`, or what `settings.test_id_attributes` names.
            test_id: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// The smallest visible element with that text.
            text: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// In a row of a table: the cell under the header with that text.
            column: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// A CSS selector, taken literally.
            css: $crate::recipe::source::Maybe<String>,
            /// An `XPath` expression, taken literally.
            xpath: $crate::recipe::source::Maybe<String>,
            /// In a row: the row itself, as `self: true`.
            #[serde(rename = "self")]
            itself: $crate::recipe::source::Maybe<bool>,
            /// In a row: the element that follows it, 1 for the next, such as a second line with details. What is a row of
            /// the list by itself is never taken.
            sibling: $crate::recipe::source::Maybe<u32>,
            /// Alternatives in order. Needing a later one is drift: reads go on with a warning, writes need the first.
            any_of: $crate::recipe::source::Maybe<
                Vec<$crate::recipe::yaml::Recovered<$crate::recipe::source::LocatorSource>>
            >,
            /// Only inside the element that this finds.
            within: $crate::recipe::source::Maybe<$crate::recipe::source::LocatorSource>,
            /// Only elements that contain a match of this.
            has: $crate::recipe::source::Maybe<$crate::recipe::source::LocatorSource>,
            /// Only elements that contain no match of this.
            has_not: $crate::recipe::source::Maybe<$crate::recipe::source::LocatorSource>,
            /// Only elements whose text matches.
            has_text: $crate::recipe::source::Maybe<$crate::recipe::source::TextSource>,
            /// Only elements whose attributes match.
            #[serde(rename = "where")]
            where_attributes: $crate::recipe::source::Maybe<
                $crate::recipe::source::Named<$crate::recipe::source::TextSource>
            >,
            /// Only elements in this state.
            state: $crate::recipe::source::Maybe<$crate::recipe::source::locator::StateSource>,
            /// Only the n-th match, from 0. Brittle: prefer `within` or `has`. Refused for a committing click.
            nth: $crate::recipe::source::Maybe<u32>,
            /// Match hidden elements too (file inputs). Default: no.
            hidden: $crate::recipe::source::Maybe<bool>,
        }

        impl $name {
            /// The keys of the locator.
            pub(crate) fn locator_keys(&self) -> $crate::recipe::source::LocatorKeys<'_> {
                $crate::recipe::source::LocatorKeys {
                    role: &self.role,
                    name: &self.name,
                    label: &self.label,
                    placeholder: &self.placeholder,
                    alt: &self.alt,
                    title: &self.title,
                    test_id: &self.test_id,
                    text: &self.text,
                    column: &self.column,
                    css: &self.css,
                    xpath: &self.xpath,
                    itself: &self.itself,
                    sibling: &self.sibling,
                    any_of: &self.any_of,
                    within: &self.within,
                    has: &self.has,
                    has_not: &self.has_not,
                    has_text: &self.has_text,
                    where_attributes: &self.where_attributes,
                    state: &self.state,
                    nth: &self.nth,
                    hidden: &self.hidden,
                }
            }
        }
    };
}
pub(super) use with_locator_keys;

with_locator_keys! {
    /// How one element is found: one main criterion, and refinements beside it. It must match exactly one visible
    /// element.
    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(
        deny_unknown_fields,
        expecting = "the name of an element such as `users.add`, or a locator such as `{role: button, name: Save}`"
    )]
    #[schemars(
        rename = "LocatorKeys",
        extend("examples" = [
            {"role": "button", "name": "Save"},
            {"label": {"contains": "E-mail"}, "within": {"role": "dialog"}},
            {"role": "row", "within": "users.table", "has": {"role": "cell"}}
        ])
    )]
    struct LocatorSpec {}
}

/// States that an element must be in; what is left out does not matter.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{enabled: true}`")]
#[schemars(rename = "State")]
pub(crate) struct StateSource {
    /// Not disabled.
    pub(crate) enabled: Maybe<bool>,
    /// Checked (`aria-checked` counts).
    pub(crate) checked: Maybe<bool>,
    /// Expanded (`aria-expanded`).
    pub(crate) expanded: Maybe<bool>,
    /// Selected (`aria-selected` counts).
    pub(crate) selected: Maybe<bool>,
}
