//! What is collected while a document is read.

use crate::protocol::service::v1::FieldViolation;

/// The most violations that one problem document may list.
const MAX_VIOLATIONS: usize = 100;

/// Bounds the text of a violation, in characters: names come from the client.
const MAX_TEXT: usize = 400;

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

impl Violation {
    /// A violation of the document as a whole, which cannot be read.
    pub fn unreadable(message: impl Into<String>) -> Violation {
        Violation {
            field: String::new(),
            rule: "json",
            message: message.into(),
        }
    }

    /// As the schema has it.
    pub fn into_message(self) -> FieldViolation {
        FieldViolation {
            field: self.field,
            rule: self.rule.to_owned(),
            message: self.message,
        }
    }
}

/// What is wrong with one document.
#[derive(Debug, Default)]
pub struct Violations {
    list: Vec<Violation>,
    fault: Option<String>,
    mistyped: bool,
}

impl Violations {
    /// Adds a violation. A field that has one gets no second one, since the value that the second would judge was not read.
    pub fn reject(&mut self, field: &str, rule: &'static str, message: impl Into<String>) {
        let field: String = field.chars().take(MAX_TEXT).collect();
        let twice = !field.is_empty() && self.list.iter().any(|known| known.field == field);
        if !twice && self.list.len() < MAX_VIOLATIONS {
            self.list.push(Violation {
                field,
                rule,
                message: message.into().chars().take(MAX_TEXT).collect(),
            });
        }
    }

    /// Adds a value of another type.
    pub fn mistype(&mut self, field: &str, want: &str) {
        self.mistyped = true;
        self.reject(field, "json", format!("must be {want}"));
    }

    /// Tells that the document cannot be read at all; the first reason counts.
    pub fn unreadable(&mut self, reason: String) {
        self.fault.get_or_insert(reason);
    }

    /// Why the document cannot be read at all.
    pub fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }

    /// Whether a value could not be read, so that the fields read are not all the client's.
    pub fn is_mistyped(&self) -> bool {
        self.mistyped
    }

    /// What was collected, at most a hundred.
    pub fn list(&self) -> &[Violation] {
        &self.list
    }

    /// What was collected.
    pub fn into_list(self) -> Vec<Violation> {
        self.list
    }

    /// Whether the message that a field is part of has a violation itself, which stands for those of everything within.
    pub fn covers(&self, field: &str) -> bool {
        self.list.iter().any(|known| {
            field
                .strip_prefix(known.field.as_str())
                .is_some_and(|rest| !known.field.is_empty() && rest.starts_with('.'))
        })
    }
}
