//! Patterns of recipes as the page's own regular expressions: the same language, in the other syntax.

use std::sync::LazyLock;

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look};

/// Writes a pattern (the `regex` crate's syntax) as an ECMAScript regular expression for the flag `u` alone: what its
/// own flags say (`(?i)`, `(?s)`, `(?m)`) is worked in. `None` if it is no pattern.
///
/// Source: ECMA-262, section 22.2, "Regular Expression Objects".
pub(super) fn ecmascript(pattern: &str, ignore_case: bool) -> Option<String> {
    let meaning = ParserBuilder::new().case_insensitive(ignore_case).build().parse(pattern).ok()?;
    Some(written(&meaning))
}

/// Sets that ECMAScript has a short name for; a pattern that holds one of them whole is written with it.
static NAMED: LazyLock<Vec<(ClassUnicode, &str)>> = LazyLock::new(|| {
    let class = |pattern: &str| match ParserBuilder::new().build().parse(pattern).map(Hir::into_kind) {
        Ok(HirKind::Class(Class::Unicode(class))) => class,
        _ => ClassUnicode::empty(),
    };
    vec![
        (class(r"\w"), r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}"),
        (class(r"\pL"), r"\p{L}"),
        (class(r"\d"), r"\p{Nd}"),
        (class(r"\s"), r"\p{White_Space}"),
    ]
});

/// A letter of a word, for `\b`.
const WORD: &str = r"[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]";
const ASCII_WORD: &str = "[0-9A-Za-z_]";

fn written(hir: &Hir) -> String {
    match hir.kind() {
        HirKind::Empty => "(?:)".to_owned(),
        HirKind::Literal(literal) => String::from_utf8_lossy(&literal.0).chars().map(literal_letter).collect(),
        HirKind::Class(class) => written_class(&unicode(class)),
        HirKind::Look(look) => assertion(*look),
        HirKind::Repetition(repetition) => {
            let repeated = match repetition.sub.kind() {
                HirKind::Class(_) | HirKind::Capture(_) => written(&repetition.sub),
                _ => group(&repetition.sub),
            };
            let times = match (repetition.min, repetition.max) {
                (0, Some(1)) => "?".to_owned(),
                (0, None) => "*".to_owned(),
                (1, None) => "+".to_owned(),
                (min, None) => format!("{{{min},}}"),
                (min, Some(max)) => format!("{{{min},{max}}}"),
            };
            let lazy = if repetition.greedy { "" } else { "?" };
            format!("{repeated}{times}{lazy}")
        }
        HirKind::Capture(capture) => format!("({})", written(&capture.sub)),
        HirKind::Concat(parts) => parts
            .iter()
            .map(|part| if matches!(part.kind(), HirKind::Alternation(_)) { group(part) } else { written(part) })
            .collect(),
        HirKind::Alternation(parts) => parts.iter().map(written).collect::<Vec<_>>().join("|"),
    }
}

fn group(hir: &Hir) -> String {
    format!("(?:{})", written(hir))
}

/// With the flag `u` only these may be escaped, and these must be (ECMA-262, `SyntaxCharacter` and `/`).
fn literal_letter(letter: char) -> String {
    match letter {
        '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => {
            format!("\\{letter}")
        }
        letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => code(letter),
        letter => letter.to_string(),
    }
}

fn code(letter: char) -> String {
    format!("\\u{{{:x}}}", u32::from(letter))
}

/// Bytes stand in patterns for ASCII only (`(?-u)`); what a text cannot hold is left out.
fn unicode(class: &Class) -> ClassUnicode {
    match class {
        Class::Unicode(class) => class.clone(),
        Class::Bytes(class) => ClassUnicode::new(
            class
                .iter()
                .filter(|range| range.start() < 0x80)
                .map(|range| ClassUnicodeRange::new(range.start().into(), range.end().min(0x7f).into())),
        ),
    }
}

fn written_class(class: &ClassUnicode) -> String {
    let mut negated = class.clone();
    negated.negate();
    let (positive, negative) = (inner(class), inner(&negated));
    if class.ranges().is_empty() {
        "[]".to_owned()
    } else if negated.ranges().is_empty() {
        "[^]".to_owned()
    } else if negative.len() < positive.len() {
        format!("[^{negative}]")
    } else {
        format!("[{positive}]")
    }
}

/// What stands between the brackets.
fn inner(class: &ClassUnicode) -> String {
    let (mut rest, mut out) = (class.clone(), String::new());
    for (named, name) in NAMED.iter() {
        let mut shared = named.clone();
        shared.intersect(class);
        let mut left = named.clone();
        left.intersect(&rest);
        if !named.ranges().is_empty() && shared == *named && !left.ranges().is_empty() {
            out.push_str(name);
            rest.difference(named);
        }
    }
    for range in rest.ranges() {
        out.push_str(&code(range.start()));
        if range.end() > range.start() {
            out.push('-');
            out.push_str(&code(range.end()));
        }
    }
    out
}

fn assertion(look: Look) -> String {
    let boundary = |word: &str| format!("(?:(?<={word})(?!{word})|(?<!{word})(?={word}))");
    let inside = |word: &str| format!("(?:(?<={word})(?={word})|(?<!{word})(?!{word}))");
    let begins = |word: &str| format!("(?:(?<!{word})(?={word}))");
    let ends = |word: &str| format!("(?:(?<={word})(?!{word}))");
    match look {
        Look::Start => "^".to_owned(),
        Look::End => "$".to_owned(),
        Look::StartLF => r"(?<![^\n])".to_owned(),
        Look::EndLF => r"(?![^\n])".to_owned(),
        Look::StartCRLF => r"(?:(?<![^\r\n])(?<!\r(?=\n)))".to_owned(),
        Look::EndCRLF => r"(?:(?![^\r\n])(?<!\r(?=\n)))".to_owned(),
        Look::WordAscii => boundary(ASCII_WORD),
        Look::WordAsciiNegate => inside(ASCII_WORD),
        Look::WordUnicode => boundary(WORD),
        Look::WordUnicodeNegate => inside(WORD),
        Look::WordStartAscii => begins(ASCII_WORD),
        Look::WordEndAscii => ends(ASCII_WORD),
        Look::WordStartUnicode => begins(WORD),
        Look::WordEndUnicode => ends(WORD),
        Look::WordStartHalfAscii => format!("(?<!{ASCII_WORD})"),
        Look::WordEndHalfAscii => format!("(?!{ASCII_WORD})"),
        Look::WordStartHalfUnicode => format!("(?<!{WORD})"),
        Look::WordEndHalfUnicode => format!("(?!{WORD})"),
    }
}

#[cfg(test)]
mod tests {
    use super::ecmascript;

    fn page(pattern: &str) -> String {
        ecmascript(pattern, false).unwrap()
    }

    #[test]
    fn what_the_page_would_refuse_is_written_otherwise() {
        assert_eq!(page(r"^a\-b\.html$"), r"^a-b\.html$");
        assert_eq!(page(r"of ([0-9]+)"), r"of ([\u{30}-\u{39}]+)");
        assert_eq!(page(r"(?i)\Aab\z"), r"^[\u{41}\u{61}][\u{42}\u{62}]$");
        assert_eq!(page(r"(a|bc)d*?"), r"(a|bc)(?:d)*?");
    }

    #[test]
    fn classes_stay_short() {
        assert_eq!(page(r"\d"), r"[\p{Nd}]");
        assert_eq!(page(r"[\w.-]"), r"[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}\u{2d}-\u{2e}]");
        assert_eq!(page(r"\S"), r"[^\p{White_Space}]");
        assert_eq!(page(r"."), r"[^\u{a}]");
    }

    #[test]
    fn what_is_no_pattern_is_none() {
        assert_eq!(ecmascript("(", false), None);
    }
}
