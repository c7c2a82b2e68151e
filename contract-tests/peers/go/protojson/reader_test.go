package protojson

import (
	"fmt"
	"math"
	"testing"

	"sluice.dev/peers/go/strictjson"
)

func open(t *testing.T, text string, fields ...string) (*Reader, *Message) {
	t.Helper()
	value, err := strictjson.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := &Reader{}
	return r, r.Open(value, "", fields...)
}

func TestIntegersAreReadInEveryNotation(t *testing.T) {
	for text, want := range map[string]int64{
		`7`: 7, `"7"`: 7, `7.0`: 7, `70e-1`: 7, `0.07E2`: 7, `-7`: -7, `"-7.00"`: -7, `0e999999999`: 0, `-0`: 0, `1e3`: 1000,
		`9223372036854775807`: math.MaxInt64, `-9223372036854775808`: math.MinInt64, `9223372036854775807.0`: math.MaxInt64,
	} {
		r, m := open(t, `{"n":`+text+`}`, "n")
		if got, ok := m.Int64("n"); !ok || got != want || len(r.Violations()) > 0 {
			t.Errorf("%s: got %d, %v", text, got, r.Violations())
		}
	}
}

func TestOtherIntegersAreViolations(t *testing.T) {
	for _, text := range []string{
		`7.5`, `"x"`, `""`, `" 7"`, `"07"`, `"+7"`, `true`, `[]`, `{}`, `1e999999999`, `1e-999999999`, `1e99999999999999999999`,
		`9223372036854775808`, `"NaN"`, `"0x10"`, `"1_0"`,
	} {
		r, m := open(t, `{"n":`+text+`}`, "n")
		if got, ok := m.Int64("n"); ok || len(r.Violations()) != 1 || r.Violations()[0].Rule != "json" {
			t.Errorf("%s: got %d, %v", text, got, r.Violations())
		}
	}
}

func TestUint32HasItsRange(t *testing.T) {
	_, m := open(t, `{"n":4294967295,"big":4294967296,"less":-1}`, "n", "big", "less")
	if n, ok := m.Uint32("n"); !ok || n != math.MaxUint32 {
		t.Errorf("n is %d", n)
	}
	for _, field := range []string{"big", "less"} {
		if n, ok := m.Uint32(field); ok {
			t.Errorf("%s was read as %d", field, n)
		}
	}
}

func TestBytesTakeBothAlphabetsPaddedOrNot(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "aGk=": "hi", "aGk": "hi", "+/8=": "\xfb\xff", "-_8": "\xfb\xff", "AA==": "\x00",
	} {
		r, m := open(t, fmt.Sprintf(`{"b":%q}`, text), "b")
		if got := m.Bytes("b"); string(got) != want || len(r.Violations()) > 0 {
			t.Errorf("%q: got %q, %v", text, got, r.Violations())
		}
	}
	for _, text := range []string{"a", "aGk==", "a=Gk", "!", "+_", "aG\\nk="} {
		r, m := open(t, `{"b":"`+text+`"}`, "b")
		if got := m.Bytes("b"); len(r.Violations()) != 1 {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestBothNamesOfAFieldAreReadAndTogetherAreAFault(t *testing.T) {
	for _, text := range []string{`{"lease_id":"x"}`, `{"leaseId":"x"}`} {
		r, m := open(t, text, "lease_id")
		if got, _ := m.String("lease_id"); got != "x" || r.Fault() != nil {
			t.Errorf("%s: got %q, %v", text, got, r.Fault())
		}
	}
	if r, _ := open(t, `{"lease_id":"x","leaseId":"x"}`, "lease_id"); r.Fault() == nil {
		t.Error("the same field twice is not a fault")
	}
}

func TestNullIsAbsentAndUnknownMembersAreListed(t *testing.T) {
	r, m := open(t, `{"a":null,"zz":1,"yy":{}}`, "a")
	if _, ok := m.String("a"); ok || len(r.Violations()) > 0 {
		t.Error("null is not absent")
	}
	if fmt.Sprint(m.Unknown) != "[zz yy]" {
		t.Errorf("unknown: %v", m.Unknown)
	}
}

func TestNestedViolationsHaveTheirPath(t *testing.T) {
	r, m := open(t, `{"retry":{"budget":{"maxTokens":"x"}}}`, "retry")
	m.Open("retry", "budget").Open("budget", "max_tokens").Uint32("max_tokens")
	if v := r.Violations(); len(v) != 1 || v[0].Field != "retry.budget.max_tokens" {
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
