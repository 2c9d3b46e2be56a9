//! Keys (W3C WebDriver, section 15.4.2).

use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Command;
use super::error::{CommandError, Sent};
use super::query::Query;
use super::session::Session;

/// Names of keys and the code points that stand for them (W3C WebDriver, section 17.4.2).
const KEYS: [(&str, char); 38] = [
    ("Backspace", '\u{E003}'),
    ("Tab", '\u{E004}'),
    ("Enter", '\u{E007}'),
    ("Shift", '\u{E008}'),
    ("Control", '\u{E009}'),
    ("Alt", '\u{E00A}'),
    ("Pause", '\u{E00B}'),
    ("Escape", '\u{E00C}'),
    ("Space", ' '),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("End", '\u{E010}'),
    ("Home", '\u{E011}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowRight", '\u{E014}'),
    ("ArrowDown", '\u{E015}'),
    ("Insert", '\u{E016}'),
    ("Delete", '\u{E017}'),
    ("Meta", '\u{E03D}'),
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
    ("Help", '\u{E002}'),
    ("Cancel", '\u{E001}'),
    ("Clear", '\u{E005}'),
    ("Return", '\u{E006}'),
    ("Ctrl", '\u{E009}'),
    ("Cmd", '\u{E03D}'),
];

impl Session {
    /// Presses keys one after the other, in an element or wherever the focus is. A key is a W3C name (`Enter`,
    /// `ArrowDown`), one character, or a chord (`Control+a`). One command, and one more with a target, and if they are guarded.
    ///
    /// # Errors
    /// [`CommandError::Rejected`] for an unknown key; else as [`Session::prepare_click`].
    pub async fn press(
        &mut self,
        keys: &[&str],
        target: Option<&Query>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let actions = strokes(keys)?;
        let frames = target.map_or(&[][..], |query| &query.frames);
        self.enter(frames, deadline).await?;
        let pressed = match target {
            Some(query) => self.focus(query, deadline).await,
            None => Ok(()),
        };
        let pressed = match pressed {
            Ok(()) => self.send(Command::Actions { actions }, deadline).await.map(|_| ()),
            Err(error) => Err(error),
        };
        self.leave(frames, pressed, deadline).await?;
        self.arrived(deadline).await
    }
}

fn strokes(keys: &[&str]) -> Result<Value, CommandError> {
    let mut strokes = Vec::new();
    for key in keys {
        // "+" alone is the key; elsewhere it joins a chord.
        let chord: Vec<&str> = if *key == "+" { vec!["+"] } else { key.split('+').collect() };
        let codes = chord.iter().map(|name| code(name)).collect::<Result<Vec<char>, _>>()?;
        strokes.extend(codes.iter().map(|code| json!({ "type": "keyDown", "value": code.to_string() })));
        strokes.extend(codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code.to_string() })));
    }
    Ok(json!([{ "type": "key", "id": "keyboard", "actions": strokes }]))
}

/// How long is waited between two keys where each may move the focus, in milliseconds: longer than a page's own timers take
/// at least.
const BETWEEN_KEYS_MS: u64 = 15;

/// Keys for each character, one after the other, with a moment between them.
pub(super) fn typed_slowly(text: &str) -> Value {
    let mut strokes = Vec::new();
    for character in text.chars() {
        let key = character.to_string();
        strokes.push(json!({ "type": "keyDown", "value": key }));
        strokes.push(json!({ "type": "keyUp", "value": key }));
        strokes.push(json!({ "type": "pause", "duration": BETWEEN_KEYS_MS }));
    }
    json!([{ "type": "key", "id": "keyboard", "actions": strokes }])
}

fn code(name: &str) -> Result<char, CommandError> {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(letter),
        _ => {
            KEYS.iter().find(|(known, _)| *known == name).map(|(_, code)| *code).ok_or_else(|| CommandError::Rejected {
                command: "pressing keys",
                code: "query".into(),
                reason: format!(
                    "{name:?} is no key; use a W3C name such as Enter, Escape, Tab, ArrowDown, or one character"
                ),
                sent: Sent::No,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::strokes;

    #[test]
    fn a_chord_is_released_in_reverse() {
        let text = strokes(&["Control+a", "Enter"]).unwrap().to_string();
        let order: Vec<usize> = ["\u{E009}", "a\",", "\u{E007}"].iter().filter_map(|key| text.find(key)).collect();
        assert!(order.is_sorted(), "{text}");
        assert_eq!(text.matches("keyDown").count(), 3);
        assert_eq!(text.matches("keyUp").count(), 3);
    }

    #[test]
    fn an_unknown_key_is_named() {
        assert!(strokes(&["Entre"]).unwrap_err().to_string().contains("\"Entre\" is no key"));
    }
}
