//! Keys (W3C WebDriver, section 15.4.2).

use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Command;
use super::error::CommandError;
use super::query::Query;
use super::session::Session;

impl Session {
    /// Presses keys one after the other, in an element or wherever the focus is. Each is a chord: the code points (W3C
    /// WebDriver, section 17.4.2) of keys that are held down together. One command, and one more with a target, and if
    /// they are guarded.
    ///
    /// # Errors
    /// As [`Session::prepare_click`].
    pub async fn press(
        &mut self,
        keys: &[&[char]],
        target: Option<&Query>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let actions = strokes(keys);
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

fn strokes(keys: &[&[char]]) -> Value {
    let mut strokes = Vec::new();
    for chord in keys {
        strokes.extend(chord.iter().map(|code| json!({ "type": "keyDown", "value": code.to_string() })));
        strokes.extend(chord.iter().rev().map(|code| json!({ "type": "keyUp", "value": code.to_string() })));
    }
    json!([{ "type": "key", "id": "keyboard", "actions": strokes }])
}

/// One character, pressed and released.
pub(super) fn keystroke(character: char) -> Value {
    strokes(&[&[character]])
}

#[cfg(test)]
mod tests {
    use super::strokes;

    #[test]
    fn a_chord_is_released_in_reverse() {
        let text = strokes(&[&['\u{E009}', 'a'], &['\u{E007}']]).to_string();
        let order: Vec<usize> = ["\u{E009}", "a\",", "\u{E007}"].iter().filter_map(|key| text.find(key)).collect();
        assert!(order.is_sorted(), "{text}");
        assert_eq!(text.matches("keyDown").count(), 3);
        assert_eq!(text.matches("keyUp").count(), 3);
    }
}
