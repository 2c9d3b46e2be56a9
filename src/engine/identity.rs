//! When two texts are the same to whoever reads them: what decides whether two names are one person. Pure.
//!
//! The page compares in the same way (`browser/page/text.js`, `asRead`); a test holds both to one table.

use std::fmt::Write as _;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization as _;

/// What is not seen: zero-width and direction marks, soft hyphens, variation selectors, byte order marks and whatever
/// else Unicode calls ignorable by default.
const INVISIBLE: &str = r"[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]";

/// The pattern is fixed; without its tables nothing would be called invisible, which a test would tell.
static INVISIBLES: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(INVISIBLE).ok());

/// A text as a person reads it: Unicode's composed form (NFC), runs of white space as one blank, none at the ends, what is
/// invisible left out; in lower case where case does not matter.
pub(super) fn as_read(text: &str, ignore_case: bool) -> String {
    if text.is_ascii() {
        let text = collapse(text);
        return if ignore_case { text.to_ascii_lowercase() } else { text };
    }
    let mut seen = INVISIBLES.as_ref().map_or(text.into(), |pattern| pattern.replace_all(text, "")).into_owned();
    if ignore_case {
        seen = seen.to_lowercase();
    }
    collapse(&seen.nfc().collect::<String>())
}

/// Whether two texts read the same.
pub(super) fn same(left: &str, right: &str, ignore_case: bool) -> bool {
    left == right || as_read(left, ignore_case) == as_read(right, ignore_case)
}

/// Whether a text is another one as an app may store it by a rule of its own: in another case, without accents, with other
/// signs, or none, between the words.
pub(super) fn nearly(left: &str, right: &str) -> bool {
    near(right)(left)
}

/// As [`nearly`], for many texts that are compared with one.
pub(super) fn near(wanted: &str) -> impl Fn(&str) -> bool {
    let wanted_bare = bare(wanted);
    move |text| !wanted_bare.is_empty() && bare(text) == wanted_bare && !same(text, wanted, false)
}

/// The letters and digits of a text alone, without case and accents.
pub(super) fn bare(text: &str) -> String {
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first character of a text that nobody sees, with its code point and name: `U+200B ZERO WIDTH SPACE`.
pub(super) fn invisible(text: &str) -> Option<String> {
    let found = INVISIBLES.as_ref()?.find(text)?.as_str().chars().next()?;
    Some(format!("U+{:04X} {}", u32::from(found), name(found)))
}

/// A text with whatever a reader would not see of it written out: `Zoe<U+0308>`, `Ada<U+00A0>Byron`.
pub(super) fn spelled_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let plain = c == ' '
            || !(c.is_whitespace() || c.is_control() || combines(c) || invisible(c.encode_utf8(&mut [0; 4])).is_some());
        if plain {
            out.push(c);
        } else if write!(out, "<U+{:04X}>", u32::from(c)).is_err() {
            // Writing to a `String` cannot fail.
            break;
        }
    }
    out
}

/// Whether a character is drawn onto the one before it.
fn combines(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// White space as the page's side compares it: runs become one blank, both ends are trimmed.
fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of an invisible character (Unicode Character Database).
fn name(c: char) -> &'static str {
    match c {
        '\u{ad}' => "SOFT HYPHEN",
        '\u{34f}' => "COMBINING GRAPHEME JOINER",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{115f}' => "HANGUL CHOSEONG FILLER",
        '\u{1160}' => "HANGUL JUNGSEONG FILLER",
        '\u{17b4}' => "KHMER VOWEL INHERENT AQ",
        '\u{17b5}' => "KHMER VOWEL INHERENT AA",
        '\u{180b}'..='\u{180d}' | '\u{180f}' => "MONGOLIAN FREE VARIATION SELECTOR",
        '\u{180e}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}' => "FUNCTION APPLICATION",
        '\u{2062}' => "INVISIBLE TIMES",
        '\u{2063}' => "INVISIBLE SEPARATOR",
        '\u{2064}' => "INVISIBLE PLUS",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{3164}' => "HANGUL FILLER",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "VARIATION SELECTOR",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{ffa0}' => "HALFWIDTH HANGUL FILLER",
        '\u{e0000}'..='\u{e007f}' => "TAG CHARACTER",
        _ => "(an invisible character)",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The page is held to the same table: `tests/browser/any_text.rs`.
    #[test]
    fn texts_are_the_same_as_the_table_says() {
        let table: Vec<(String, String, bool, bool)> =
            serde_json::from_str(include_str!("../../tests/pages/same-text.json")).unwrap();
        for (left, right, ignore_case, expected) in table {
            assert_eq!(same(&left, &right, ignore_case), expected, "{left:?} {right:?}");
        }
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (left, right) in [
            ("Ada\u{a0}Byron", " Ada  Byron\n"),
            ("Ada\u{2003}\u{202f}Byron", "Ada Byron"),
            ("a\u{200b}d\u{200d}a\u{ad}@x\u{fe0f}.example", "ada@x.example"),
            ("\u{feff}\u{202e}ada\u{2069}", "ada"),
            ("Rene\u{301}", "Ren\u{e9}"),
            // Composed once the mark between them is gone.
            ("Rene\u{200d}\u{301}", "Ren\u{e9}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            ("\u{212b}", "\u{c5}"),
        ] {
            assert!(same(left, right, false), "{left:?} {right:?}");
        }
    }

    #[test]
    fn what_differs_to_a_reader_is_not_the_same() {
        // The last two look alike in some fonts only: another script, and a compatibility form.
        for (left, right) in
            [("Ada", "ada"), ("Renee", "Ren\u{e9}e"), ("a b", "ab"), ("\u{430}da", "ada"), ("\u{ff41}da", "ada")]
        {
            assert!(!same(left, right, false), "{left:?} {right:?}");
        }
        assert!(same("Ada@X.Example", "ada@x.example", true));
        assert!(same("\u{c9}VA@x.example", "e\u{301}va@x.example", true));
    }

    #[test]
    fn an_invisible_character_is_named() {
        assert_eq!(invisible("ada@x.example\u{200b}").as_deref(), Some("U+200B ZERO WIDTH SPACE"));
        assert_eq!(invisible("a\u{ad}\u{200e}").as_deref(), Some("U+00AD SOFT HYPHEN"));
        assert_eq!(invisible("\u{e0030}").as_deref(), Some("U+E0030 TAG CHARACTER"));
        assert_eq!(invisible("\u{2065}").as_deref(), Some("U+2065 (an invisible character)"));
        assert_eq!(invisible("Ren\u{e9} \u{a0}\u{5d0}"), None);
    }

    #[test]
    fn what_a_reader_does_not_see_is_spelled_out() {
        assert_eq!(spelled_out("Zoe\u{308} A\u{a0}B\u{200b}"), "Zoe<U+0308> A<U+00A0>B<U+200B>");
        assert_eq!(spelled_out("Zo\u{eb} \u{1f680}"), "Zo\u{eb} \u{1f680}");
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(text in any::<String>(), odd in "[ a-cA-C\u{e9}\u{301}\u{308}\u{200b}\u{a0}\u{ad}\u{130}\u{3a3}\u{1100}-\u{1200}]{0,12}", ignore in any::<bool>()) {
            for text in [text, odd] {
                let once = as_read(&text, ignore);
                prop_assert_eq!(as_read(&once, ignore), once);
            }
        }

        #[test]
        fn nothing_invisible_is_left(text in any::<String>()) {
            prop_assert_eq!(invisible(&as_read(&text, false)), None);
        }
    }
}
