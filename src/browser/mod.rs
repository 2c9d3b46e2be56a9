//! The browser: driver process, session, commands with deadlines, and the script that looks at the page. The only
//! place that names fantoccini.
//!
//! A [`Session`] owns one browser and its driver. Every operation takes a deadline, ends by it (give or take
//! [`GRACE`]), and says by [`CommandError::sent`] whether the app may have been touched. Finding, waiting and reading
//! happen inside the page: one round trip each, whatever the size.

mod act_guard;
mod ahead;
mod answer;
mod call;
mod choose;
mod code;
mod command;
mod computed;
mod date;
mod describe;
mod dialog;
mod download;
mod driver;
mod error;
mod evidence;
mod explain;
mod fence;
mod fill;
mod frame_state;
mod frames;
pub mod guard;
mod guarding;
mod inspect;
mod keys;
mod launch;
mod launch_error;
mod list_query;
mod navigate;
mod page_script;
mod point;
mod preload;
mod probe;
mod processes;
mod query;
mod read;
mod rescue;
mod rest;
mod script;
mod scroll;
mod session;
mod tabs;
mod typing;
mod upload;

pub use act_guard::{ActGuard, Arrival, Guarded, Keep, Stopped};
pub use ahead::{AheadQuery, FetchedPage, ReadAhead};
pub use call::Call;
pub use code::TypedCode;
#[doc(hidden)]
pub use computed::Computed;
pub use download::{DOWNLOAD_LIMIT, Downloads};
pub use error::{Candidate, CommandError, DownloadProblem, NotActionableReason, Sent};
pub use evidence::{Picture, PictureFormat};
pub use explain::{Explanation, Finding};
pub use fence::Outside;
pub use fill::FillValue;
pub use inspect::{Match, Matches, Shown, ShownElement};
pub use launch::{Found, LaunchOptions, Webdriver, probe};
pub use launch_error::LaunchError;
pub use list_query::{FieldQuery, ListQuery, ScrollQuery, ScrollStop, TotalQuery};
pub use navigate::Location;
pub use page_script::finder_script;
pub use point::{Prepared, Rect};
pub use probe::{Baseline, WaitOutcome};
pub use processes::crash;
pub use query::{By, Matcher, Probe, Query, Read, RowQuery, State};
pub use read::{ElementHandle, FieldValue, ListPage, ListProblem, ListProblemKind, MoreRows};
pub use rest::Unrest;
pub use scroll::{ScrollEnd, ScrollRead, Scrolled, Scrolling};
pub use session::{Drift, GRACE, Session};
pub use tabs::Tab;
