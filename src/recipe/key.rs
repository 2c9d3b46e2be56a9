//! Keys by name, alone or as a chord. The one list of them.

/// Names of keys and the code points that stand for them (W3C `WebDriver`, section 17.4.2).
const KEYS: [(&str, char); 34] = [
    ("Enter", '\u{E007}'),
    ("Escape", '\u{E00C}'),
    ("Tab", '\u{E004}'),
    ("Space", ' '),
    ("Backspace", '\u{E003}'),
    ("Delete", '\u{E017}'),
    ("Insert", '\u{E016}'),
    ("Home", '\u{E011}'),
    ("End", '\u{E010}'),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowDown", '\u{E015}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowRight", '\u{E014}'),
    ("Shift", '\u{E008}'),
    ("Control", '\u{E009}'),
    ("Alt", '\u{E00A}'),
    ("Meta", '\u{E03D}'),
    ("Help", '\u{E002}'),
    ("Pause", '\u{E00B}'),
    ("Clear", '\u{E005}'),
    ("F1", '\u{E031}'),
    ("F2", '\u{E032}'),
    ("F3", '\u{E033}'),
    ("F4", '\u{E034}'),
    ("F5", '\u{E035}'),
    ("F6", '\u{E036}'),
    ("F7", '\u{E037}'),
    ("F8", '\u{E038}'),
    ("F9", '\u{E039}'),
    ("F10", '\u{E03A}'),
    ("F11", '\u{E03B}'),
    ("F12", '\u{E03C}'),
];

/// A key (`Enter`, `a`), or keys that are held down together (`Control+a`): pressed in order, released in reverse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chord {
    text: String,
    codes: Vec<char>,
}

impl Chord {
    /// Reads a key or a chord as a recipe writes it. A single `+`, and one at the end of a chord, is the key.
    ///
    /// # Errors
    /// The part of it that is the name of no key.
    pub fn parse(text: &str) -> Result<Self, String> {
        let codes = match text.strip_suffix("++") {
            Some(held) => codes(held)?.into_iter().chain(['+']).collect(),
            _ if text == "+" => vec!['+'],
            None => codes(text)?,
        };
        Ok(Self { text: text.to_owned(), codes })
    }

    /// `Enter`, by which a search is sent.
    pub fn enter() -> Self {
        let (name, code) = KEYS[0];
        Self { text: name.to_owned(), codes: vec![code] }
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The code points of `WebDriver`, in the order in which they are pressed.
    pub fn codes(&self) -> &[char] {
        &self.codes
    }

    /// The names that stand for keys that are no character.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        KEYS.iter().map(|(name, _)| *name)
    }
}

fn codes(chord: &str) -> Result<Vec<char>, String> {
    chord.split('+').map(|name| code(name).ok_or_else(|| name.to_owned())).collect()
}

fn code(name: &str) -> Option<char> {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(letter),
        _ => KEYS.iter().find(|(known, _)| *known == name).map(|(_, code)| *code),
    }
}

#[cfg(test)]
mod tests {
    use super::Chord;

    fn codes(text: &str) -> Result<Vec<char>, String> {
        Chord::parse(text).map(|chord| chord.codes)
    }

    #[test]
    fn a_key_is_a_name_or_a_character_and_a_chord_is_several() {
        assert_eq!(codes("Enter").unwrap(), ['\u{E007}']);
        assert_eq!(codes("Control+a").unwrap(), ['\u{E009}', 'a']);
        assert_eq!(codes("Control+Shift+F5").unwrap(), ['\u{E009}', '\u{E008}', '\u{E035}']);
        assert_eq!(codes("ü").unwrap(), ['ü']);
    }

    #[test]
    fn a_plus_is_a_key_where_it_joins_nothing() {
        assert_eq!(codes("+").unwrap(), ['+']);
        assert_eq!(codes("Control++").unwrap(), ['\u{E009}', '+']);
        assert_eq!(codes("Control+").unwrap_err(), "");
        assert_eq!(codes("").unwrap_err(), "");
    }

    #[test]
    fn the_part_that_is_no_key_is_named() {
        assert_eq!(codes("Entr").unwrap_err(), "Entr");
        assert_eq!(codes("Contrl+a").unwrap_err(), "Contrl");
    }
}
