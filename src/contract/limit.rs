//! How many of something may happen in a window of time: `20/h`.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A number per window, written `20/h`, `5/m` or `100/d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The most that may happen within the window.
    pub count: u32,
    /// The window's length.
    pub window: Duration,
}

/// The text is not a limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a limit; write a number and a window, such as `20/h`, `5/m` or `100/d`")]
pub struct LimitParseError(String);

const WINDOWS: [(&str, u64); 3] = [("m", 60), ("h", 3_600), ("d", 86_400)];

impl FromStr for Limit {
    type Err = LimitParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || LimitParseError(text.to_owned());
        let (count, unit) = text.split_once('/').ok_or_else(error)?;
        let (_, seconds) = WINDOWS.into_iter().find(|(name, _)| *name == unit).ok_or_else(error)?;
        Ok(Self { count: count.parse().map_err(|_| error())?, window: Duration::from_secs(seconds) })
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit =
            WINDOWS.into_iter().find(|(_, s)| Duration::from_secs(*s) == self.window).map_or("?", |(unit, _)| unit);
        write!(f, "{}/{unit}", self.count)
    }
}

impl Serialize for Limit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Limit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "How many of something may happen in a window of time: a minute (`m`), an hour (`h`) or a day (`d`).",
            "type": "string",
            "pattern": "^[0-9]+/(m|h|d)$",
            "examples": ["20/h"]
        })
    }
}
