//! What a plain (unquoted) scalar means: the core schema of YAML 1.2 (section 10.3.2), less what JSON does not have.
//!
//! `yes`, `no`, `on` and `off` are texts. There are no octal or hexadecimal numbers: `007` and `0x10` are texts, and so
//! are `.inf` and `.nan`.

use super::node::Content;

/// The value of a plain scalar.
pub(super) fn resolve(text: &str) -> Content {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Content::Null,
        "true" | "True" | "TRUE" => return Content::Bool(true),
        "false" | "False" | "FALSE" => return Content::Bool(false),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !looks_like_a_number(unsigned) {
        return Content::Text(text.to_owned());
    }
    if unsigned.bytes().all(|b| b.is_ascii_digit()) {
        return match text.parse() {
            Ok(number) => Content::Integer(number),
            Err(_) => Content::Text(text.to_owned()), // beyond 64 bits: a long identifier, not a quantity
        };
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Content::Float(number),
        _ => Content::Text(text.to_owned()),
    }
}

/// Digits without a leading zero, then at most one fraction and one exponent.
fn looks_like_a_number(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let zero_led = whole.len() > 1 && whole.starts_with('0');
    digits(whole)
        && !zero_led
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| !e.is_empty() && digits(e))
        && !(whole.is_empty() && fraction.is_none_or(str::is_empty))
}
