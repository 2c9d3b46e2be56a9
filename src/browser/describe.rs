//! Queries as a recipe's author would write them, for error messages.

use std::fmt;

use super::query::{By, Matcher, Probe, Query};

impl fmt::Display for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, text) = match self {
            Self::Whole { text, .. } => return write!(f, "{text:?}"),
            Self::Contains { text, .. } => ("contains", text),
            Self::Prefix { text, .. } => ("prefix", text),
            Self::Suffix { text, .. } => ("suffix", text),
            Self::Regex { pattern, .. } => ("regex", pattern),
            Self::Any { any } => {
                f.write_str("{any: [")?;
                for (at, one) in any.iter().enumerate() {
                    write!(f, "{}{one}", if at == 0 { "" } else { ", " })?;
                }
                return f.write_str("]}");
            }
        };
        write!(f, "{{{word}: {text:?}}}")
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
            Self::Column { text } => write!(f, "column: {text}"),
            Self::Css { selector } => write!(f, "css: {selector:?}"),
            Self::Xpath { expression } => write!(f, "xpath: {expression:?}"),
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
        for (name, matcher) in &self.attributes {
            write!(f, ", where: {{{name}: {matcher}}}")?;
        }
        if let Some(nth) = self.nth {
            write!(f, ", nth: {nth}")?;
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
            Self::Known { holds } => write!(f, "{holds}"),
            Self::All { all } => list(f, all, "and"),
            Self::Any { any } => list(f, any, "or"),
            Self::Not { not } => write!(f, "not ({not})"),
        }
    }
}
