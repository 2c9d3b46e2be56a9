//! The browser: driver process, session, commands with deadlines, and `page.js`. The only place that names fantoccini.

mod query;

pub use query::{By, FieldQuery, ListQuery, Matcher, Probe, Query, Read, RowQuery, State};
