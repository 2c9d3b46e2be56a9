//! The bytes of an exported file are read or refused in few words, and what is read has the cells that were asked for.
#![no_main]

use idlcm::engine::{Column, csv_table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let columns = [Column { header: "Mail", optional: false }, Column { header: "Name", optional: true }];
    let mut headed = b"Mail,Name\n".to_vec();
    headed.extend(bytes);
    for (bytes, encoding) in [(bytes, "utf-8"), (&headed[..], "utf-8"), (&headed[..], "windows-1252"), (bytes, "utf-16le")] {
        match csv_table(bytes, encoding, b',', &columns) {
            Ok(rows) => assert!(rows.iter().all(|row| row.len() == columns.len() && row[0].is_some())),
            Err(error) => assert!(error.len() < 6000, "{error}"),
        }
    }
});
