package policy

import (
	"fmt"

	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

// InvalidError lists everything that is wrong with a policy that can be read (status 422, rule 10.1).
type InvalidError struct {
	Violations []protojson.Violation
}

func (e *InvalidError) Error() string {
	first := e.Violations[0]
	return fmt.Sprintf("%d constraints are violated, the first: %s %s", len(e.Violations), first.Field, first.Message)
}

// Read reads a policy strictly: unlike any other message, a member that is not known is an error. The revision is ignored.
// It returns a *strictjson.SyntaxError or another error for text that is no policy at all (status 400), and an *InvalidError for a policy that
// breaks a constraint (422).
func Read(text []byte) (Policy, error) {
	document, err := strictjson.Parse(text)
	if err != nil {
		return Policy{}, err
	}
	if document.Kind() != strictjson.Object {
		return Policy{}, &strictjson.SyntaxError{Message: "a policy is an object"}
	}
	r := &protojson.Reader{}
	p := decode(r, document)
	if r.Fault() != nil {
		return Policy{}, r.Fault()
	}
	constrain(r, &p)
	if violations := r.Violations(); len(violations) > 0 {
		return Policy{}, &InvalidError{violations}
	}
	return p, nil
}

func decode(r *protojson.Reader, document strictjson.Value) Policy {
	m := r.Open(document, "",
		"revision", "concurrency_limit", "queue_limit", "level_low_percent", "level_high_percent", "shed_thresholds", "tenant_shares",
		"max_attempts", "retry", "features", "max_item_bytes", "capacity_ttl_ms", "lease_ttl_ms", "lease_overcommit_percent",
		"latency_target_ms", "retention_ms", "recovery_ms", "drain_timeout_ms")
	refuseUnknown(r, m)
	return Policy{
		ConcurrencyLimit:       count(m, "concurrency_limit"),
		QueueLimit:             count(m, "queue_limit"),
		LevelLowPercent:        count(m, "level_low_percent"),
		LevelHighPercent:       count(m, "level_high_percent"),
		ShedThresholds:         decodeThresholds(r, m),
		TenantShares:           decodeShares(r, m),
		MaxAttempts:            count(m, "max_attempts"),
		Retry:                  decodeRetry(r, m),
		Features:               decodeFeatures(r, m),
		MaxItemBytes:           count(m, "max_item_bytes"),
		CapacityTTLMs:          count(m, "capacity_ttl_ms"),
		LeaseTTLMs:             count(m, "lease_ttl_ms"),
		LeaseOvercommitPercent: count(m, "lease_overcommit_percent"),
		LatencyTargetMs:        count(m, "latency_target_ms"),
		RetentionMs:            count(m, "retention_ms"),
		RecoveryMs:             count(m, "recovery_ms"),
		DrainTimeoutMs:         count(m, "drain_timeout_ms"),
	}
}

func decodeThresholds(r *protojson.Reader, parent *protojson.Message) ShedThresholds {
	m := require(r, parent, "shed_thresholds",
		"critical_plus_percent", "critical_percent", "sheddable_plus_percent", "sheddable_percent")
	return ShedThresholds{
		CriticalPlusPercent:  count(m, "critical_plus_percent"),
		CriticalPercent:      count(m, "critical_percent"),
		SheddablePlusPercent: count(m, "sheddable_plus_percent"),
		SheddablePercent:     count(m, "sheddable_percent"),
	}
}

func decodeRetry(r *protojson.Reader, parent *protojson.Message) Retry {
	m := require(r, parent, "retry",
		"max_attempts", "initial_backoff_ms", "max_backoff_ms", "multiplier", "jitter", "budget")
	budget := require(r, m, "budget", "max_tokens", "token_ratio")
	return Retry{
		MaxAttempts:      count(m, "max_attempts"),
		InitialBackoffMs: count(m, "initial_backoff_ms"),
		MaxBackoffMs:     count(m, "max_backoff_ms"),
		Multiplier:       m.Double("multiplier"),
		Jitter:           m.Double("jitter"),
		Budget:           Budget{MaxTokens: count(budget, "max_tokens"), TokenRatio: budget.Double("token_ratio")},
	}
}

func decodeFeatures(r *protojson.Reader, parent *protojson.Message) Features {
	m := require(r, parent, "features", "criticality_shedding", "priority_dispatch", "tenant_isolation", "leases")
	return Features{
		CriticalityShedding: m.Bool("criticality_shedding"),
		PriorityDispatch:    m.Bool("priority_dispatch"),
		TenantIsolation:     m.Bool("tenant_isolation"),
		Leases:              m.Bool("leases"),
	}
}

func decodeShares(r *protojson.Reader, m *protojson.Message) map[string]uint32 {
	shares := make(map[string]uint32)
	m.Each("tenant_shares", func(path, tenant string, value strictjson.Value) {
		if len(shares) > maxTenants {
			return
		}
		shares[tenant], _ = r.Uint32Value(path, value)
	})
	return shares
}

// require opens a message field that has to be there, and refuses members it does not know.
func require(r *protojson.Reader, parent *protojson.Message, field string, fields ...string) *protojson.Message {
	m := parent.Open(field, fields...)
	if parent.Present && !m.Present {
		r.Reject(parent.At(field), "required", "is required")
	}
	refuseUnknown(r, m)
	return m
}

func refuseUnknown(r *protojson.Reader, m *protojson.Message) {
	for _, name := range m.Unknown {
		r.Reject(m.At(name), "unknown_field", "is no field of the policy")
	}
}

func count(m *protojson.Message, field string) uint32 {
	n, _ := m.Uint32(field)
	return n
}
