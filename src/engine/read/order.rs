//! What the order of a sorted list says about a key that is not in it. Pure.

use super::super::identity;

/// The orders in which an app may sort texts: as they are written, without regard to case, by letters and digits alone.
const ORDERS: [fn(&str) -> String; 3] =
    [|text| identity::as_read(text, false), |text| identity::as_read(text, true), identity::bare];

/// Whether a list that begins at `wanted`, or before, shows that nobody has it: it is sorted, and begins behind it.
///
/// Nobody says in which order an app sorts. All that the rows allow have to agree.
pub(super) fn is_past(keys: &[String], wanted: &str, ignore_case: bool) -> bool {
    let Some(first) = keys.first() else { return false };
    let mut allowed = 0;
    for order in ORDERS {
        if !keys.iter().map(|key| order(key)).is_sorted() {
            continue;
        }
        allowed += 1;
        // Where case does not tell keys apart, it may stand there in another one.
        let forms =
            if ignore_case { vec![wanted.to_lowercase(), wanted.to_uppercase()] } else { vec![wanted.to_owned()] };
        let first = order(first);
        if forms.iter().any(|form| order(form) >= first) {
            return false;
        }
    }
    allowed > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_orders_that_the_rows_allow_have_to_agree() {
        let past = |keys: &[&str], wanted: &str, ignore_case: bool| {
            is_past(&keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>(), wanted, ignore_case)
        };
        assert!(past(&["bobby", "carl"], "bob", false));
        assert!(past(&["Bobby", "Carl"], "Bob", false));
        assert!(past(&["u8@x.example", "u9@x.example"], "u7@x.example", true));
        // The list begins before it: it may be on a page that comes.
        assert!(!past(&["anna", "carl"], "bob", false));
        // It is there.
        assert!(!past(&["bob", "carl"], "bob", false));
        // Not sorted: the first row says nothing.
        assert!(!past(&["zoe", "carl", "dora"], "bob", false));
        // Capitals come first in some orders: `adam` may stand far behind `Zoe`.
        assert!(!past(&["Zoe"], "adam", false));
        // The app may know it as `ada`, which some sort behind `Carl`.
        assert!(!past(&["Bob", "Carl"], "ADA", true));
        // ... but not here, where the rows show that case does not count.
        assert!(past(&["Bob", "carl", "Dora"], "ADA", true));
        // By digits, `u10` is behind `u9`, and by letters before it.
        assert!(!past(&["u10", "u11"], "u9", false));
        assert!(!past(&[], "bob", false));
    }
}
