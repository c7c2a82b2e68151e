package policy_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/protojson"
)

// edited is the initial policy as JSON with one value at a path replaced; "" takes it out.
func edited(t *testing.T, path, value string) []byte {
	t.Helper()
	initial := policy.Initial(2, 4)
	text := protojson.Write(initial.Message())
	var document map[string]any
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	keys := strings.Split(path, ".")
	object := document
	for _, key := range keys[:len(keys)-1] {
		object = object[key].(map[string]any)
	}
	if last := keys[len(keys)-1]; value == "" {
		delete(object, last)
	} else {
		object[last] = json.RawMessage(value)
	}
	text, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTheInitialPolicyIsValidAndReadsBackTheSame(t *testing.T) {
	initial := policy.Initial(2, 4)
	read, err := policy.Read(protojson.Write(initial.Message()))
	if err != nil {
		t.Fatal(err)
	}
	if !read.SameAs(&initial) {
		t.Errorf("read %+v", read)
	}
}

func TestEachInvalidPolicyIsRefusedForItsOwnReason(t *testing.T) {
	for _, c := range []struct{ path, value, field, rule string }{
		{"concurrencyLimit", "0", "concurrency_limit", "uint32.gte_lte"},
		{"concurrencyLimit", "-1", "concurrency_limit", "json"},
		{"concurrencyLimit", "1000001", "concurrency_limit", "uint32.gte_lte"},
		{"concurrencyLimit", "9223372036854775808", "concurrency_limit", "json"},
		{"concurrencyLimit", `"NaN"`, "concurrency_limit", "json"},
		{"concurrencyLimit", "1.5", "concurrency_limit", "json"},
		{"concurrencyLimit", "", "concurrency_limit", "uint32.gte_lte"},
		{"concurrencyLimit", "true", "concurrency_limit", "json"},
		{"queueLimit", "1000001", "queue_limit", "uint32.lte"},
		{"levelLowPercent", "100", "level_low_percent", "uint32.lte"},
		{"levelLowPercent", "80", "", "backpressure_policy.level"},
		{"levelHighPercent", "101", "level_high_percent", "uint32.gte_lte"},
		{"shedThresholds", "", "shed_thresholds", "required"},
		{"shedThresholds", "null", "shed_thresholds", "required"},
		{"shedThresholds", "7", "shed_thresholds", "json"},
		{"shedThresholds.criticalPlusPercent", "99", "shed_thresholds.critical_plus_percent", "uint32.const"},
		{"shedThresholds.criticalPercent", "50", "shed_thresholds", "shed_thresholds.order"},
		{"shedThresholds.sheddablePercent", "0", "shed_thresholds.sheddable_percent", "uint32.gte_lte"},
		{"tenantShares", `{"a":60,"b":41}`, "tenant_shares", "backpressure_policy.tenant_shares"},
		{"tenantShares", `{"a":0}`, `tenant_shares["a"]`, "uint32.gte_lte"},
		{"tenantShares", `{"a b":1}`, `tenant_shares["a b"]`, "string.pattern"},
		{"tenantShares", `{"a":"x"}`, `tenant_shares["a"]`, "json"},
		{"tenantShares", `[]`, "tenant_shares", "json"},
		{"maxAttempts", "1", "max_attempts", "uint32.gte_lte"},
		{"maxAttempts", "3", "", "backpressure_policy.max_attempts"},
		{"retry", "", "retry", "required"},
		{"retry.maxAttempts", "6", "retry.max_attempts", "uint32.gte_lte"},
		{"retry.initialBackoffMs", "5001", "retry", "retry_policy.backoff"},
		{"retry.maxBackoffMs", "60001", "", "backpressure_policy.retention"},
		{"retry.multiplier", `"NaN"`, "retry.multiplier", "double.gte_lte"},
		{"retry.multiplier", "0.9", "retry.multiplier", "double.gte_lte"},
		{"retry.multiplier", "1e400", "retry.multiplier", "json"},
		{"retry.jitter", "0.3", "retry.jitter", "double.const"},
		{"retry.budget", "", "retry.budget", "required"},
		{"retry.budget.tokenRatio", "0", "retry.budget.token_ratio", "double.gt_lte"},
		{"retry.budget.zz", "0", "retry.budget.zz", "unknown_field"},
		{"features", "", "features", "required"},
		{"features.leases", "1", "features.leases", "json"},
		{"features.turbo", "true", "features.turbo", "unknown_field"},
		{"maxItemBytes", "16777217", "max_item_bytes", "uint32.gte_lte"},
		{"leaseOvercommitPercent", "99", "lease_overcommit_percent", "uint32.gte_lte"},
		{"retentionMs", "4999", "", "backpressure_policy.retention"},
		{"drainTimeoutMs", "0", "drain_timeout_ms", "uint32.gte_lte"},
		{"zz", "1", "zz", "unknown_field"},
	} {
		t.Run(c.path+"="+c.value, func(t *testing.T) {
			_, err := policy.Read(edited(t, c.path, c.value))
			var invalid *policy.InvalidError
			if !errors.As(err, &invalid) {
				t.Fatalf("not refused as invalid: %v", err)
			}
			// A number out of its bound may break a constraint across fields as well.
			if v := invalid.Violations; len(v) > 2 || v[0].Field != c.field || v[0].Rule != c.rule {
				t.Errorf("violations: %v, want %s %s", v, c.field, c.rule)
			}
		})
	}
}

func TestEveryViolationIsListed(t *testing.T) {
	_, err := policy.Read([]byte(`{}`))
	var invalid *policy.InvalidError
	if !errors.As(err, &invalid) {
		t.Fatal(err)
	}
	listed := make(map[string]bool)
	for _, v := range invalid.Violations {
		listed[v.Field] = true
	}
	for _, field := range []string{"concurrency_limit", "level_high_percent", "shed_thresholds", "retry", "features", "retention_ms"} {
		if !listed[field] {
			t.Errorf("%s is not listed in %v", field, invalid.Violations)
		}
	}
}

func TestWhatIsNoPolicyAtAllIsNotMerelyInvalid(t *testing.T) {
	for _, text := range []string{``, `[]`, `7`, `{"a":1,"a":2}`, `{"queueLimit":1,"queue_limit":1}`, `{"retry":{"jitter":1,"jitter":1}}`} {
		_, err := policy.Read([]byte(text))
		var invalid *policy.InvalidError
		if err == nil || errors.As(err, &invalid) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestTheRevisionOfTheBodyIsIgnored(t *testing.T) {
	for _, revision := range []string{`"99"`, `99`, `"x"`} {
		read, err := policy.Read(edited(t, "revision", revision))
		if err != nil || read.Revision != 0 {
			t.Errorf("%s: revision %d, %v", revision, read.Revision, err)
		}
	}
}

func TestEveryFeatureCanBeTurnedOn(t *testing.T) {
	for _, name := range []string{"criticalityShedding", "priorityDispatch", "tenantIsolation", "leases"} {
		if _, err := policy.Read(edited(t, "features."+name, "true")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
