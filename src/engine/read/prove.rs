//! What proves that a list was read completely.

use std::collections::{BTreeMap, BTreeSet};

use crate::contract::Proof;
use crate::recipe::{TableView, Total};

use super::super::identity;
use super::super::row::Row;
use super::super::value;
use super::table_read::TableRead;

/// What proves that the rows are all there are, and if something speaks against it, what.
pub(super) fn prove(table: &TableView, read: &TableRead, ignore_case: bool) -> (Proof, Option<String>) {
    if let Some(why) = read.unfit(0) {
        return (Proof::None, Some(format!("{why}; nothing is concluded from a list that is not done")));
    }
    if let Some(why) = &read.unrest {
        return (Proof::None, Some(format!("the page did not come to rest: {why}")));
    }
    if let Some(drift) = &read.drift {
        return (Proof::None, Some(format!("it changed while it was read: {drift}")));
    }
    let seen = distinct(&read.rows, &table.key, ignore_case);
    if table.total.is_some() {
        let besides = match read.excepted {
            0 => String::new(),
            count => format!(", besides {count} that are none (`except`)"),
        };
        return match read.total {
            Some(_) if read.entries() == Some(seen) => (Proof::Total, None),
            None if seen == 0 && read.empty => (Proof::Empty, None),
            Some(total) => (Proof::None, Some(format!("the app states {total} entries and {seen} were read{besides}"))),
            None => (Proof::None, Some("the app states no number of entries".to_owned())),
        };
    }
    if read.gaps > 0 {
        let message =
            format!("the list jumped {} times while it was scrolled, and states no number of entries", read.gaps);
        return (Proof::None, Some(message));
    }
    // Rows that are no entries are a list, too.
    if seen == 0 && read.excepted == 0 {
        return if read.empty { (Proof::Empty, None) } else { (Proof::None, None) };
    }
    if table.end.is_some() {
        return (if read.end_seen { Proof::End } else { Proof::None }, None);
    }
    if read.ended && table.pager.is_some() {
        return (Proof::End, None);
    }
    if table.single_page { (Proof::SinglePage, None) } else { (Proof::None, None) }
}

/// The weakest of the parts' proofs proves the whole.
pub(super) fn weakest(proofs: &[Proof]) -> Proof {
    let strength = |proof: &Proof| match proof {
        Proof::None => 0,
        Proof::SinglePage => 1,
        Proof::End => 2,
        Proof::Empty => 3,
        Proof::Total => 4,
    };
    proofs.iter().copied().min_by_key(strength).unwrap_or(Proof::None)
}

/// The number in a text in which the app states one.
pub(super) fn number(total: &Total, text: &str) -> Option<u64> {
    let found = total.regex.captures(text)?;
    let digits: String = found.get(1).or_else(|| found.get(0))?.as_str().chars().filter(char::is_ascii_digit).collect();
    let stated: u64 = digits.parse().ok()?;
    // An app that has nothing may leave out its headers, too.
    Some(stated.saturating_sub(total.less))
}

/// How many different keys there are to a reader.
pub(super) fn distinct(rows: &[Row], key: &str, ignore_case: bool) -> u64 {
    let keys: BTreeSet<String> = keys(rows, key).map(|key| identity::as_read(&key, ignore_case)).collect();
    keys.len() as u64
}

/// Two keys that a reader cannot tell apart and that are not the same, with what is not seen of them spelled out.
pub(super) fn twins(rows: &[Row], key: &str, ignore_case: bool) -> Option<(String, String)> {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for shown in keys(rows, key) {
        match known.get(&identity::as_read(&shown, ignore_case)) {
            Some(first) if *first != shown => {
                return Some((identity::spelled_out(first), identity::spelled_out(&shown)));
            }
            Some(_) => {}
            None => _ = known.insert(identity::as_read(&shown, ignore_case), shown),
        }
    }
    None
}

fn keys(rows: &[Row], key: &str) -> impl Iterator<Item = String> {
    rows.iter().filter_map(move |row| row.raw.get(key).cloned().or_else(|| row.item.get(key).map(value::text)))
}
