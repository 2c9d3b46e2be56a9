//! Takes secrets out of everything that is written down.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::Secret;

/// What stands where a secret was.
const MASK: &str = "[secret]";
/// The fewest bytes of an encoded form that is looked for: shorter ones would blank ordinary words. The secret as it
/// stands is looked for at any length.
const MIN_FORM: usize = 4;

/// What `encodeURIComponent` leaves as it is besides letters and digits.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');
/// What `application/x-www-form-urlencoded` leaves as it is (WHATWG URL, section 5.2).
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'*');
/// What a query keeps when a browser serializes a URL (WHATWG URL, section 1.3).
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'\'');

/// Replaces secrets by `[secret]`: as they stand, URL-encoded, HTML- and JSON-escaped, and in base64 at each of the
/// three alignments.
#[derive(Clone, Default)]
pub struct Redactor {
    /// Everything that is looked for, longest first, so that no part of a form survives a shorter one.
    forms: Vec<String>,
}

impl Redactor {
    /// A redactor of these secrets.
    pub fn new<'s>(secrets: impl IntoIterator<Item = &'s Secret>) -> Self {
        let mut redactor = Self::default();
        for secret in secrets {
            redactor.add(secret);
        }
        redactor
    }

    /// Takes one more secret, such as a value that was generated while running.
    pub fn add(&mut self, secret: &Secret) {
        self.forms.extend(forms(secret.expose()));
        self.forms.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        self.forms.dedup();
    }

    /// The text without secrets.
    pub fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.finds(text) {
            return Cow::Borrowed(text);
        }
        let clean = self.replaced(text, MASK);
        if !self.finds(&clean) {
            return Cow::Owned(clean);
        }
        // The mask, or a letter of it beside what stood there, spells a short secret.
        match self.foreign() {
            Some(mask) => Cow::Owned(self.replaced(text, mask.encode_utf8(&mut [0; 4]))),
            None => Cow::Borrowed(""),
        }
    }

    /// Takes secrets out of all texts of a value, keys too. Numbers stay what they are: a short secret of digits would
    /// blank counts and years, and what a recipe calls secret is not among a result's fields.
    pub fn redact_value(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Cow::Owned(clean) = self.redact(text) {
                    *text = clean;
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.redact_value(item)),
            Value::Object(map) => {
                let dirty: Vec<String> = map.keys().filter(|key| self.finds(key)).cloned().collect();
                for key in dirty {
                    if let Some(value) = map.remove(&key) {
                        map.insert(self.redact(&key).into_owned(), value);
                    }
                }
                map.values_mut().for_each(|value| self.redact_value(value));
            }
            Value::Number(_) | Value::Null | Value::Bool(_) => {}
        }
    }

    fn finds(&self, text: &str) -> bool {
        self.forms.iter().any(|form| text.contains(form.as_str()))
    }

    fn replaced(&self, text: &str, mask: &str) -> String {
        let mut clean = text.to_owned();
        for form in &self.forms {
            if clean.contains(form.as_str()) {
                clean = clean.replace(form.as_str(), mask);
            }
        }
        clean
    }

    /// A character that is in no form, so that no form can stand where it was put.
    fn foreign(&self) -> Option<char> {
        let candidates = ['█', '■', '●'].into_iter().chain('\u{E000}'..='\u{F8FF}');
        candidates.into_iter().find(|c| !self.forms.iter().any(|form| form.contains(*c)))
    }
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Redactor({} forms)", self.forms.len())
    }
}

/// All ways in which a secret may be written.
fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![secret.to_owned()];
    for set in [NON_ALPHANUMERIC, COMPONENT, FORM, QUERY] {
        let encoded = utf8_percent_encode(secret, set).to_string();
        forms.push(encoded.replace("%20", "+"));
        forms.push(lower_hex(&encoded));
        forms.push(lower_hex(&encoded.replace("%20", "+")));
        forms.push(encoded);
    }
    let html = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // A frame's document stands in an attribute of the page around it: escaped twice.
    forms.push(html.replace('&', "&amp;").replace('"', "&quot;"));
    forms.push(html.replace('"', "&quot;"));
    forms.push(html.replace('"', "&quot;").replace('\'', "&#39;"));
    forms.push(html.replace('"', "&quot;").replace('\'', "&#x27;"));
    forms.push(html);
    let json = Value::from(secret).to_string();
    forms.push(json[1..json.len() - 1].to_owned());
    for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
        for before in 0..3 {
            forms.extend(aligned(engine, secret.as_bytes(), before));
        }
        // The end of a text of its own shows all its bits.
        forms.push(engine.encode(secret));
    }
    forms.retain(|form| form.len() >= MIN_FORM || form == secret);
    forms.retain(|form| !form.is_empty());
    forms.sort();
    forms.dedup();
    forms
}

/// Base64 of the secret after `before` other bytes, without the characters that depend on its neighbours.
fn aligned(engine: &impl base64::Engine, secret: &[u8], before: usize) -> Option<String> {
    let mut bytes = vec![0; before];
    bytes.extend_from_slice(secret);
    let encoded = engine.encode(&bytes);
    // Character i holds the bits 6i..6i+6; the first ones hold bits of what stands before.
    let first = (before * 8).div_ceil(6);
    let last = bytes.len() * 8 / 6;
    encoded.get(first..last).map(str::to_owned)
}

/// The same with `%3a` for `%3A`.
fn lower_hex(encoded: &str) -> String {
    let mut text = String::with_capacity(encoded.len());
    let mut hex = 0;
    for c in encoded.chars() {
        if c == '%' {
            hex = 3;
        }
        text.push(if hex > 0 { c.to_ascii_lowercase() } else { c });
        hex = if hex > 0 { hex - 1 } else { 0 };
    }
    text
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{STANDARD, URL_SAFE};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_without_secrets_is_not_copied() {
        let redactor = Redactor::new([&Secret::new("correct horse")]);
        assert!(matches!(redactor.redact("nothing here"), Cow::Borrowed(_)));
    }

    #[test]
    fn keys_and_texts_are_redacted_and_numbers_stay() {
        let redactor = Redactor::new([&Secret::new("12345678"), &Secret::new("pa ss/wörd")]);
        let mut value =
            json!({"a": ["12345678", 12_345_678], "x 12345678": "q=pa+ss%2Fw%C3%B6rd&r=pa%20ss%2fw%c3%b6rd"});
        redactor.redact_value(&mut value);
        assert_eq!(value, json!({"a": ["[secret]", 12_345_678], "x [secret]": "q=[secret]&r=[secret]"}));
    }

    #[test]
    fn a_short_secret_is_masked_and_an_empty_one_masks_nothing() {
        let clean = |secret: &str, text: &str| Redactor::new([&Secret::new(secret)]).redact(text).into_owned();
        assert_eq!(clean("12", "room 12, 3 beds"), "room [secret], 3 beds");
        assert_eq!(clean("", "nothing"), "nothing");
        // The mask holds an `e` itself, and `]x` would be spelled by it.
        assert_eq!(clean("e", "here"), "h█r█");
        assert_eq!(clean("]x", "]xx"), "█x");
    }

    #[test]
    fn a_secret_inside_another_leaves_no_rest() {
        let redactor = Redactor::new([&Secret::new("password"), &Secret::new("password-and-more")]);
        assert_eq!(redactor.redact("<password-and-more>"), "<[secret]>");
    }

    proptest! {
        #[test]
        fn no_secret_of_any_length_stands_in_a_masked_text(
            secret in "[ -~äß€█🙂]{1,64}",
            before in "[ -~█🙂]{0,9}",
            after in "[ -~█🙂]{0,9}",
        ) {
            let redactor = Redactor::new([&Secret::new(secret.clone())]);
            let clean = redactor.redact(&format!("{before}{secret}{after}{secret}")).into_owned();
            prop_assert!(!clean.contains(&secret), "{clean}");
        }

        #[test]
        fn no_form_of_a_secret_survives(
            secret in "[ -~äß€]{8,24}",
            before in proptest::collection::vec(any::<u8>(), 0..7),
            after in proptest::collection::vec(any::<u8>(), 0..7),
        ) {
            let redactor = Redactor::new([&Secret::new(secret.clone())]);
            let url: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            let percent = utf8_percent_encode(&secret, NON_ALPHANUMERIC).to_string();
            let json = serde_json::to_string(&secret).unwrap();
            for text in [secret.clone(), url.clone(), percent.clone(), lower_hex(&percent), json] {
                let inside = format!("~~{text}~~");
                let clean = redactor.redact(&inside);
                prop_assert!(clean.contains(MASK), "{clean}");
                prop_assert!(!clean.contains(&text), "{clean}");
            }
            let mut bytes = before;
            bytes.extend_from_slice(secret.as_bytes());
            bytes.extend_from_slice(&after);
            for text in [
                STANDARD.encode(&bytes), URL_SAFE.encode(&bytes), STANDARD_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(&bytes),
            ] {
                let clean = redactor.redact(&text);
                prop_assert!(clean.contains(MASK), "{text} -> {clean}");
            }
        }
    }
}
