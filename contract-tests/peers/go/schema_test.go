// Package peers_test holds what the worker keeps of a message against the schemas.
package peers_test

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/policy"
	policyv1 "sluice.dev/peers/go/protocol/policy/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/strictjson"
	"sluice.dev/peers/go/work"
)

// fill sets every field of a struct, at any depth, to something that is not its zero.
func fill(value reflect.Value) {
	switch value.Kind() {
	case reflect.Struct:
		for i := range value.NumField() {
			fill(value.Field(i))
		}
	case reflect.Map:
		value.Set(reflect.MakeMap(value.Type()))
		key, entry := reflect.New(value.Type().Key()).Elem(), reflect.New(value.Type().Elem()).Elem()
		fill(key)
		fill(entry)
		value.SetMapIndex(key, entry)
	case reflect.String:
		value.SetString("x")
	case reflect.Bool:
		value.SetBool(true)
	case reflect.Float64:
		value.SetFloat(1)
	case reflect.Int32:
		value.SetInt(1)
	default:
		value.SetUint(1)
	}
}

// unset lists the fields of a message, at any depth, that are not set.
func unset(message protoreflect.Message) []string {
	var names []string
	fields := message.Descriptor().Fields()
	for i := range fields.Len() {
		switch field := fields.Get(i); {
		case !message.Has(field):
			names = append(names, string(field.FullName()))
		case field.Message() != nil && !field.IsMap() && !field.IsList():
			names = append(names, unset(message.Get(field).Message())...)
		}
	}
	return names
}

func TestWhatAWorkerHoldsIsWrittenWhole(t *testing.T) {
	var document capacity.Document
	var limits policy.Policy
	fill(reflect.ValueOf(&document).Elem())
	fill(reflect.ValueOf(&limits).Elem())
	for _, message := range []proto.Message{document.Message(), limits.Message()} {
		if names := unset(message.ProtoReflect()); len(names) > 0 {
			t.Errorf("not written: %v", names)
		}
	}
}

func TestAPolicyIsReadWhole(t *testing.T) {
	changed := policy.Policy{
		ConcurrencyLimit: 3, QueueLimit: 5, LevelLowPercent: 7, LevelHighPercent: 9, TenantShares: map[string]uint32{"a": 11, "b": 13},
		ShedThresholds: policy.ShedThresholds{CriticalPlusPercent: 100, CriticalPercent: 90, SheddablePlusPercent: 80, SheddablePercent: 70},
		MaxAttempts:    6,
		Retry: policy.Retry{
			MaxAttempts: 3, InitialBackoffMs: 17, MaxBackoffMs: 19, Multiplier: 1.5, Jitter: 0.2, Budget: policy.Budget{MaxTokens: 23, TokenRatio: 0.5},
		},
		Features:     policy.Features{CriticalityShedding: true, PriorityDispatch: true, TenantIsolation: true, Leases: true},
		MaxItemBytes: 29, CapacityTTLMs: 31, LeaseTTLMs: 37, LeaseOvercommitPercent: 141, LatencyTargetMs: 43, RetentionMs: 47, RecoveryMs: 53, DrainTimeoutMs: 59,
	}
	message := changed.Message()
	message.Revision = 1
	if names := unset(message.ProtoReflect()); len(names) > 0 {
		t.Fatalf("the test leaves out %v", names)
	}
	read, err := policy.Read(protojson.Write(message))
	if err != nil || !read.SameAs(&changed) {
		t.Errorf("read %+v, %v", read, err)
	}
}

func TestAnItemIsReadWhole(t *testing.T) {
	message := &workv1.WorkItem{
		WorkId: "w", Tenant: "t", Kind: "k", Criticality: work.Critical, DeadlineMs: proto.Int64(1), Attempt: 2, Payload: []byte("p"),
		Cost: proto.Uint32(3), LeaseId: proto.String("l"), Attributes: map[string]string{"a": "b"}, SchemaVersion: proto.Uint32(1),
	}
	if names := unset(message.ProtoReflect()); len(names) > 0 {
		t.Fatalf("the test leaves out %v", names)
	}
	read, err := work.Read(protojson.Write(message))
	if err != nil {
		t.Fatal(err)
	}
	value := reflect.ValueOf(read).Elem()
	for i := range value.NumField() {
		if value.Field(i).IsZero() {
			t.Errorf("%s is not read", value.Type().Field(i).Name)
		}
	}
}

// Whatever the schemas come to hold, the reader can read it or this test says that it cannot.
func TestEveryFieldThatAWorkerIsSentCanBeRead(t *testing.T) {
	for _, message := range []proto.Message{&workv1.WorkItem{}, &policyv1.BackpressurePolicy{}, &servicev1.AcquireLeaseRequest{}} {
		fields := message.ProtoReflect().Descriptor().Fields()
		for i := range fields.Len() {
			text := fmt.Sprintf(`{"%s":"x"}`, fields.Get(i).Name())
			value, err := strictjson.Parse([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			reader := &protojson.Reader{Strict: true, Ignored: "revision"}
			reader.Read(value, message.ProtoReflect().New().Interface())
			for _, violation := range reader.Violations() {
				if violation.Rule != "json" {
					t.Errorf("%s: %v", text, violation)
				}
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
