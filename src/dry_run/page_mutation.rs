//! Pages that changed since the recipe was written: done to each page as it is served, before the app's own scripts.

use serde::Serialize;
use serde_json::json;

use crate::browser::{Query, finder_script};

/// An element, on the pages whose addresses match one of the globs; on all pages if there are none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct OnPage {
    pub(super) query: Query,
    pub(super) globs: Vec<String>,
}

/// How pages differ from what the recipe was written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(super) enum PageMutation {
    /// The element is called something else.
    Renamed(OnPage),
    /// The element is there twice.
    Doubled(OnPage),
    /// The element is gone.
    Removed(OnPage),
    /// Something lies over the page that has the element.
    Covered(OnPage),
    /// A column's header reads something else.
    ColumnRenamed { header: String },
    /// Two columns changed places, with their headers.
    ColumnsSwapped { header: String, other: String },
    /// A dialog about something else lies over each page.
    Dialog,
    /// The app's own words are in another language.
    Translated,
}

impl PageMutation {
    /// The script that makes pages so.
    pub(super) fn script(&self) -> String {
        // Told for one document: in a frame the script runs, too.
        let mut how = json!(self);
        if let Some(query) = how.get_mut("query").and_then(|query| query.as_object_mut()) {
            query.remove("frames");
        }
        format!("(() => {{\n{}\nconst how = {how};\n{}\n}})();", finder_script(), include_str!("mutate.js"))
    }
}
