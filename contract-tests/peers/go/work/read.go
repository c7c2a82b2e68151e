package work

import (
	"fmt"

	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

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
	document, err := strictjson.Parse(text)
	if err != nil {
		return nil, &MalformedError{Cause: err, Violations: []protojson.Violation{{Rule: "json", Message: err.Error()}}}
	}
	r := &protojson.Reader{}
	m := r.Open(document, "",
		"work_id", "tenant", "kind", "criticality", "deadline_ms", "attempt", "payload", "cost", "lease_id", "attributes",
		"schema_version")
	item := decode(r, m)
	workID := item.WorkID
	if !protojson.IsID(workID) {
		workID = ""
	}
	if err := r.Fault(); err != nil {
		return nil, &MalformedError{workID, err, []protojson.Violation{{Rule: "json", Message: err.Error()}}}
	}
	if version, ok := m.Uint32("schema_version"); ok && version != 1 {
		return nil, &VersionError{workID, version}
	}
	if violations := r.Violations(); len(violations) > 0 {
		return nil, &MalformedError{WorkID: workID, Violations: violations}
	}
	return item, nil
}

func decode(r *protojson.Reader, m *protojson.Message) *Item {
	item := &Item{
		WorkID:      id(r, m, "work_id"),
		Tenant:      id(r, m, "tenant"),
		Kind:        id(r, m, "kind"),
		Criticality: criticality(r, m),
		DeadlineMs:  deadline(r, m),
		Payload:     m.Bytes("payload"),
		Cost:        cost(r, m),
		Attributes:  attributes(r, m),
	}
	if attempt, _ := m.Uint32("attempt"); attempt >= 1 {
		item.Attempt = attempt
	} else {
		r.Reject("attempt", "uint32.gte", "must be at least 1")
	}
	if lease, ok := m.String("lease_id"); ok {
		checkID(r, "lease_id", lease)
		item.LeaseID = lease
	}
	return item
}

func id(r *protojson.Reader, m *protojson.Message, field string) string {
	text, _ := m.String(field)
	checkID(r, field, text)
	return text
}

func checkID(r *protojson.Reader, path, text string) {
	if !protojson.IsID(text) {
		r.Reject(path, "string.pattern", "must be 1 to 128 characters of A-Z a-z 0-9 . _ -")
	}
}

func criticality(r *protojson.Reader, m *protojson.Message) Criticality {
	c := Criticality(m.Enum("criticality", criticalityNumbers))
	switch {
	case c == 0:
		r.Reject("criticality", "enum.not_in", "must be given")
	case c < CriticalPlus || c > Sheddable:
		r.Reject("criticality", "enum.defined_only", "has no value with the number %d", int(c))
	}
	return c
}

func deadline(r *protojson.Reader, m *protojson.Message) int64 {
	ms, ok := m.Int64("deadline_ms")
	switch {
	case !ok:
		r.Reject("deadline_ms", "required", "is required")
	case ms > MaxDeadlineMs:
		r.Reject("deadline_ms", "int64.lte", "must be at most %d", MaxDeadlineMs)
	}
	return ms
}

func cost(r *protojson.Reader, m *protojson.Message) uint32 {
	n, ok := m.Uint32("cost")
	if !ok {
		return 1
	}
	if n < 1 || n > maxCost {
		r.Reject("cost", "uint32.gte_lte", "must be 1 to %d", maxCost)
	}
	return n
}

func attributes(r *protojson.Reader, m *protojson.Message) map[string]string {
	read := make(map[string]string)
	pairs := 0
	m.Each("attributes", func(path, key string, value strictjson.Value) {
		pairs++
		if pairs > maxAttributes {
			return
		}
		checkID(r, path, key)
		text, ok := r.StringValue(path, value)
		if ok && len(text) > maxAttributeBytes {
			r.Reject(path, "string.max_bytes", "must be at most %d bytes", maxAttributeBytes)
		}
		read[key] = text
	})
	if pairs > maxAttributes {
		r.Reject("attributes", "map.max_pairs", "must be at most %d", maxAttributes)
	}
	return read
}
