//! Reads typed fields out of JSON objects by the proto3 JSON mapping, collecting every violation with its field.

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::GeneralPurpose;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};

use crate::json::Json;

/// One broken constraint (sluice.service.v1.FieldViolation).
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// Where: field names of the schema joined by dots; empty for the message as a whole.
    pub field: String,
    /// The constraint: protovalidate's id, `json`, or `unknown_field`.
    pub rule: &'static str,
    /// What is wrong, for a person.
    pub message: String,
}

/// Reads the members of one object. Members may go by their lowerCamelCase name or by the schema's.
pub struct Reader<'a> {
    members: &'a [(String, Json)],
    prefix: String,
    known: Vec<&'static str>,
    violations: Vec<Violation>,
}

const PADDING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

impl<'a> Reader<'a> {
    /// A reader of an object whose field is named by `prefix`; empty at the top.
    pub fn new(members: &'a [(String, Json)], prefix: &str) -> Reader<'a> {
        Reader {
            members,
            prefix: prefix.to_owned(),
            known: Vec::new(),
            violations: Vec::new(),
        }
    }

    /// Adds a violation of a field; an empty name stands for the object itself.
    pub fn reject(&mut self, field: &str, rule: &'static str, message: impl Into<String>) {
        let field = self.path(field);
        self.violations.push(Violation {
            field,
            rule,
            message: message.into(),
        });
    }

    /// Takes over what a reader of a member object found.
    pub fn absorb(&mut self, mut inner: Vec<Violation>) {
        self.violations.append(&mut inner);
    }

    /// What was found.
    pub fn finish(self) -> Vec<Violation> {
        self.violations
    }

    /// Whether nothing was found so far.
    pub fn is_clean(&self) -> bool {
        self.violations.is_empty()
    }

    /// Rejects members that no call has asked for: for the one strict message, the policy.
    pub fn reject_unknown(&mut self) {
        let unknown: Vec<String> = self
            .members
            .iter()
            .filter(|(name, _)| {
                !self
                    .known
                    .iter()
                    .any(|field| name == field || *name == camel(field))
            })
            .map(|(name, _)| name.chars().take(100).collect())
            .collect();
        for name in unknown {
            self.reject(&name, "unknown_field", "is not known");
        }
    }

    /// The path of a field below this object.
    pub fn path(&self, field: &str) -> String {
        match (self.prefix.is_empty(), field.is_empty()) {
            (true, _) => field.to_owned(),
            (false, true) => self.prefix.clone(),
            (false, false) => format!("{}.{field}", self.prefix),
        }
    }

    /// The value of a member; `null` counts as absent, and two names for one field as a violation.
    pub fn get(&mut self, field: &'static str) -> Option<&'a Json> {
        self.known.push(field);
        let name = camel(field);
        let mut found = None;
        for (member, value) in self.members {
            if *member == name || member == field {
                if found.is_some() {
                    self.reject(field, "json", "appears twice, under both of its names");
                    return None;
                }
                found = Some(value);
            }
        }
        found.filter(|value| **value != Json::Null)
    }

    /// An object.
    pub fn object(&mut self, field: &'static str) -> Option<&'a [(String, Json)]> {
        let members = self.get(field)?.members();
        if members.is_none() {
            self.reject(field, "json", "must be an object");
        }
        members
    }

    /// A string; absent is empty.
    pub fn string(&mut self, field: &'static str) -> String {
        match self.get(field) {
            None => String::new(),
            Some(Json::String(text)) => text.clone(),
            Some(_) => {
                self.reject(field, "json", "must be a string");
                String::new()
            }
        }
    }

    /// A bool; absent is false.
    pub fn boolean(&mut self, field: &'static str) -> bool {
        match self.get(field) {
            None => false,
            Some(Json::Bool(value)) => *value,
            Some(_) => {
                self.reject(field, "json", "must be true or false");
                false
            }
        }
    }

    /// An integer within bounds, as a number or a string, if present and well-formed.
    pub fn integer(&mut self, field: &'static str, low: i64, high: i64) -> Option<i64> {
        let value = self.get(field)?;
        let integer = integer_of(value).filter(|value| (low..=high).contains(value));
        if integer.is_none() {
            self.reject(
                field,
                "json",
                format!("must be an integer from {low} to {high}"),
            );
        }
        integer
    }

    /// A uint32; absent is 0.
    pub fn uint32(&mut self, field: &'static str) -> u32 {
        let value = self.integer(field, 0, i64::from(u32::MAX)).unwrap_or(0);
        u32::try_from(value).unwrap_or(0)
    }

    /// A double, as a number or a string; absent is 0.
    pub fn double(&mut self, field: &'static str) -> f64 {
        let value = match self.get(field) {
            None => Some(0.0),
            Some(Json::Number(number)) => number.as_f64(),
            Some(Json::String(text)) => double_of(text),
            Some(_) => None,
        };
        value.unwrap_or_else(|| {
            self.reject(field, "json", "must be a number");
            0.0
        })
    }

    /// The number of an enum value, given by full name or number; absent is 0. A number that is not known is kept.
    pub fn enumeration(&mut self, field: &'static str, prefix: &str, names: &[&str]) -> i64 {
        let value = match self.get(field) {
            None => Some(0),
            Some(Json::String(text)) => text
                .strip_prefix(prefix)
                .and_then(|name| names.iter().position(|known| *known == name))
                .and_then(|index| i64::try_from(index).ok()),
            Some(number) => integer_of(number).filter(|value| i32::try_from(*value).is_ok()),
        };
        value.unwrap_or_else(|| {
            self.reject(field, "json", "is no value of the enum");
            0
        })
    }

    /// Bytes in base64, standard or URL-safe, with or without padding; absent is empty.
    pub fn bytes(&mut self, field: &'static str) -> Vec<u8> {
        let text = self.string(field);
        let url_safe = text.contains(['-', '_']);
        let alphabet = if url_safe {
            &alphabet::URL_SAFE
        } else {
            &alphabet::STANDARD
        };
        GeneralPurpose::new(alphabet, PADDING)
            .decode(text)
            .unwrap_or_else(|_| {
                self.reject(field, "json", "must be base64");
                Vec::new()
            })
    }
}

fn integer_of(value: &Json) -> Option<i64> {
    match value {
        Json::Number(number) => integer_of_number(number),
        Json::String(text) => {
            let number: serde_json::Number = serde_json::from_str(text).ok()?;
            integer_of_number(&number)
        }
        _ => None,
    }
}

fn integer_of_number(number: &serde_json::Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let float = number.as_f64()?;
        (float.fract() == 0.0 && float.abs() <= EXACT).then_some(float as i64)
    })
}

fn double_of(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => serde_json::from_str::<serde_json::Number>(text)
            .ok()?
            .as_f64(),
    }
}

/// Whether a text is an identifier: 1 to 128 characters of `A-Z a-z 0-9 . _ -`.
pub fn is_id(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// The lowerCamelCase form of a field name.
fn camel(field: &str) -> String {
    let mut name = String::with_capacity(field.len());
    let mut upper = false;
    for c in field.chars() {
        if c == '_' {
            upper = true;
        } else {
            name.push(if upper { c.to_ascii_uppercase() } else { c });
            upper = false;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T>(text: &str, read: impl Fn(&mut Reader) -> T) -> (T, Vec<Violation>) {
        let json = Json::parse(text.as_bytes()).unwrap();
        let mut reader = Reader::new(json.members().unwrap(), "");
        let value = read(&mut reader);
        (value, reader.finish())
    }

    #[test]
    fn integers_are_numbers_or_strings_without_fraction() {
        for text in ["7", "\"7\"", "7.0", "0.7e1", "\"7e0\""] {
            let (value, violations) = read(&format!("{{\"deadlineMs\":{text}}}"), |r| {
                r.integer("deadline_ms", -10, 10)
            });
            assert_eq!((value, violations), (Some(7), vec![]), "{text}");
        }
        for text in ["7.5", "\"x\"", "true", "11", "1e400", "\"\"", "[]"] {
            let text = format!("{{\"deadline_ms\":{text}}}");
            if Json::parse(text.as_bytes()).is_ok() {
                let (_, violations) = read(&text, |r| r.integer("deadline_ms", -10, 10));
                assert_eq!(violations.len(), 1, "{text}");
            }
        }
    }

    #[test]
    fn both_names_of_one_field_are_a_violation() {
        let (_, violations) = read(r#"{"workId":"a","work_id":"a"}"#, |r| r.string("work_id"));
        assert_eq!(violations[0].rule, "json");
    }

    #[test]
    fn bytes_are_base64_of_either_alphabet() {
        for text in ["-_8=", "-_8", "+/8=", "+/8"] {
            let (value, violations) =
                read(&format!("{{\"payload\":{text:?}}}"), |r| r.bytes("payload"));
            assert_eq!((value, violations), (vec![0xfb, 0xff], vec![]), "{text}");
        }
    }

    #[test]
    fn enums_are_names_or_numbers() {
        let names = ["UNSPECIFIED", "LOW", "HIGH"];
        let kind = |text: &str| read(text, |r| r.enumeration("kind", "KIND_", &names));
        assert_eq!(kind(r#"{"kind":"KIND_HIGH"}"#), (2, vec![]));
        assert_eq!(kind(r#"{"kind":1}"#), (1, vec![]));
        assert_eq!(kind(r#"{"kind":"HIGH"}"#).1.len(), 1);
    }
}
