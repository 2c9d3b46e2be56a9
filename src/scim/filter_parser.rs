//! Reading filters (RFC 7644, section 3.4.2.2, figure 1), and what identity providers send in their place.

use std::iter::Peekable;
use std::vec::IntoIter;

use serde_json::Value;

use super::attribute_path::{AttributePath, is_name};
use super::filter::{Comparison, Filter};
use super::lexer::{Token, tokens};

/// The longest filter, in bytes.
const LONGEST: usize = 8 * 1024;
/// How deep brackets may stand in brackets.
const DEEPEST: usize = 32;

/// What besides the grammar is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Leniency {
    /// Nothing.
    #[default]
    Strict,
    /// Literals without quotation marks (`userName eq ada`), as Okta and Entra send some.
    Literals,
}

/// The filter cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the filter cannot be read at character {place}: {reason}")]
pub struct FilterError {
    /// The number of the first character that is wrong, from 1.
    pub place: usize,
    /// What is wrong with it.
    pub reason: String,
}

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    /// With the place, when it is none, longer than 8 KiB, or nested more than 32 deep.
    pub fn parse(text: &str, leniency: Leniency) -> Result<Self, FilterError> {
        let mut parser = Parser::new(text, leniency)?;
        let filter = parser.either(false)?;
        match parser.tokens.next() {
            None => Ok(filter),
            Some((at, _)) => Err(Parser::error(at, "nothing was expected here; `and` or `or` may be missing")),
        }
    }
}

/// Reads the path of a PATCH: an attribute, the filter of its elements, and a sub-attribute of those (RFC 7644, section 3.5.2,
/// figure 7).
///
/// # Errors
/// As [`Filter::parse`].
pub(super) fn parse_path(
    text: &str,
    leniency: Leniency,
) -> Result<(AttributePath, Option<Filter>, Option<String>), FilterError> {
    let mut parser = Parser::new(text, leniency)?;
    let at = parser.place();
    let attribute = match parser.tokens.next() {
        Some((_, Token::Word(word))) => AttributePath::parse(&word)
            .ok_or_else(|| Parser::error(at, format!("`{word}` is not the name of an attribute")))?,
        _ => return Err(Parser::error(at, "the name of an attribute was expected")),
    };
    let at = parser.place();
    let filter = match parser.tokens.next() {
        None => return Ok((attribute, None, None)),
        Some((_, Token::OpenElement)) => parser.inside(at, &Token::CloseElement, true)?,
        Some(_) => return Err(Parser::error(at, "only a filter in `[` and `]` may stand here")),
    };
    let at = parser.place();
    let sub = match parser.tokens.next() {
        None => None,
        Some((_, Token::Word(word))) => match word.strip_prefix('.').filter(|sub| is_name(sub)) {
            Some(sub) => Some(sub.to_owned()),
            None => return Err(Parser::error(at, "only `.` and the name of a sub-attribute may stand here")),
        },
        Some(_) => return Err(Parser::error(at, "only `.` and the name of a sub-attribute may stand here")),
    };
    match parser.tokens.next() {
        None => Ok((attribute, Some(filter), sub)),
        Some((at, _)) => Err(Parser::error(at, "nothing was expected here")),
    }
}

struct Parser {
    tokens: Peekable<IntoIter<(usize, Token)>>,
    end: usize,
    leniency: Leniency,
    depth: usize,
}

impl Parser {
    fn new(text: &str, leniency: Leniency) -> Result<Self, FilterError> {
        if text.len() > LONGEST {
            return Err(FilterError { place: LONGEST, reason: format!("it is longer than {LONGEST} bytes") });
        }
        let end = text.chars().count();
        let tokens = tokens(text).map_err(|(at, reason)| FilterError { place: at + 1, reason })?;
        Ok(Self { tokens: tokens.into_iter().peekable(), end, leniency, depth: 0 })
    }

    fn error(at: usize, reason: impl Into<String>) -> FilterError {
        FilterError { place: at + 1, reason: reason.into() }
    }

    fn place(&mut self) -> usize {
        self.tokens.peek().map_or(self.end, |(at, _)| *at)
    }

    fn next_is(&mut self, keyword: &str) -> bool {
        let found = matches!(self.tokens.peek(), Some((_, Token::Word(word))) if word.eq_ignore_ascii_case(keyword));
        if found {
            self.tokens.next();
        }
        found
    }

    /// `or` binds less than `and`. `element`: between the brackets of a multi-valued attribute.
    fn either(&mut self, element: bool) -> Result<Filter, FilterError> {
        let mut parts = vec![self.both(element)?];
        while self.next_is("or") {
            parts.push(self.both(element)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
    }

    fn both(&mut self, element: bool) -> Result<Filter, FilterError> {
        let mut parts = vec![self.one(element)?];
        while self.next_is("and") {
            parts.push(self.one(element)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::And(parts) })
    }

    fn one(&mut self, element: bool) -> Result<Filter, FilterError> {
        let at = self.place();
        match self.tokens.next() {
            Some((_, Token::Open)) => self.inside(at, &Token::Close, element),
            Some((_, Token::Word(word))) => {
                if word.eq_ignore_ascii_case("not") && matches!(self.tokens.peek(), Some((_, Token::Open))) {
                    self.tokens.next();
                    return Ok(Filter::Not(Box::new(self.inside(at, &Token::Close, element)?)));
                }
                let Some(path) = AttributePath::parse(&word) else {
                    return Err(Self::error(at, format!("`{word}` is not the name of an attribute")));
                };
                self.about(path, element)
            }
            Some(_) => Err(Self::error(at, "the name of an attribute was expected")),
            None => Err(Self::error(at, "the filter ends where an attribute was expected")),
        }
    }

    /// What stands between brackets, up to the one that closes.
    fn inside(&mut self, at: usize, close: &Token, element: bool) -> Result<Filter, FilterError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Self::error(at, format!("brackets stand more than {DEEPEST} deep")));
        }
        let inner = self.either(element)?;
        self.depth -= 1;
        let here = self.place();
        match self.tokens.next() {
            Some((_, token)) if token == *close => Ok(inner),
            _ => Err(Self::error(here, format!("the bracket at character {} is not closed", at + 1))),
        }
    }

    fn about(&mut self, path: AttributePath, element: bool) -> Result<Filter, FilterError> {
        let at = self.place();
        match self.tokens.next() {
            Some((_, Token::OpenElement)) if !element => {
                Ok(Filter::Element(path, Box::new(self.inside(at, &Token::CloseElement, true)?)))
            }
            Some((_, Token::OpenElement)) => Err(Self::error(at, "an element has no elements of its own")),
            Some((_, Token::Word(word))) if word.eq_ignore_ascii_case("pr") => Ok(Filter::Present(path)),
            Some((_, Token::Word(word))) => match Comparison::from_name(&word) {
                Some(comparison) => Ok(Filter::Compare(path, comparison, self.value()?)),
                None => Err(Self::error(
                    at,
                    format!("`{word}` is no operator; eq, ne, co, sw, ew, gt, ge, lt, le and pr are"),
                )),
            },
            _ => Err(Self::error(at, format!("an operator was expected after `{path}`"))),
        }
    }

    fn value(&mut self) -> Result<Value, FilterError> {
        let at = self.place();
        match self.tokens.next() {
            Some((_, Token::Text(text))) => Ok(Value::String(text)),
            Some((_, Token::Word(word))) => match serde_json::from_str::<Value>(&word.to_ascii_lowercase()) {
                Ok(value @ (Value::Bool(_) | Value::Null | Value::Number(_))) => Ok(value),
                _ if self.leniency == Leniency::Literals => Ok(Value::String(word)),
                _ => Err(Self::error(at, format!("`{word}` is no value; a text stands in quotation marks"))),
            },
            _ => Err(Self::error(at, "a value was expected")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Filter::parse(text, Leniency::Strict).map_or_else(|error| error.to_string(), |filter| filter.to_string())
    }

    #[test]
    fn the_examples_of_the_standard_are_read() {
        for (text, tree) in [
            (r#"userName Eq "john""#, r#"userName eq "john""#),
            (r#"name.familyName co "O'Malley""#, r#"name.familyName co "O'Malley""#),
            (
                r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J""#,
                r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J""#,
            ),
            ("title pr", "title pr"),
            (r#"title pr or userType eq "Intern""#, r#"title pr or userType eq "Intern""#),
            ("a pr or b pr and c pr", "a pr or (b pr and c pr)"),
            (
                r#"userType eq "E" and (emails co "x.com" or emails.value co "x.org")"#,
                r#"userType eq "E" and (emails co "x.com" or emails.value co "x.org")"#,
            ),
            (r#"userType ne "E" and not (emails co "x.com")"#, r#"userType ne "E" and not (emails co "x.com")"#),
            (r#"emails[type eq "work" and value co "@x.com"]"#, r#"emails[type eq "work" and value co "@x.com"]"#),
            ("active eq true", "active eq true"),
            ("n gt 1.5", "n gt 1.5"),
            (r#"a eq "\u00e9\"\\""#, r#"a eq "é\"\\""#),
        ] {
            assert_eq!(read(text), tree, "{text}");
        }
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        for (text, place, word) in [
            ("", 1, "ends"),
            ("userName", 9, "operator"),
            ("userName is \"x\"", 10, "`is`"),
            ("userName eq x", 13, "quotation"),
            ("userName eq \"x", 13, "no end"),
            ("(a pr", 6, "character 1"),
            ("a pr b pr", 6, "`and`"),
            ("emails[a[b pr]]", 9, "elements"),
            ("a pr)", 5, "nothing"),
            ("a eq \"\\q\"", 6, "JSON"),
        ] {
            let error = Filter::parse(text, Leniency::Strict).unwrap_err();
            assert_eq!(error.place, place, "{text}: {error}");
            assert!(error.reason.contains(word), "{text}: {error}");
        }
        let deep = format!("{}a pr{}", "(".repeat(40), ")".repeat(40));
        assert!(Filter::parse(&deep, Leniency::Strict).unwrap_err().reason.contains("deep"));
        assert!(Filter::parse(&"a".repeat(9000), Leniency::Strict).unwrap_err().reason.contains("longer"));
    }

    #[test]
    fn literals_without_quotation_marks_are_for_the_lenient() {
        let filter = Filter::parse("userName eq ada@acme.example", Leniency::Literals).unwrap();
        assert_eq!(filter.to_string(), r#"userName eq "ada@acme.example""#);
    }
}
