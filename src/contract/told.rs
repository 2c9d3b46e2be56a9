//! Texts for people, as long as people read them.

/// The most bytes of a text that tells somebody something: a message, a title, what a dialog says.
pub const LONGEST_TOLD: usize = 4000;

/// Cuts a text that is longer than anybody reads, and says so at its end. An app, or whoever sends a job, can write
/// megabytes into a title or a name, and an error repeats them.
pub fn shorten(text: &mut String) {
    let length = text.len();
    if length > LONGEST_TOLD {
        text.truncate(text.floor_char_boundary(LONGEST_TOLD - 40));
        *text += "… (";
        *text += &length.to_string();
        *text += " bytes in all)";
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_TOLD, shorten};

    #[test]
    fn a_long_text_is_cut_between_two_characters_and_says_so() {
        for sign in ["x", "é", "€", "🙂"] {
            let mut text = sign.repeat(1_000_000);
            shorten(&mut text);
            assert!(text.len() <= LONGEST_TOLD && text.starts_with(sign), "{}", text.len());
            assert!(text.ends_with("000000 bytes in all)"), "{}", &text[text.len() - 60..]);
            let once = text.clone();
            shorten(&mut text);
            assert_eq!(text, once);
        }
        let mut text = "short".to_owned();
        shorten(&mut text);
        assert_eq!(text, "short");
    }
}
