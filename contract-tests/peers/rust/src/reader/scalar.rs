//! The scalar types of the schemas.

use std::collections::BTreeMap;

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::GeneralPurpose;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};

use super::{Reader, entry, join};
use crate::json::{Json, double, integer};

const PADDING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

impl Reader<'_, '_> {
    /// A string, if present and one.
    pub fn optional_string(&mut self, field: &'static str) -> Option<String> {
        match self.get(field)? {
            Json::String(text) => Some(text.clone()),
            _ => {
                self.mistype(field, "a string");
                None
            }
        }
    }

    /// A string; absent is empty.
    pub fn string(&mut self, field: &'static str) -> String {
        self.optional_string(field).unwrap_or_default()
    }

    /// A bool; absent is false.
    pub fn boolean(&mut self, field: &'static str) -> bool {
        match self.get(field) {
            None => false,
            Some(Json::Bool(value)) => *value,
            Some(_) => {
                self.mistype(field, "true or false");
                false
            }
        }
    }

    /// A 64-bit integer, if present and one.
    pub fn optional_int64(&mut self, field: &'static str) -> Option<i64> {
        let read = integer(self.get(field)?);
        if read.is_none() {
            self.mistype(field, "a 64-bit integer");
        }
        read
    }

    /// A uint32, if present and one.
    pub fn optional_uint32(&mut self, field: &'static str) -> Option<u32> {
        let read = uint32(self.get(field)?);
        if read.is_none() {
            self.mistype(field, UINT32);
        }
        read
    }

    /// A uint32; absent is 0.
    pub fn uint32(&mut self, field: &'static str) -> u32 {
        self.optional_uint32(field).unwrap_or_default()
    }

    /// A double; absent is 0.
    pub fn double(&mut self, field: &'static str) -> f64 {
        let Some(value) = self.get(field) else {
            return 0.0;
        };
        double(value).unwrap_or_else(|| {
            self.mistype(field, "a number");
            0.0
        })
    }

    /// The number of an enum value, given by full name or number; absent is 0. A number that is not known is kept.
    pub fn enumeration(
        &mut self,
        field: &'static str,
        by_name: impl FnOnce(&str) -> Option<i32>,
    ) -> i32 {
        let Some(value) = self.get(field) else {
            return 0;
        };
        let read = match value {
            Json::String(name) => by_name(name),
            number => integer(number).and_then(|number| i32::try_from(number).ok()),
        };
        read.unwrap_or_else(|| {
            self.mistype(field, "the name of a value of its enum");
            0
        })
    }

    /// Bytes in base64, standard or URL-safe, with or without padding; absent is empty.
    pub fn bytes(&mut self, field: &'static str) -> Vec<u8> {
        let Some(value) = self.get(field) else {
            return Vec::new();
        };
        let decoded = match value {
            Json::String(text) => decode(text),
            _ => None,
        };
        decoded.unwrap_or_else(|| {
            self.mistype(field, "base64");
            Vec::new()
        })
    }

    /// A map of strings; absent is empty. An entry that cannot be read is empty, so that entries can be counted.
    pub fn string_map(&mut self, field: &'static str) -> BTreeMap<String, String> {
        self.map(field, "a string", |value| match value {
            Json::String(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// A map of uint32; absent is empty. An entry that cannot be read is 0, so that entries can be counted.
    pub fn uint32_map(&mut self, field: &'static str) -> BTreeMap<String, u32> {
        self.map(field, UINT32, uint32)
    }

    fn map<T: Default>(
        &mut self,
        field: &'static str,
        want: &str,
        read: impl Fn(&Json) -> Option<T>,
    ) -> BTreeMap<String, T> {
        let mut entries = BTreeMap::new();
        let Some(value) = self.get(field) else {
            return entries;
        };
        let Some(members) = value.members() else {
            self.mistype(field, "an object");
            return entries;
        };
        let path = join(&self.path, field);
        for (key, value) in members {
            let read = read(value).unwrap_or_else(|| {
                self.violations.mistype(&entry(&path, key), want);
                T::default()
            });
            entries.insert(key.clone(), read);
        }
        entries
    }
}

const UINT32: &str = "an integer of 0 to 4294967295";

fn uint32(value: &Json) -> Option<u32> {
    integer(value).and_then(|number| u32::try_from(number).ok())
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let alphabet = if text.contains(['-', '_']) {
        &alphabet::URL_SAFE
    } else {
        &alphabet::STANDARD
    };
    GeneralPurpose::new(alphabet, PADDING).decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::super::Violations;
    use super::*;

    fn read<T>(text: &str, read: impl Fn(&mut Reader) -> T) -> (T, usize) {
        let json = Json::parse(text.as_bytes()).unwrap();
        let mut violations = Violations::default();
        let value = read(&mut Reader::new(&json, &mut violations));
        (value, violations.list().len())
    }

    #[test]
    fn bytes_are_base64_of_either_alphabet() {
        for (text, bytes) in [
            ("-_8=", &[0xfb, 0xff][..]),
            ("-_8", &[0xfb, 0xff]),
            ("+/8=", &[0xfb, 0xff]),
            ("+/8", &[0xfb, 0xff]),
            ("", &[]),
        ] {
            let (value, violations) =
                read(&format!("{{\"payload\":{text:?}}}"), |r| r.bytes("payload"));
            assert_eq!((value.as_slice(), violations), (bytes, 0), "{text}");
        }
        for text in ["a", "aGk==", "a=Gk", "!", "+_", "aG\\nk="] {
            let (_, violations) = read(&format!("{{\"payload\":\"{text}\"}}"), |r| {
                r.bytes("payload")
            });
            assert_eq!(violations, 1, "{text}");
        }
    }

    #[test]
    fn uint32_has_its_range() {
        assert_eq!(
            read(r#"{"n":4294967295}"#, |r| r.uint32("n")),
            (u32::MAX, 0)
        );
        assert_eq!(read(r#"{"n":null}"#, |r| r.optional_uint32("n")), (None, 0));
        for text in ["4294967296", "-1", "true"] {
            assert_eq!(
                read(&format!("{{\"n\":{text}}}"), |r| r.uint32("n")),
                (0, 1),
                "{text}"
            );
        }
    }

    #[test]
    fn enums_are_names_or_numbers() {
        let kind = |text: &str| {
            read(text, |r| {
                r.enumeration("kind", |name| (name == "KIND_HIGH").then_some(2))
            })
        };
        assert_eq!(kind(r#"{"kind":"KIND_HIGH"}"#), (2, 0));
        assert_eq!(kind(r#"{"kind":77}"#), (77, 0));
        for text in [
            r#"{"kind":"HIGH"}"#,
            r#"{"kind":"2"}"#,
            r#"{"kind":2147483648}"#,
            r#"{"kind":[]}"#,
        ] {
            assert_eq!(kind(text), (0, 1), "{text}");
        }
    }
}
