//! Reads items. Members that are not known are ignored (rule 10.4).

use super::{Criticality, Item, quick};
use crate::json::Json;
use crate::protocol::work::v1::WorkItem;
use crate::reader::{Reader, Violation, Violations, entry, is_id};

const SCHEMA_VERSION: u32 = 1;
const MAX_DEADLINE_MS: i64 = 86_400_000;
const MAX_COST: u32 = 1_000_000;
const MAX_ATTRIBUTES: usize = 64;
const MAX_ATTRIBUTE: usize = 4096;
const ID: &str = "must be 1 to 128 characters of A-Z a-z 0-9 . _ -";

/// An item that cannot be read.
#[derive(Debug, PartialEq)]
pub enum ItemError {
    /// It breaks constraints: all of them, and its `work_id` where that could be read.
    Malformed(String, Vec<Violation>),
    /// It is of another version.
    Version(String),
}

/// Reads an item.
pub fn read(text: &[u8]) -> Result<Item, ItemError> {
    let unreadable = |work_id: &str, message: String| {
        ItemError::Malformed(work_id.to_owned(), vec![Violation::unreadable(message)])
    };
    let (message, mut violations) = match quick::read(text) {
        Some(message) => (message, Violations::default()),
        None => general(text).map_err(|message| unreadable("", message))?,
    };
    constrain(&mut violations, &message);
    let work_id = if is_id(&message.work_id) {
        message.work_id.clone()
    } else {
        String::new()
    };
    if let Some(fault) = violations.fault() {
        return Err(unreadable(&work_id, fault.to_owned()));
    }
    if message
        .schema_version
        .is_some_and(|version| version != SCHEMA_VERSION)
    {
        return Err(ItemError::Version(work_id));
    }
    match item(message) {
        Some(item) if violations.list().is_empty() => Ok(item),
        _ => Err(ItemError::Malformed(work_id, violations.into_list())),
    }
}

/// The message of any text that is JSON, and what is wrong with the types of its members.
pub(super) fn general(text: &[u8]) -> Result<(WorkItem, Violations), String> {
    let json = Json::parse(text)?;
    let mut violations = Violations::default();
    let message = message(&mut Reader::new(&json, &mut violations));
    Ok((message, violations))
}

fn message(reader: &mut Reader) -> WorkItem {
    WorkItem {
        work_id: reader.string("work_id"),
        tenant: reader.string("tenant"),
        kind: reader.string("kind"),
        criticality: reader.enumeration("criticality", |name| {
            Criticality::from_str_name(name).map(i32::from)
        }),
        deadline_ms: reader.optional_int64("deadline_ms"),
        attempt: reader.uint32("attempt"),
        payload: reader.bytes("payload"),
        cost: reader.optional_uint32("cost"),
        lease_id: reader.optional_string("lease_id"),
        attributes: reader.string_map("attributes"),
        schema_version: reader.optional_uint32("schema_version"),
    }
}

/// Checks the constraints of the schema. The payload's is not among them: beyond it the item is too large (413), not malformed.
fn constrain(violations: &mut Violations, message: &WorkItem) {
    let ids = [
        ("work_id", Some(&message.work_id)),
        ("tenant", Some(&message.tenant)),
        ("kind", Some(&message.kind)),
        ("lease_id", message.lease_id.as_ref()),
    ];
    for (field, id) in ids {
        if id.is_some_and(|id| !is_id(id)) {
            violations.reject(field, "string.pattern", ID);
        }
    }
    match Criticality::try_from(message.criticality) {
        Ok(Criticality::Unspecified) => {
            violations.reject("criticality", "enum.not_in", "must be given")
        }
        Ok(_) => {}
        Err(_) => violations.reject(
            "criticality",
            "enum.defined_only",
            "has no value with this number",
        ),
    }
    match message.deadline_ms {
        None => violations.reject("deadline_ms", "required", "is required"),
        Some(deadline) if deadline > MAX_DEADLINE_MS => {
            violations.reject(
                "deadline_ms",
                "int64.lte",
                format!("must be at most {MAX_DEADLINE_MS}"),
            );
        }
        Some(_) => {}
    }
    if message.attempt < 1 {
        violations.reject("attempt", "uint32.gte", "must be at least 1");
    }
    if message
        .cost
        .is_some_and(|cost| !(1..=MAX_COST).contains(&cost))
    {
        violations.reject("cost", "uint32.gte_lte", format!("must be 1 to {MAX_COST}"));
    }
    if message.attributes.len() > MAX_ATTRIBUTES {
        violations.reject(
            "attributes",
            "map.max_pairs",
            format!("must be at most {MAX_ATTRIBUTES}"),
        );
        return;
    }
    for (name, value) in &message.attributes {
        let path = entry("attributes", name);
        if !is_id(name) {
            violations.reject(&path, "string.pattern", ID);
        }
        if value.len() > MAX_ATTRIBUTE {
            violations.reject(
                &path,
                "string.max_bytes",
                format!("must be at most {MAX_ATTRIBUTE} bytes"),
            );
        }
    }
}

/// The item of a message, if that is well-formed.
fn item(message: WorkItem) -> Option<Item> {
    let WorkItem {
        work_id,
        tenant,
        kind,
        criticality,
        deadline_ms,
        attempt,
        payload,
        cost,
        lease_id,
        attributes,
        schema_version: _,
    } = message;
    Some(Item {
        work_id,
        tenant,
        kind,
        criticality: Criticality::try_from(criticality).ok()?,
        deadline_ms: deadline_ms?,
        attempt,
        payload: payload.into(),
        cost: cost.unwrap_or(1),
        lease_id,
        attributes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Digest;

    const GOOD: &str = r#"{"workId":"w-1","tenant":"t","kind":"k","criticality":"CRITICALITY_CRITICAL",
        "deadlineMs":"60000","attempt":1,"payload":"aGk=","later":{"x":[]}}"#;

    #[test]
    fn an_item_is_read_and_unknown_members_are_ignored() {
        let item = read(GOOD.as_bytes()).unwrap();
        assert_eq!(item.payload.as_ref(), b"hi");
        assert_eq!((item.cost, item.lease_id), (1, None));
        assert_eq!(item.deadline_ms, 60_000);
    }

    #[test]
    fn each_fault_is_named() {
        let long = format!(r#""attempt":1,"attributes":{{"a":"{}"}}"#, "x".repeat(4097));
        for (from, to, field) in [
            ("w-1", "w 1", "work_id"),
            (r#""kind":"k","#, "", "kind"),
            (
                "CRITICALITY_CRITICAL",
                "CRITICALITY_UNSPECIFIED",
                "criticality",
            ),
            (r#""CRITICALITY_CRITICAL""#, "5", "criticality"),
            (r#""deadlineMs":"60000","#, "", "deadline_ms"),
            (r#""60000""#, "86400001", "deadline_ms"),
            (r#""attempt":1"#, r#""attempt":0"#, "attempt"),
            (r#""attempt":1"#, r#""attempt":1,"cost":1000001"#, "cost"),
            (r#""attempt":1"#, r#""attempt":1,"cost":0"#, "cost"),
            (r#""attempt":1"#, r#""attempt":1,"leaseId":"""#, "lease_id"),
            (r#""attempt":1"#, &long, r#"attributes["a"]"#),
            (
                r#""attempt":1"#,
                r#""attempt":1,"attributes":{"a":1}"#,
                r#"attributes["a"]"#,
            ),
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

    #[test]
    fn the_digest_is_of_the_item_and_not_of_the_attempt() {
        let digest =
            |from: &str, to: &str| Digest::of(&read(GOOD.replace(from, to).as_bytes()).unwrap());
        let first = digest("", "");
        for (from, to) in [
            (r#""attempt":1"#, r#""attempt":2"#),
            (r#""attempt":1"#, r#""attempt":1,"leaseId":"l""#),
            (r#""attempt":1"#, r#""attempt":1,"cost":1"#),
            ("60000", "5"),
            ("w-1", "w-2"),
        ] {
            assert_eq!(digest(from, to), first, "{to}");
        }
        for (from, to) in [
            (r#""tenant":"t""#, r#""tenant":"u""#),
            (r#""kind":"k""#, r#""kind":"l""#),
            ("CRITICALITY_CRITICAL", "CRITICALITY_SHEDDABLE"),
            ("aGk=", "aGo="),
            (r#""attempt":1"#, r#""attempt":1,"cost":2"#),
            (r#""attempt":1"#, r#""attempt":1,"attributes":{"a":"b"}"#),
        ] {
            assert_ne!(digest(from, to), first, "{to}");
        }
    }
}
