//! Reads typed fields out of JSON objects by the proto3 JSON mapping, collecting every violation with its field.

mod scalar;
mod violations;

pub use violations::{Violation, Violations};

use crate::json::Json;

/// Reads the members of one object. Members may go by their lowerCamelCase name or by the schema's.
pub struct Reader<'a, 'v> {
    members: &'a [(String, Json)],
    path: String,
    known: Vec<&'static str>,
    strict: bool,
    violations: &'v mut Violations,
}

impl<'a, 'v> Reader<'a, 'v> {
    /// A reader of a whole document that ignores members which it does not know; `null` is an empty message.
    pub fn new(document: &'a Json, violations: &'v mut Violations) -> Reader<'a, 'v> {
        let members = document.members().unwrap_or_default();
        if document.members().is_none() && *document != Json::Null {
            violations.mistype("", "an object");
        }
        Reader {
            members,
            path: String::new(),
            known: Vec::new(),
            strict: false,
            violations,
        }
    }

    /// Makes members that are not known violations, here and in messages within.
    pub fn strict(mut self) -> Reader<'a, 'v> {
        self.strict = true;
        self
    }

    /// Adds a violation of a field of this object.
    pub fn reject(&mut self, field: &str, rule: &'static str, message: impl Into<String>) {
        let path = join(&self.path, field);
        self.violations.reject(&path, rule, message);
    }

    /// Knows a field without reading its value.
    pub fn ignore(&mut self, field: &'static str) {
        self.get(field);
    }

    /// Reads a message member; one of another type is as good as empty, and a violation.
    pub fn message<T>(
        &mut self,
        field: &'static str,
        read: impl FnOnce(&mut Reader) -> T,
    ) -> Option<T> {
        let value = self.get(field)?;
        let path = join(&self.path, field);
        let members = value.members().unwrap_or_default();
        if value.members().is_none() {
            self.violations.mistype(&path, "an object");
        }
        let mut inner = Reader {
            members,
            path,
            known: Vec::new(),
            strict: self.strict,
            violations: self.violations,
        };
        let message = read(&mut inner);
        inner.finish();
        Some(message)
    }

    /// Ends the reading: what was not asked for is not known.
    pub fn finish(self) {
        if !self.strict {
            return;
        }
        for (name, _) in self.members {
            if !self.known.iter().any(|field| names(field, name)) {
                self.violations.reject(
                    &join(&self.path, name),
                    "unknown_field",
                    "is no field of the policy",
                );
            }
        }
    }

    /// The value of a member; `null` counts as absent. Two names for one field make the document unreadable.
    fn get(&mut self, field: &'static str) -> Option<&'a Json> {
        self.known.push(field);
        let mut found = None;
        for (name, value) in self.members {
            if names(field, name) {
                if found.is_some() {
                    self.violations.unreadable(format!(
                        "the member {name:?} appears under both of its names"
                    ));
                }
                found = Some(value);
            }
        }
        found.filter(|value| **value != Json::Null)
    }

    fn mistype(&mut self, field: &str, want: &str) {
        let path = join(&self.path, field);
        self.violations.mistype(&path, want);
    }
}

/// Whether a member's name is the field's, or its lowerCamelCase form.
fn names(field: &str, name: &str) -> bool {
    if field == name {
        return true;
    }
    let mut written = name.bytes();
    let mut upper = false;
    for byte in field.bytes() {
        if byte == b'_' {
            upper = true;
            continue;
        }
        let wanted = if upper {
            byte.to_ascii_uppercase()
        } else {
            byte
        };
        upper = false;
        if written.next() != Some(wanted) {
            return false;
        }
    }
    written.next().is_none()
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// The path of an entry of a map field.
pub fn entry(path: &str, key: &str) -> String {
    format!("{path}[{key:?}]")
}

/// Whether a text is an identifier: 1 to 128 characters of `A-Z a-z 0-9 . _ -`.
pub fn is_id(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_goes_by_two_names() {
        for (field, name, same) in [
            ("work_id", "workId", true),
            ("work_id", "work_id", true),
            ("work_id", "workid", false),
            ("work_id", "workIds", false),
            ("work_id", "work", false),
            ("kind", "Kind", false),
        ] {
            assert_eq!(names(field, name), same, "{field} {name}");
        }
    }

    #[test]
    fn both_names_of_one_field_make_the_document_unreadable() {
        let json = Json::parse(br#"{"workId":"a","work_id":"a"}"#).unwrap();
        let mut violations = Violations::default();
        Reader::new(&json, &mut violations).string("work_id");
        assert!(violations.fault().is_some());
    }

    #[test]
    fn unknown_members_are_violations_where_the_reader_is_strict() {
        let json = Json::parse(br#"{"a":{"x":1},"b":2}"#).unwrap();
        let mut violations = Violations::default();
        let mut reader = Reader::new(&json, &mut violations).strict();
        reader.message("a", |_| ());
        reader.finish();
        let fields: Vec<&str> = violations.list().iter().map(|v| v.field.as_str()).collect();
        assert_eq!(fields, ["a.x", "b"]);
    }
}
