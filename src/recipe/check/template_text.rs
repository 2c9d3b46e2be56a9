//! The grammar of `{{ path | filter | filter("argument") }}`, without what the words mean.

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Stands for itself.
    Literal(String),
    /// `{{ … }}`.
    Hole {
        /// The whole hole as written, to find its place.
        written: String,
        /// The path.
        path: String,
        /// Names and arguments of the filters.
        filters: Vec<(String, Vec<String>)>,
    },
}

/// Why a text is not a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BadTemplate {
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Splits a text into literal stretches and holes.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, BadTemplate> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        if start > 0 {
            pieces.push(Piece::Literal(rest[..start].to_owned()));
        }
        let inside = &rest[start + 2..];
        let Some(length) = end_of_hole(inside) else {
            return Err(BadTemplate {
                message: "`{{` is not closed".to_owned(),
                help: "write `{{ path }}` or `{{ path | filter }}`",
            });
        };
        let written = rest[start..start + length + 4].to_owned();
        let (path, filters) = hole(&inside[..length])?;
        pieces.push(Piece::Hole { written, path, filters });
        rest = &inside[length + 2..];
    }
    if rest.contains("}}") {
        return Err(BadTemplate {
            message: "`}}` closes nothing".to_owned(),
            help: "write `{{ path }}` or remove the brackets",
        });
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest.to_owned()));
    }
    Ok(pieces)
}

/// Where `}}` stands outside of quotes.
fn end_of_hole(inside: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in inside.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            None if inside[at..].starts_with("}}") => return Some(at),
            _ => {}
        }
    }
    None
}

type Filters = Vec<(String, Vec<String>)>;

fn hole(inside: &str) -> Result<(String, Filters), BadTemplate> {
    let mut parts = split(inside, '|').into_iter();
    let path = parts.next().unwrap_or_default().trim();
    if path.is_empty() {
        return Err(BadTemplate { message: "a hole without a path".to_owned(), help: "write `{{ user.email }}`" });
    }
    if let Some(bad) =
        path.chars().find(|c| !(c.is_ascii_alphanumeric() || c.is_whitespace() || matches!(c, '_' | '.')))
    {
        return Err(BadTemplate {
            message: format!("`{bad}` cannot stand in a path"),
            help: "only a path and filters may stand in `{{ … }}`: no operators, calls or conditions",
        });
    }
    if path.contains(char::is_whitespace) {
        return Err(BadTemplate {
            message: format!("`{path}` is more than one path"),
            help: "write a hole for each: `{{ user.first_name }} {{ user.last_name }}`",
        });
    }
    let filters = parts.map(|part| filter(part.trim())).collect::<Result<_, _>>()?;
    Ok((path.to_owned(), filters))
}

fn filter(text: &str) -> Result<(String, Vec<String>), BadTemplate> {
    let error = |message: String| BadTemplate { message, help: "write `filter` or `filter(\"argument\")`" };
    let (name, arguments) = match text.split_once('(') {
        None => (text, None),
        Some((name, rest)) => {
            let inner = rest.strip_suffix(')').ok_or_else(|| error(format!("`{text}` is not closed")))?;
            (name.trim(), Some(inner))
        }
    };
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(error(format!("`{name}` is not the name of a filter")));
    }
    let arguments = match arguments {
        None => Vec::new(),
        Some(inner) => split(inner, ',').into_iter().map(argument).collect::<Result<_, _>>()?,
    };
    Ok((name.to_owned(), arguments))
}

fn argument(text: &str) -> Result<String, BadTemplate> {
    let text = text.trim();
    let quoted = ['"', '\''].into_iter().find_map(|q| text.strip_prefix(q)?.strip_suffix(q));
    match quoted {
        Some(inner) => Ok(inner.to_owned()),
        None if !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => Ok(text.to_owned()),
        None => Err(BadTemplate {
            message: format!("`{text}` is not an argument"),
            help: "put arguments in quotes: `replace(\" \", \"_\")`",
        }),
    }
}

/// Splits at a separator outside of quotes.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut quote = None;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == separator => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_holes_is_one_literal() {
        assert_eq!(pieces("Title (2020) {x}").unwrap(), [Piece::Literal("Title (2020) {x}".into())]);
        assert_eq!(pieces("").unwrap(), []);
    }

    #[test]
    fn filters_and_quoted_arguments_are_split_where_they_should() {
        let Piece::Hole { path, filters, .. } = &pieces(r#"{{ user.name | replace("|", '}}') | upper }}"#).unwrap()[0]
        else {
            panic!("no hole")
        };
        assert_eq!(path, "user.name");
        assert_eq!(filters[0], ("replace".into(), vec!["|".into(), "}}".into()]));
        assert_eq!(filters[1], ("upper".into(), vec![]));
    }

    #[test]
    fn whatever_is_not_a_path_and_filters_is_refused() {
        for text in ["{{", "{{}}", "{{ a + b }}", "{{ a | }}", "{{ a | f( }}", "}}", "{{ a | f(b c) }}"] {
            pieces(text).unwrap_err();
        }
    }
}
