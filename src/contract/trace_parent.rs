//! The place of a job in a trace that its sender began: W3C Trace Context, <https://www.w3.org/TR/trace-context/>.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// The name of the header.
pub const TRACEPARENT: &str = "traceparent";

/// A valid `traceparent` (section 3.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceParent(String);

/// Not a `traceparent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no `traceparent`; write `00-`, 32 digits, `-`, 16 digits, `-` and 2 digits, all of them from 0 to f")]
pub struct TraceParentError;

impl FromStr for TraceParent {
    type Err = TraceParentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Section 3.2.2: digits are hexadecimal and in lower case, the version is not ff, and neither id is all zeros. Of a
        // higher version, what follows these parts after another dash is not known (section 4).
        let (version, rest) = digits(text, 2).ok_or(TraceParentError)?;
        let (trace_id, rest) = rest.strip_prefix('-').and_then(|rest| digits(rest, 32)).ok_or(TraceParentError)?;
        let (parent_id, rest) = rest.strip_prefix('-').and_then(|rest| digits(rest, 16)).ok_or(TraceParentError)?;
        let (_, rest) = rest.strip_prefix('-').and_then(|rest| digits(rest, 2)).ok_or(TraceParentError)?;
        let ends = rest.is_empty() || (version != "00" && rest.starts_with('-') && text.len() <= MOST_BYTES);
        let zero = |id: &str| id.bytes().all(|digit| digit == b'0');
        if version == "ff" || zero(trace_id) || zero(parent_id) || !ends {
            return Err(TraceParentError);
        }
        Ok(Self(text.to_owned()))
    }
}

/// The most bytes of one of a higher version; those of version 00 have 55.
const MOST_BYTES: usize = 255;

/// So many hexadecimal digits in lower case, and what follows them.
fn digits(text: &str, count: usize) -> Option<(&str, &str)> {
    let (head, rest) = text.split_at_checked(count)?;
    head.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')).then_some((head, rest))
}

impl TraceParent {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of the whole trace: 32 digits.
    pub fn trace_id(&self) -> &str {
        &self.0[3..35]
    }

    /// The id of the sender's part of it: 16 digits.
    pub fn parent_id(&self) -> &str {
        &self.0[36..52]
    }

    /// Whether the sender may have recorded its part (section 3.2.2.5.1).
    pub fn is_sampled(&self) -> bool {
        u8::from_str_radix(&self.0[53..55], 16).is_ok_and(|flags| flags & 1 == 1)
    }

    /// The one that a job names in `origin`, if its bytes can be read.
    pub fn of_job(bytes: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Traced {
            origin: Option<TracedOrigin>,
        }
        #[derive(Deserialize)]
        struct TracedOrigin {
            traceparent: Option<String>,
        }
        serde_json::from_slice::<Traced>(bytes).ok()?.origin?.traceparent?.parse().ok()
    }
}

impl fmt::Display for TraceParent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    #[test]
    fn what_the_grammar_allows_is_read() {
        let parent: TraceParent = GOOD.parse().unwrap();
        assert_eq!(parent.to_string(), GOOD);
        assert_eq!((parent.trace_id(), parent.parent_id()), ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
        assert!(parent.is_sampled());
        assert!(!GOOD.replace("-01", "-00").parse::<TraceParent>().unwrap().is_sampled());
        assert!(GOOD.replace("-01", "-09").parse::<TraceParent>().unwrap().is_sampled());
        // A version that is not known here may say more.
        for later in [GOOD.replacen("00-", "cc-", 1), GOOD.replacen("00-", "cc-", 1) + "-what-comes"] {
            assert_eq!(later.parse::<TraceParent>().unwrap().parent_id(), "b7ad6b7169203331", "{later}");
        }
    }

    #[test]
    fn everything_else_is_not() {
        let later = GOOD.replacen("00-", "cc-", 1);
        let mut wrong: Vec<String> = [
            "",
            "00",
            "00-1-2-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319-cb7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
            "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01",
            "é0-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        ]
        .map(str::to_owned)
        .to_vec();
        wrong.extend([format!("{GOOD}-x"), format!("{GOOD} "), format!(" {GOOD}"), format!("{GOOD}\n")]);
        wrong.extend([GOOD.replacen("00-", "ff-", 1), format!("{later}x"), format!("{later}-{}", "x".repeat(300))]);
        for text in wrong {
            assert_eq!(text.parse::<TraceParent>(), Err(TraceParentError), "{text}");
        }
    }

    #[test]
    fn a_job_may_name_it_in_its_origin() {
        let job = format!(r#"{{"schema":"idlcm.job/1","origin":{{"source":"x","traceparent":"{GOOD}"}}}}"#);
        assert_eq!(TraceParent::of_job(job.as_bytes()).unwrap().as_str(), GOOD);
        for other in ["{}", "no job", r#"{"origin":null}"#, r#"{"origin":{"traceparent":"00-1-2-01"}}"#] {
            assert_eq!(TraceParent::of_job(other.as_bytes()), None, "{other}");
        }
    }
}
