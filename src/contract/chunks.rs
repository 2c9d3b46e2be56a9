//! Lists as they are sent: in chunks that every broker carries.

use serde_json::Value;

use super::{Item, JobResult};

/// The most items in one chunk of a list.
pub const CHUNK_ITEMS: usize = 500;

/// The most bytes of the texts in one chunk, unless a single item has more. RabbitMQ 4 takes messages of 16 MiB at most, and
/// what it does not take would stop the queue.
const CHUNK_BYTES: usize = 4 * 1024 * 1024;

impl JobResult {
    /// Splits lists into messages of at most [`CHUNK_ITEMS`] items, fewer where they are long, numbered throughout. Totals,
    /// completeness and proof stand on the last one of each list only, so that a reader who missed a chunk never takes a part
    /// for the whole. A `sync` has a list for each resource, one after the other; only the very last message is `last`.
    #[must_use]
    pub fn into_chunks(mut self) -> Vec<Self> {
        let lists = std::mem::take(&mut self.lists);
        let mut messages: Vec<Self> = if lists.is_empty() {
            self.list_chunks()
        } else {
            lists.into_iter().flat_map(|list| self.clone().with_list(list).list_chunks()).collect()
        };
        let count = messages.len();
        for (index, message) in messages.iter_mut().enumerate() {
            message.chunk = message.items.as_ref().and_then(|_| u32::try_from(index).ok());
            message.last = index + 1 == count;
        }
        messages
    }

    fn list_chunks(mut self) -> Vec<Self> {
        let Some(items) = self.items.take() else { return vec![self] };
        let parts = parts(items);
        let count = parts.len();
        let chunk = |(index, part)| {
            let mut message = self.clone();
            message.items = Some(part);
            if index + 1 < count {
                message.complete = None;
                message.proof = None;
                message.total_seen = None;
                message.total_reported = None;
            }
            message
        };
        parts.into_iter().enumerate().map(chunk).collect()
    }
}

/// The items of each chunk; one chunk without items where there are none.
fn parts(items: Vec<Item>) -> Vec<Vec<Item>> {
    let mut parts: Vec<Vec<Item>> = vec![Vec::new()];
    let mut bytes = 0;
    for item in items {
        let own = item.values().map(weight).sum::<usize>();
        let full = parts
            .last()
            .is_some_and(|part| part.len() == CHUNK_ITEMS || (!part.is_empty() && bytes + own > CHUNK_BYTES));
        if full {
            parts.push(Vec::new());
            bytes = 0;
        }
        bytes += own;
        if let Some(part) = parts.last_mut() {
            part.push(item);
        }
    }
    parts
}

/// About how many bytes a value takes.
fn weight(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len() + 8,
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(members) => members.iter().map(|(name, value)| name.len() + weight(value)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(items: usize, long: usize) -> Vec<usize> {
        let item = |at: usize| Item::from([("name".to_owned(), format!("{at}{}", "x".repeat(long)).into())]);
        parts((0..items).map(item).collect()).iter().map(Vec::len).collect()
    }

    #[test]
    fn long_items_are_fewer_to_a_chunk_and_none_is_lost() {
        assert_eq!(lengths(0, 0), [0]);
        assert_eq!(lengths(500, 100), [500]);
        assert_eq!(lengths(501, 100), [500, 1]);
        assert_eq!(lengths(5, CHUNK_BYTES), [1, 1, 1, 1, 1]);
        let several = lengths(100, CHUNK_BYTES / 10);
        assert!(
            several.iter().sum::<usize>() == 100 && several.iter().all(|part| (1..=10).contains(part)),
            "{several:?}"
        );
    }
}
