//! Queries as a recipe's author would write them, for error messages.

use std::fmt;

use super::query::{By, Matcher, Probe, Query, State};

/// A text as YAML reads it back: JSON strings are YAML strings.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self.0).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Display for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, text, ignore_case) = match self {
            Self::Whole { text, ignore_case: false } => return write!(f, "{}", Quoted(text)),
            Self::Whole { text, ignore_case } => ("is", text, *ignore_case),
            Self::Contains { text, ignore_case } => ("contains", text, *ignore_case),
            Self::Prefix { text, ignore_case } => ("prefix", text, *ignore_case),
            Self::Suffix { text, ignore_case } => ("suffix", text, *ignore_case),
            Self::Regex { written, ignore_case, .. } => ("regex", written, *ignore_case),
            Self::Any { any } => {
                f.write_str("{any: [")?;
                for (at, one) in any.iter().enumerate() {
                    write!(f, "{}{one}", if at == 0 { "" } else { ", " })?;
                }
                return f.write_str("]}");
            }
            Self::Not { not } => return write!(f, "{{not: {not}}}"),
        };
        write!(f, "{{{word}: {}{}}}", Quoted(text), if ignore_case { ", ignore_case: true" } else { "" })
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role { role, name: None } => write!(f, "role: {role}"),
            Self::Role { role, name: Some(name) } => write!(f, "role: {role}, name: {name}"),
            Self::Label { text } => write!(f, "label: {text}"),
            Self::Placeholder { text } => write!(f, "placeholder: {text}"),
            Self::Alt { text } => write!(f, "alt: {text}"),
            Self::Title { text } => write!(f, "title: {text}"),
            Self::TestId { text, .. } => write!(f, "test_id: {text}"),
            Self::Text { text } => write!(f, "text: {text}"),
            Self::Column { text } | Self::Cell { text, .. } => write!(f, "column: {text}"),
            Self::Css { selector } => write!(f, "css: {}", Quoted(selector)),
            Self::Xpath { expression } => write!(f, "xpath: {}", Quoted(expression)),
            Self::Itself => f.write_str("self: true"),
            Self::Sibling { at } => write!(f, "sibling: {at}"),
            Self::AnyOf { any } => {
                f.write_str("any_of: [")?;
                for (at, one) in any.iter().enumerate() {
                    write!(f, "{}{one}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{}", self.by)?;
        for (word, part) in [("within", &self.within), ("has", &self.has), ("has_not", &self.has_not)] {
            if let Some(part) = part {
                write!(f, ", {word}: {part}")?;
            }
        }
        if let Some(text) = &self.has_text {
            write!(f, ", has_text: {text}")?;
        }
        if !self.attributes.is_empty() {
            let all: Vec<String> =
                self.attributes.iter().map(|(name, text)| format!("{}: {text}", Quoted(name))).collect();
            write!(f, ", where: {{{}}}", all.join(", "))?;
        }
        let State { enabled, checked, expanded, selected } = self.state;
        let states = [("enabled", enabled), ("checked", checked), ("expanded", expanded), ("selected", selected)];
        let states: Vec<String> =
            states.iter().filter_map(|(name, want)| Some(format!("{name}: {}", (*want)?))).collect();
        if !states.is_empty() {
            write!(f, ", state: {{{}}}", states.join(", "))?;
        }
        if let Some(nth) = self.nth {
            write!(f, ", nth: {nth}")?;
        }
        if self.hidden {
            f.write_str(", hidden: true")?;
        }
        f.write_str("}")?;
        if let Some(row) = &self.row {
            write!(f, " in the row with the key {}", row.value)?;
        }
        if !self.frames.is_empty() {
            f.write_str(" in its frame")?;
        }
        Ok(())
    }
}

impl fmt::Display for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, parts: &[Self], word: &str| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    write!(f, " {word} ")?;
                }
                write!(f, "{part}")?;
            }
            Ok(())
        };
        match self {
            Self::Visible { query, text: None } => write!(f, "{query} is visible"),
            Self::Visible { query, text: Some(text) } => write!(f, "{query} is visible and reads {text}"),
            Self::Gone { query } => write!(f, "{query} is not visible"),
            Self::Enabled { query } => write!(f, "{query} is enabled"),
            Self::Url { globs } => write!(f, "the address matches {}", globs.join(" or ")),
            Self::Title { text } => write!(f, "the title reads {text}"),
            Self::Toast { text } => write!(f, "a message reads {text}"),
            Self::Value { query, is } => write!(f, "{query} holds {is}"),
            Self::OpenedByRow { query } => write!(f, "{query} was opened by the act in the row"),
            Self::EveryRow { query, text } => write!(f, "every {query} reads {text}"),
            Self::Known { holds } => write!(f, "{holds}"),
            Self::All { all } => list(f, all, "and"),
            Self::Any { any } => list(f, any, "or"),
            Self::Not { not } => write!(f, "not ({not})"),
        }
    }
}
