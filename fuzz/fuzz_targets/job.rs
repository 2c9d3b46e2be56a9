//! Bytes from the queue are a job or are refused in few words; what is a job is written so that it is read as the same.
#![no_main]

use idlcm::contract::{LONGEST_TOLD, decode_job};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match decode_job(bytes) {
        Ok(job) => {
            let written = serde_json::to_vec(&job).expect("a job can be written");
            assert_eq!(decode_job(&written).as_ref(), Ok(&job));
        }
        Err(error) => assert!(!error.message.is_empty() && error.message.len() <= LONGEST_TOLD, "{error}"),
    }
});
