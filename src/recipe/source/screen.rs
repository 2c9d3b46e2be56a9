//! Screens and their elements.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{LocatorSource, Many, Maybe, Named, OneOrMany, TextSource};
use crate::recipe::yaml::Recovered;

/// A page, a part of a page or a dialog.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{recognise: {url: /users*}, elements: {…}}`")]
#[schemars(rename = "Screen")]
pub(crate) struct ScreenSource {
    /// How it is told from others.
    pub(crate) recognise: Recovered<RecogniseSource>,
    /// The frame that all of it lives in.
    pub(crate) frame: Maybe<LocatorSource>,
    /// Its elements by name; elsewhere `screen.element`.
    pub(crate) elements: Maybe<Named<LocatorSource>>,
}

/// How a screen is told from others. All that is given must hold.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{url: /users*, visible: [users.heading]}`")]
#[schemars(rename = "Recognise", extend("minProperties" = 1))]
pub(crate) struct RecogniseSource {
    /// Globs of the URL, of which one must match. `*` crosses `/`. A glob that begins with `/` is compared with path and
    /// fragment, one with a `?` with path and query too, one with `://` with the whole URL.
    pub(crate) url: Maybe<OneOrMany<String>>,
    /// Elements that must be visible.
    pub(crate) visible: Maybe<Many<LocatorSource>>,
    /// Elements that must not be visible.
    pub(crate) gone: Maybe<Many<LocatorSource>>,
    /// The title of the document.
    pub(crate) title: Maybe<TextSource>,
    /// At least one of these holds, each written as `recognise` is: `any: [{visible: [users.table]}, {visible: [users.none]}]`.
    pub(crate) any: Maybe<Many<RecogniseSource>>,
}
