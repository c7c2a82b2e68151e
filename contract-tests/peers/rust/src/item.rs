//! Work items (sluice.work.v1.WorkItem), and reading them.

use std::collections::BTreeMap;

use crate::json::Json;
use crate::reader::{Reader, Violation, is_id};

/// The attribute that names the downstream URL of an item.
pub const DOWNSTREAM: &str = "sluice.downstream";

const SCHEMA_VERSION: i64 = 1;
const MAX_DEADLINE_MS: i64 = 86_400_000;
const MAX_ATTRIBUTES: usize = 64;
const MAX_PAYLOAD: usize = 16 << 20;
const ID: &str = "must be 1 to 128 characters of A-Z a-z 0-9 . _ -";

/// How much an item matters, most first (rule 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criticality {
    /// Never shed before the queue is full.
    CriticalPlus,
    /// The default of user-facing work.
    Critical,
    /// Partial loss is expected.
    SheddablePlus,
    /// Loss is expected.
    Sheddable,
}

impl Criticality {
    /// All of them, most critical first: the order of the numbers from 1.
    pub const ALL: [Criticality; 4] = [
        Criticality::CriticalPlus,
        Criticality::Critical,
        Criticality::SheddablePlus,
        Criticality::Sheddable,
    ];
}

/// What makes two submissions the same item: everything but the attempt, the deadline and the lease (rules 6.1, 6.2).
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    /// Who the work is for.
    pub tenant: String,
    /// What kind of work it is.
    pub kind: String,
    /// How much it matters.
    pub criticality: Criticality,
    /// What to work on.
    pub payload: Vec<u8>,
    /// A hint of how much work it is; at least 1.
    pub cost: u32,
    /// Further names and values.
    pub attributes: BTreeMap<String, String>,
}

/// One unit of work as submitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Identifies it.
    pub work_id: String,
    /// Time left, in milliseconds; 0 or below has passed (rule 5.1).
    pub deadline_ms: i64,
    /// Counts from 1 (rule 6.4).
    pub attempt: u32,
    /// What it is.
    pub contents: Contents,
}

impl Item {
    /// The URL to call, if the item names one.
    pub fn downstream(&self) -> Option<&str> {
        self.contents.attributes.get(DOWNSTREAM).map(String::as_str)
    }
}

/// An item that cannot be read.
#[derive(Debug, PartialEq)]
pub enum ItemError {
    /// It breaks constraints: all of them, and its `work_id` where that could be read.
    Malformed(String, Vec<Violation>),
    /// It is of another version.
    Version(String),
}

/// Reads an item. Members that are not known are ignored (rule 10.4).
pub fn read(text: &[u8]) -> Result<Item, ItemError> {
    let unreadable = |message: String| {
        ItemError::Malformed(
            String::new(),
            vec![Violation {
                field: String::new(),
                rule: "json",
                message,
            }],
        )
    };
    let json = Json::parse(text).map_err(unreadable)?;
    let members = json
        .members()
        .ok_or_else(|| unreadable("the item must be a JSON object".to_owned()))?;
    let mut reader = Reader::new(members, "");
    let version = reader.integer("schema_version", 0, i64::from(u32::MAX));
    let item = read_members(&mut reader);
    if version.is_some_and(|version| version != SCHEMA_VERSION) {
        return Err(ItemError::Version(known_id(item.work_id)));
    }
    let violations = reader.finish();
    if violations.is_empty() {
        Ok(item)
    } else {
        Err(ItemError::Malformed(known_id(item.work_id), violations))
    }
}

fn known_id(work_id: String) -> String {
    if is_id(&work_id) {
        work_id
    } else {
        String::new()
    }
}

/// The lease is checked for its form only: this provider has no leases.
fn read_members(reader: &mut Reader) -> Item {
    if reader.get("lease_id").is_some() {
        id(reader, "lease_id");
    }
    Item {
        work_id: id(reader, "work_id"),
        contents: Contents {
            tenant: id(reader, "tenant"),
            kind: id(reader, "kind"),
            criticality: criticality(reader),
            payload: payload(reader),
            cost: cost(reader),
            attributes: attributes(reader),
        },
        deadline_ms: deadline(reader),
        attempt: at_least_one(reader, "attempt"),
    }
}

fn id(reader: &mut Reader, field: &'static str) -> String {
    let id = reader.string(field);
    if !is_id(&id) {
        reader.reject(field, "string.pattern", ID);
    }
    id
}

fn at_least_one(reader: &mut Reader, field: &'static str) -> u32 {
    let value = reader.uint32(field);
    if value == 0 {
        reader.reject(field, "uint32.gte", "must be at least 1");
    }
    value
}

/// An absent cost is 1.
fn cost(reader: &mut Reader) -> u32 {
    if reader.get("cost").is_some() {
        at_least_one(reader, "cost")
    } else {
        1
    }
}

fn deadline(reader: &mut Reader) -> i64 {
    if reader.get("deadline_ms").is_none() {
        reader.reject("deadline_ms", "required", "is required");
        return 0;
    }
    let deadline = reader
        .integer("deadline_ms", i64::MIN, i64::MAX)
        .unwrap_or(0);
    if deadline > MAX_DEADLINE_MS {
        reader.reject("deadline_ms", "int64.lte", "must be at most a day");
    }
    deadline
}

fn criticality(reader: &mut Reader) -> Criticality {
    const NAMES: [&str; 5] = [
        "UNSPECIFIED",
        "CRITICAL_PLUS",
        "CRITICAL",
        "SHEDDABLE_PLUS",
        "SHEDDABLE",
    ];
    let number = reader.enumeration("criticality", "CRITICALITY_", &NAMES);
    let known = usize::try_from(number - 1)
        .ok()
        .and_then(|index| Criticality::ALL.get(index).copied());
    known.unwrap_or_else(|| {
        let rule = if number == 0 {
            "enum.not_in"
        } else {
            "enum.defined_only"
        };
        reader.reject("criticality", rule, "must be one of the four criticalities");
        Criticality::Sheddable
    })
}

fn payload(reader: &mut Reader) -> Vec<u8> {
    let payload = reader.bytes("payload");
    if payload.len() > MAX_PAYLOAD {
        reader.reject("payload", "bytes.max_len", "must be at most 16 MiB");
    }
    payload
}

fn attributes(reader: &mut Reader) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    let Some(members) = reader.object("attributes") else {
        return attributes;
    };
    if members.len() > MAX_ATTRIBUTES {
        reader.reject("attributes", "map.max_pairs", "must be at most 64");
    }
    for (name, value) in members {
        let field = format!("attributes[{name:?}]");
        if !is_id(name) {
            reader.reject(&field, "string.pattern", ID);
        }
        match value {
            Json::String(text) => {
                attributes.insert(name.clone(), text.clone());
            }
            _ => reader.reject(&field, "json", "must be a string"),
        }
    }
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"workId":"w-1","tenant":"t","kind":"k","criticality":"CRITICALITY_CRITICAL",
        "deadlineMs":"60000","attempt":1,"payload":"aGk=","later":{"x":[]}}"#;

    #[test]
    fn an_item_is_read_and_unknown_members_are_ignored() {
        let item = read(GOOD.as_bytes()).unwrap();
        assert_eq!(item.contents.payload, b"hi");
        assert_eq!(item.contents.cost, 1);
        assert_eq!(item.deadline_ms, 60_000);
    }

    #[test]
    fn each_fault_is_named() {
        for (from, to, field) in [
            ("w-1", "w 1", "work_id"),
            (r#""kind":"k","#, "", "kind"),
            (
                "CRITICALITY_CRITICAL",
                "CRITICALITY_UNSPECIFIED",
                "criticality",
            ),
            (r#""deadlineMs":"60000","#, "", "deadline_ms"),
            (r#""60000""#, "86400001", "deadline_ms"),
            (r#""attempt":1"#, r#""attempt":0"#, "attempt"),
            ("aGk=", "a*", "payload"),
        ] {
            let Err(ItemError::Malformed(_, violations)) = read(GOOD.replace(from, to).as_bytes())
            else {
                panic!("{to} is accepted");
            };
            assert_eq!(violations.len(), 1, "{to}: {violations:?}");
            assert_eq!(violations[0].field, field, "{to}");
        }
    }

    #[test]
    fn another_version_is_refused_as_such() {
        let text = GOOD.replace("{\"workId", "{\"schemaVersion\":2,\"workId");
        assert_eq!(read(text.as_bytes()), Err(ItemError::Version("w-1".into())));
    }
}
