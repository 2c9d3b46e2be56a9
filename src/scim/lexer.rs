//! Words of a filter, each with its place.

use serde_json::Value;

/// A word of a filter.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name, an operator, `true`, a number: whatever stands between blanks and brackets.
    Word(String),
    /// A JSON string.
    Text(String),
    /// `(`
    Open,
    /// `)`
    Close,
    /// `[`
    OpenElement,
    /// `]`
    CloseElement,
}

/// What cannot be a word, and where: the number of its first character, from 0.
pub(super) type Problem = (usize, String);

/// Takes a filter apart.
///
/// # Errors
/// A string without an end, or with an escape that JSON does not know.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Problem> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let begin = at;
        let token = match letter {
            ' ' | '\t' | '\r' | '\n' => {
                at += 1;
                continue;
            }
            '(' => Token::Open,
            ')' => Token::Close,
            '[' => Token::OpenElement,
            ']' => Token::CloseElement,
            '"' => {
                at = end_of_text(&letters, at)?;
                let literal: String = letters[begin..=at].iter().collect();
                match serde_json::from_str::<Value>(&literal) {
                    Ok(Value::String(text)) => Token::Text(text),
                    _ => return Err((begin, "this is not a JSON string".to_owned())),
                }
            }
            _ => {
                let ends = |c: &char| matches!(c, ' ' | '\t' | '\r' | '\n' | '(' | ')' | '[' | ']' | '"');
                while letters.get(at + 1).is_some_and(|next| !ends(next)) {
                    at += 1;
                }
                Token::Word(letters[begin..=at].iter().collect())
            }
        };
        at += 1;
        tokens.push((begin, token));
    }
    Ok(tokens)
}

/// The place of the quotation mark that ends the text which begins at `begin`.
fn end_of_text(letters: &[char], begin: usize) -> Result<usize, Problem> {
    let mut escaped = false;
    for (at, letter) in letters.iter().enumerate().skip(begin + 1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Ok(at),
            _ => {}
        }
    }
    Err((begin, "this text has no end; a quotation mark is missing".to_owned()))
}
