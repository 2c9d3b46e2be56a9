//! Pages that changed since the recipe was written: done to each page as it is served, before the app's own scripts.

use serde::Serialize;
use serde_json::json;

use crate::browser::{Query, finder_script};

/// How pages differ from what the recipe was written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(super) enum PageMutation {
    /// The element is called something else.
    Renamed { query: Query },
    /// The element is there twice.
    Doubled { query: Query },
    /// The element is gone.
    Removed { query: Query },
    /// Something lies over the page that has the element.
    Covered { query: Query },
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
