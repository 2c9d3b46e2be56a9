//! Where a page of a long list ends, so that the next one begins there whatever was added meanwhile.

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

use super::failure::Failure;

/// The last entry of a page: its time, and what tells it from others of that time. Opaque to whoever asks.
pub(super) fn after(at: Timestamp, parts: &[&str]) -> String {
    URL_SAFE_NO_PAD.encode(format!("{} {}", at.as_millisecond(), parts.join(" ")))
}

/// Reads it back: the time in milliseconds, and the other parts, which have to be so many.
pub(super) fn read(cursor: &str, parts: usize) -> Result<(i64, Vec<String>), Failure> {
    let read = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let mut words = text.split(' ').map(str::to_owned);
        let at = words.next()?.parse().ok()?;
        let rest: Vec<String> = words.collect();
        (rest.len() == parts).then_some((at, rest))
    };
    read().ok_or_else(|| Failure::new(StatusCode::BAD_REQUEST, "`before` is not what an answer gave as `next`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back_and_nothing_else_does() {
        let at = Timestamp::from_millisecond(1_800_000_000_123).unwrap();
        assert_eq!(read(&after(at, &["a", ""]), 2).unwrap(), (1_800_000_000_123, vec!["a".to_owned(), String::new()]));
        for wrong in ["", "x", "!", &after(at, &["a"])] {
            assert!(read(wrong, 2).is_err(), "{wrong}");
        }
    }
}
