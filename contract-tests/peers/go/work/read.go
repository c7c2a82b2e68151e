package work

import (
	"fmt"
	"maps"
	"slices"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

const schemaVersion = 1

// MalformedError is a submission that can be judged wrong by itself (status 400, rule 10.4).
type MalformedError struct {
	// WorkID of the item where it could be read, else empty.
	WorkID string
	// Cause is set for text that cannot be read at all.
	Cause error
	// Violations lists every constraint that is broken.
	Violations []protojson.Violation
}

func (e *MalformedError) Error() string {
	if e.Cause != nil {
		return "the body cannot be read: " + e.Cause.Error()
	}
	return fmt.Sprintf("%d constraints are violated", len(e.Violations))
}

// VersionError is an item of a major version that this provider does not speak (status 400).
type VersionError struct {
	WorkID  string
	Version uint32
}

func (e *VersionError) Error() string {
	return fmt.Sprintf("schema_version is %d, this provider speaks 1", e.Version)
}

// Read reads an item. Members that are not known are ignored. It returns a *MalformedError or a *VersionError.
func Read(text []byte) (*Item, error) {
	r, m := &protojson.Reader{}, &workv1.WorkItem{}
	if !quick(text, m) {
		document, err := strictjson.Parse(text)
		if err != nil {
			return nil, &MalformedError{Cause: err, Violations: []protojson.Violation{{Rule: "json", Message: err.Error()}}}
		}
		m = &workv1.WorkItem{}
		r.Read(document, m)
	}
	constrain(r, m)
	workID := m.WorkId
	if !protojson.IsID(workID) {
		workID = ""
	}
	if err := r.Fault(); err != nil {
		return nil, &MalformedError{workID, err, []protojson.Violation{{Rule: "json", Message: err.Error()}}}
	}
	if m.SchemaVersion != nil && *m.SchemaVersion != schemaVersion {
		return nil, &VersionError{workID, *m.SchemaVersion}
	}
	if violations := r.Violations(); len(violations) > 0 {
		return nil, &MalformedError{WorkID: workID, Violations: violations}
	}
	return newItem(m), nil
}

func newItem(m *workv1.WorkItem) *Item {
	cost := uint32(1)
	if m.Cost != nil {
		cost = *m.Cost
	}
	return &Item{
		WorkID:      m.WorkId,
		Tenant:      m.Tenant,
		Kind:        m.Kind,
		Criticality: m.Criticality,
		DeadlineMs:  m.GetDeadlineMs(),
		Attempt:     m.Attempt,
		Payload:     m.Payload,
		Cost:        cost,
		LeaseID:     m.GetLeaseId(),
		Attributes:  m.Attributes,
	}
}

// constrain checks the constraints of the schema. The payload's is not among them: beyond it the item is too large (413), not malformed.
func constrain(r *protojson.Reader, m *workv1.WorkItem) {
	checkID(r, "work_id", m.WorkId)
	checkID(r, "tenant", m.Tenant)
	checkID(r, "kind", m.Kind)
	if m.LeaseId != nil {
		checkID(r, "lease_id", *m.LeaseId)
	}
	switch {
	case m.Criticality == 0:
		r.Reject("criticality", "enum.not_in", "must be given")
	case workv1.Criticality_name[int32(m.Criticality)] == "":
		r.Reject("criticality", "enum.defined_only", "has no value with the number %d", int(m.Criticality))
	}
	switch {
	case m.DeadlineMs == nil:
		r.Reject("deadline_ms", "required", "is required")
	case *m.DeadlineMs > MaxDeadlineMs:
		r.Reject("deadline_ms", "int64.lte", "must be at most %d", MaxDeadlineMs)
	}
	if m.Attempt < 1 {
		r.Reject("attempt", "uint32.gte", "must be at least 1")
	}
	if m.Cost != nil && (*m.Cost < 1 || *m.Cost > maxCost) {
		r.Reject("cost", "uint32.gte_lte", "must be 1 to %d", maxCost)
	}
	constrainAttributes(r, m.Attributes)
}

func constrainAttributes(r *protojson.Reader, attributes map[string]string) {
	if len(attributes) > maxAttributes {
		r.Reject("attributes", "map.max_pairs", "must be at most %d", maxAttributes)
		return
	}
	for _, key := range sortedKeys(attributes) {
		path := protojson.Entry("attributes", key)
		checkID(r, path, key)
		if len(attributes[key]) > maxAttributeBytes {
			r.Reject(path, "string.max_bytes", "must be at most %d bytes", maxAttributeBytes)
		}
	}
}

func sortedKeys(attributes map[string]string) []string {
	if len(attributes) == 0 {
		return nil
	}
	return slices.Sorted(maps.Keys(attributes))
}

func checkID(r *protojson.Reader, path, text string) {
	if !protojson.IsID(text) {
		r.Reject(path, "string.pattern", "must be 1 to 128 characters of A-Z a-z 0-9 . _ -")
	}
}
