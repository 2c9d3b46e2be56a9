//! How a job on a hostile page may end.

use crate::hostile_app::{Ended, LONGEST};

/// The most bytes of an error, of which a person reads some lines.
const LONGEST_ERROR: usize = 20_000;

/// What is wrong with how a job ended.
pub fn judge(ended: &Ended, users: &[String], ends: &[&str]) -> Vec<String> {
    let (mut wrong, kind, result) = (Vec::new(), ended.kind(), &ended.result);
    if !ends.contains(&kind) {
        let message: String = result.error.iter().flat_map(|error| error.message.chars().take(600)).collect();
        wrong.push(format!("{kind}, not one of {ends:?}: {message}"));
    }
    if ended.took > LONGEST {
        wrong.push(format!("it took {:?}", ended.took));
    }
    if let Some(error) = &result.error {
        let length = serde_json::to_string(error).unwrap().len();
        if length > LONGEST_ERROR {
            wrong.push(format!("an error of {length} bytes"));
        }
    } else if result.complete == Some(true) {
        let listed = ended.messages.iter().flat_map(|part| part.items.iter().flatten()).count();
        if listed != users.len() {
            wrong.push(format!("a list of {listed} is called complete; there are {}", users.len()));
        }
    }
    for message in &ended.messages {
        let length = serde_json::to_string(message).unwrap().len();
        if length > 8 << 20 {
            wrong.push(format!("a message of {length} bytes"));
        }
    }
    wrong
}
