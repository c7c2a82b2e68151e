//! What the strict readers know against the schemas: every field of every message that a worker is sent is read.

use prost::Message;
use prost_types::field_descriptor_proto::{Label, Type};
use prost_types::{DescriptorProto, FileDescriptorSet};
use serde_json::{Value, json};
use sluice_peer::item::{self, ItemError};
use sluice_peer::lease;
use sluice_peer::policy::{self, PolicyError};
use sluice_peer::protocol::DESCRIPTORS;
use sluice_peer::reader::Violation;

fn descriptor(type_name: &str) -> DescriptorProto {
    let set = FileDescriptorSet::decode(DESCRIPTORS).unwrap();
    let (package, name) = type_name.rsplit_once('.').unwrap();
    set.file
        .into_iter()
        .filter(|file| file.package() == package)
        .flat_map(|file| file.message_type)
        .find(|message| message.name() == name)
        .unwrap()
}

/// Each field by its path, and a document in which it has a value that no field can have.
fn probes(type_name: &str) -> Vec<(String, Value)> {
    let mut probes = Vec::new();
    for field in descriptor(type_name).field {
        probes.push((field.name().to_owned(), json!({ field.json_name(): [] })));
        if field.r#type() == Type::Message && field.label() != Label::Repeated {
            for (path, inner) in self::probes(field.type_name().trim_start_matches('.')) {
                probes.push((
                    format!("{}.{path}", field.name()),
                    json!({ field.name(): inner }),
                ));
            }
        }
    }
    probes
}

fn assert_read(path: &str, violations: &[Violation]) {
    let read = |violation: &Violation| violation.field == path && violation.rule == "json";
    assert!(
        violations.iter().any(read),
        "{path} is not read: {violations:?}"
    );
}

#[test]
fn every_field_of_an_item_is_read() {
    for (path, document) in probes("sluice.work.v1.WorkItem") {
        let Err(ItemError::Malformed(_, violations)) = item::read(document.to_string().as_bytes())
        else {
            panic!("{document} is accepted");
        };
        assert_read(&path, &violations);
    }
}

#[test]
fn every_field_of_a_policy_is_read_but_its_revision() {
    let probes = probes("sluice.policy.v1.BackpressurePolicy");
    assert!(
        probes
            .iter()
            .any(|(path, _)| path == "retry.budget.token_ratio")
    );
    for (path, document) in probes.iter().filter(|(path, _)| path != "revision") {
        let Err(PolicyError::Invalid(violations)) = policy::read(document.to_string().as_bytes())
        else {
            panic!("{document} is accepted");
        };
        assert_read(path, &violations);
    }
}

#[test]
fn every_field_of_a_request_for_a_lease_is_read() {
    for (path, document) in probes("sluice.service.v1.AcquireLeaseRequest") {
        let violations = lease::read(document.to_string().as_bytes()).unwrap_err();
        assert_read(&path, &violations);
    }
}
