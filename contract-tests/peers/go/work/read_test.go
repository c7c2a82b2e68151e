package work_test

import (
	"encoding/json"
	"errors"
	"maps"
	"strings"
	"testing"

	"sluice.dev/peers/go/work"
)

func item(changes map[string]any) []byte {
	members := map[string]any{
		"workId": "w-1", "tenant": "t", "kind": "k", "criticality": "CRITICALITY_CRITICAL", "deadlineMs": "1000", "attempt": 1,
	}
	maps.Copy(members, changes)
	text, err := json.Marshal(members)
	if err != nil {
		panic(err)
	}
	return text
}

func read(t *testing.T, changes map[string]any) *work.Item {
	t.Helper()
	read, err := work.Read(item(changes))
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func TestAnItemIsReadWhole(t *testing.T) {
	i := read(t, map[string]any{
		"payload": "aGk=", "cost": 3, "leaseId": "l", "attributes": map[string]string{work.DownstreamAttribute: "http://h:1/"},
		"schemaVersion": 1, "zz": map[string]any{"unknown": []int{1}}, "criticality": 4,
	})
	url, ok := i.Downstream()
	if i.WorkID != "w-1" || i.DeadlineMs != 1000 || i.Attempt != 1 || string(i.Payload) != "hi" || i.Cost != 3 || i.LeaseID != "l" ||
		i.Criticality != work.Sheddable || !ok || url != "http://h:1/" {
		t.Errorf("read %+v", i)
	}
}

func TestADeadlineThatHasPassedIsWellFormed(t *testing.T) {
	for _, deadline := range []any{0, -1, "-9223372036854775808", 86400000} {
		read(t, map[string]any{"deadlineMs": deadline})
	}
}

func TestMalformedItemsNameTheField(t *testing.T) {
	for _, c := range []struct {
		field, rule string
		changes     map[string]any
	}{
		{"work_id", "string.pattern", map[string]any{"workId": "a b"}},
		{"work_id", "string.pattern", map[string]any{"workId": nil}},
		{"work_id", "string.pattern", map[string]any{"workId": strings.Repeat("a", 129)}},
		{"work_id", "json", map[string]any{"workId": 7}},
		{"tenant", "string.pattern", map[string]any{"tenant": ""}},
		{"kind", "string.pattern", map[string]any{"kind": "é"}},
		{"criticality", "enum.not_in", map[string]any{"criticality": nil}},
		{"criticality", "enum.not_in", map[string]any{"criticality": "CRITICALITY_UNSPECIFIED"}},
		{"criticality", "enum.defined_only", map[string]any{"criticality": 5}},
		{"criticality", "json", map[string]any{"criticality": "URGENT"}},
		{"deadline_ms", "required", map[string]any{"deadlineMs": nil}},
		{"deadline_ms", "int64.lte", map[string]any{"deadlineMs": 86400001}},
		{"deadline_ms", "json", map[string]any{"deadlineMs": "soon"}},
		{"attempt", "uint32.gte", map[string]any{"attempt": 0}},
		{"attempt", "json", map[string]any{"attempt": -1}},
		{"payload", "json", map[string]any{"payload": "!"}},
		{"cost", "uint32.gte_lte", map[string]any{"cost": 0}},
		{"lease_id", "string.pattern", map[string]any{"leaseId": ""}},
		{`attributes["a b"]`, "string.pattern", map[string]any{"attributes": map[string]any{"a b": ""}}},
		{`attributes["a"]`, "json", map[string]any{"attributes": map[string]any{"a": 1}}},
		{`attributes["a"]`, "string.max_bytes", map[string]any{"attributes": map[string]any{"a": strings.Repeat("x", 4097)}}},
	} {
		_, err := work.Read(item(c.changes))
		var malformed *work.MalformedError
		if !errors.As(err, &malformed) {
			t.Errorf("%v: %v", c.changes, err)
			continue
		}
		if v := malformed.Violations; len(v) != 1 || v[0].Field != c.field || v[0].Rule != c.rule {
			t.Errorf("%v: %v, want %s %s", c.changes, v, c.field, c.rule)
		}
	}
}

func TestAnotherVersionIsUnsupportedWhateverElseIsWrong(t *testing.T) {
	_, err := work.Read(item(map[string]any{"schemaVersion": 2, "tenant": ""}))
	var version *work.VersionError
	if !errors.As(err, &version) || version.Version != 2 || version.WorkID != "w-1" {
		t.Errorf("got %v", err)
	}
}

func TestTheDigestIsOfTheItemAndNotOfTheAttempt(t *testing.T) {
	first := read(t, map[string]any{"attributes": map[string]string{"a": "1", "b": "2"}}).Digest()
	for name, same := range map[string]map[string]any{
		"attempt":  {"attempt": 2},
		"deadline": {"deadlineMs": 5},
		"lease":    {"leaseId": "l"},
		"cost":     {"cost": 1},
		"version":  {"schemaVersion": 1},
	} {
		same["attributes"] = map[string]string{"b": "2", "a": "1"}
		if read(t, same).Digest() != first {
			t.Errorf("another digest for another %s", name)
		}
	}
	for name, other := range map[string]map[string]any{
		"tenant":      {"tenant": "u"},
		"kind":        {"kind": "l"},
		"criticality": {"criticality": 1},
		"payload":     {"payload": "aGk="},
		"cost":        {"cost": 2},
		"attributes":  {"attributes": map[string]string{"a": "1", "b": "3"}},
	} {
		if _, ok := other["attributes"]; !ok {
			other["attributes"] = map[string]string{"a": "1", "b": "2"}
		}
		if read(t, other).Digest() == first {
			t.Errorf("the same digest for another %s", name)
		}
	}
}
