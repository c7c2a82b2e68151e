// Package peers_test holds the worker's names against the schemas that they are taken from.
package peers_test

import (
	"encoding"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/lease"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/problem"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/work"
)

// body returns the text between the braces of a top-level message or enum, without comments.
func body(t *testing.T, file, kind, name string) string {
	t.Helper()
	source, err := os.ReadFile("../../../schemas/sluice/" + file)
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)//.*$`).ReplaceAllString(string(source), "")
	_, text, found := strings.Cut(text, "\n"+kind+" "+name+" {\n")
	text, _, closed := strings.Cut(text, "\n}\n")
	if !found || !closed {
		t.Fatalf("%s has no %s %s", file, kind, name)
	}
	return text
}

// fields are the JSON names of a message's fields, sorted.
func fields(t *testing.T, file, message string) []string {
	t.Helper()
	pattern := regexp.MustCompile(`(?m)^  (?:optional |repeated )?(?:map<\w+, \w+>|[\w.]+) (\w+) = \d+`)
	var names []string
	for _, match := range pattern.FindAllStringSubmatch(body(t, file, "message", message), -1) {
		if match[1] != "id" {
			names = append(names, protojson.JSONName(match[1]))
		}
	}
	slices.Sort(names)
	return names
}

// members are the JSON names of a struct's fields, sorted.
func members(document any) []string {
	var names []string
	for i := range reflect.TypeOf(document).NumField() {
		name, _, _ := strings.Cut(reflect.TypeOf(document).Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestDocumentsHaveTheFieldsOfTheirMessages(t *testing.T) {
	const policyFile = "policy/v1/backpressure_policy.proto"
	for _, c := range []struct {
		file, message string
		document      any
		// never are fields that this provider never sends.
		never []string
	}{
		{"capacity/v1/capacity.proto", "Capacity", capacity.Document{}, nil},
		{"capacity/v1/lease.proto", "Lease", lease.Lease{}, nil},
		{policyFile, "BackpressurePolicy", policy.Policy{}, nil},
		{policyFile, "ShedThresholds", policy.ShedThresholds{}, nil},
		{policyFile, "FeatureFlags", policy.Features{}, nil},
		{"policy/v1/retry_policy.proto", "RetryPolicy", policy.Retry{}, nil},
		{"policy/v1/retry_policy.proto", "RetryBudget", policy.Budget{}, nil},
		{"service/v1/problem.proto", "Problem", problem.Document{}, []string{"lease"}},
		{"service/v1/problem.proto", "FieldViolation", protojson.Violation{}, nil},
		{"work/v1/work_status.proto", "WorkStatus", work.Status{}, nil},
		{"work/v1/work_status.proto", "WorkTimings", work.Timings{}, nil},
		{"work/v1/work_status.proto", "WorkError", work.Error{}, nil},
	} {
		want := slices.DeleteFunc(fields(t, c.file, c.message), func(name string) bool { return slices.Contains(c.never, name) })
		if got := members(c.document); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", c.message, got, want)
		}
	}
}

func TestEnumsHaveTheNamesAndNumbersOfTheirSchema(t *testing.T) {
	for _, c := range []struct {
		file, enum string
		value      func(number int) encoding.TextMarshaler
		// first number that this provider may send.
		first int
	}{
		{"capacity/v1/capacity.proto", "CapacityLevel", func(n int) encoding.TextMarshaler { return capacity.Level(n) }, 1},
		{"work/v1/work_status.proto", "WorkState", func(n int) encoding.TextMarshaler { return work.State(n) }, 1},
		{"work/v1/admission.proto", "RefusalReason", func(n int) encoding.TextMarshaler { return refusal.Reason(n) }, 0},
	} {
		values := regexp.MustCompile(`(?m)^  (\w+) = (\d+);`).FindAllStringSubmatch(body(t, c.file, "enum", c.enum), -1)
		if len(values) < 2 {
			t.Fatalf("%s: values %v", c.enum, values)
		}
		for _, match := range values {
			var number int
			if _, err := fmt.Sscan(match[2], &number); err != nil {
				t.Fatal(err)
			}
			if number < c.first {
				continue
			}
			if name, err := c.value(number).MarshalText(); err != nil || string(name) != match[1] {
				t.Errorf("%s %d: got %s, want %s", c.enum, number, name, match[1])
			}
		}
	}
}

// The table of PROTOCOL.md, "Reasons".
func TestReasonsAreThoseOfTheTable(t *testing.T) {
	source, err := os.ReadFile("../../../schemas/PROTOCOL.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| ([A-Z_]+) \\| `([a-z-]+)` \\| (\\d{3}) \\| (yes|no) \\|").FindAllStringSubmatch(string(source), -1)
	if len(rows) != int(refusal.DownstreamNotAllowed) {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		for r := refusal.QueueFull; r <= refusal.DownstreamNotAllowed; r++ {
			if r.Name() != "REFUSAL_REASON_"+row[1] {
				continue
			}
			if r.Type() != "urn:sluice:problem:"+row[2] || fmt.Sprint(r.Status()) != row[3] || r.Retryable() != (row[4] == "yes") || r.Title() == "" {
				t.Errorf("%s: %s %d %v", row[1], r.Type(), r.Status(), r.Retryable())
			}
		}
	}
}
