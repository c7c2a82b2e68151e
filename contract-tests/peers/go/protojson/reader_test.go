package protojson

import (
	"fmt"
	"math"
	"testing"

	"google.golang.org/protobuf/proto"

	policyv1 "sluice.dev/peers/go/protocol/policy/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/strictjson"
)

func read[M proto.Message](t *testing.T, text string, message M) (M, *Reader) {
	t.Helper()
	value, err := strictjson.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := &Reader{}
	r.Read(value, message)
	return message, r
}

func TestIntegersAreReadInEveryNotation(t *testing.T) {
	for text, want := range map[string]int64{
		`7`: 7, `"7"`: 7, `7.0`: 7, `70e-1`: 7, `0.07E2`: 7, `-7`: -7, `"-7.00"`: -7, `0e999999999`: 0, `-0`: 0, `1e3`: 1000,
		`9223372036854775807`: math.MaxInt64, `-9223372036854775808`: math.MinInt64, `9223372036854775807.0`: math.MaxInt64,
	} {
		m, r := read(t, `{"deadlineMs":`+text+`}`, &workv1.WorkItem{})
		if m.DeadlineMs == nil || *m.DeadlineMs != want || len(r.Violations()) > 0 {
			t.Errorf("%s: got %v, %v", text, m.DeadlineMs, r.Violations())
		}
	}
}

func TestOtherIntegersAreViolations(t *testing.T) {
	for _, text := range []string{
		`7.5`, `"x"`, `""`, `" 7"`, `"07"`, `"+7"`, `true`, `[]`, `{}`, `1e999999999`, `1e-999999999`, `1e99999999999999999999`,
		`9223372036854775808`, `"NaN"`, `"0x10"`, `"1_0"`,
	} {
		m, r := read(t, `{"deadlineMs":`+text+`}`, &workv1.WorkItem{})
		if m.DeadlineMs != nil || len(r.Violations()) != 1 || r.Violations()[0].Rule != "json" {
			t.Errorf("%s: got %v, %v", text, m.DeadlineMs, r.Violations())
		}
	}
}

func TestUint32HasItsRange(t *testing.T) {
	m, r := read(t, `{"attempt":4294967295,"cost":4294967296}`, &workv1.WorkItem{})
	if m.Attempt != math.MaxUint32 || m.Cost != nil || len(r.Violations()) != 1 {
		t.Errorf("%v, %v", m, r.Violations())
	}
	if m, r := read(t, `{"attempt":-1}`, &workv1.WorkItem{}); m.Attempt != 0 || len(r.Violations()) != 1 {
		t.Errorf("%v, %v", m, r.Violations())
	}
}

func TestEnumsAreNamesOrNumbers(t *testing.T) {
	for text, want := range map[string]workv1.Criticality{`"CRITICALITY_SHEDDABLE"`: 4, `1`: 1, `77`: 77} {
		if m, r := read(t, `{"criticality":`+text+`}`, &workv1.WorkItem{}); m.Criticality != want || len(r.Violations()) > 0 {
			t.Errorf("%s: %v, %v", text, m, r.Violations())
		}
	}
	for _, text := range []string{`"SHEDDABLE"`, `"1"`, `2147483648`, `[]`} {
		if _, r := read(t, `{"criticality":`+text+`}`, &workv1.WorkItem{}); len(r.Violations()) != 1 {
			t.Errorf("%s: %v", text, r.Violations())
		}
	}
}

func TestBytesTakeBothAlphabetsPaddedOrNot(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "aGk=": "hi", "aGk": "hi", "+/8=": "\xfb\xff", "-_8": "\xfb\xff", "AA==": "\x00",
	} {
		m, r := read(t, fmt.Sprintf(`{"payload":%q}`, text), &workv1.WorkItem{})
		if string(m.Payload) != want || len(r.Violations()) > 0 {
			t.Errorf("%q: got %q, %v", text, m.Payload, r.Violations())
		}
	}
	for _, text := range []string{"a", "aGk==", "a=Gk", "!", "+_", "aG\\nk="} {
		m, r := read(t, `{"payload":"`+text+`"}`, &workv1.WorkItem{})
		if len(r.Violations()) != 1 {
			t.Errorf("%q was read as %q", text, m.Payload)
		}
	}
}

func TestBothNamesOfAFieldAreReadAndTogetherAreAFault(t *testing.T) {
	for _, text := range []string{`{"lease_id":"x"}`, `{"leaseId":"x"}`} {
		if m, r := read(t, text, &workv1.WorkItem{}); m.GetLeaseId() != "x" || r.Fault() != nil {
			t.Errorf("%s: got %v, %v", text, m, r.Fault())
		}
	}
	if _, r := read(t, `{"lease_id":"x","leaseId":"x"}`, &workv1.WorkItem{}); r.Fault() == nil {
		t.Error("the same field twice is not a fault")
	}
}

func TestNullIsAbsentAndUnknownMembersAreIgnored(t *testing.T) {
	m, r := read(t, `{"leaseId":null,"zz":1,"yy":{}}`, &workv1.WorkItem{})
	if m.LeaseId != nil || len(r.Violations()) > 0 || r.Mistyped() {
		t.Errorf("%v, %v", m, r.Violations())
	}
}

func TestNestedViolationsHaveTheirPath(t *testing.T) {
	_, r := read(t, `{"retry":{"budget":{"maxTokens":"x"}},"tenantShares":{"a":[]}}`, &policyv1.BackpressurePolicy{})
	if v := r.Violations(); len(v) != 2 || v[0].Field != "retry.budget.max_tokens" || v[1].Field != `tenant_shares["a"]` {
		t.Errorf("violations: %v", v)
	}
}

func TestViolationsAreBoundedInNumberAndLength(t *testing.T) {
	r := &Reader{}
	for i := range 3 * MaxViolations {
		r.Reject(fmt.Sprintf("f%d", i), "rule", "%01000d", i)
	}
	if v := r.Violations(); len(v) != MaxViolations || len(v[0].Message) > maxMessage+len("…") {
		t.Errorf("%d violations, the first %d bytes", len(v), len(v[0].Message))
	}
}
