package policy

import (
	"maps"
	"slices"

	"sluice.dev/peers/go/protojson"
)

// maxTenants is the most tenants with a share.
const maxTenants = 1000

// bound is a constraint on one number: lowest and highest value allowed, and protovalidate's id for the pair.
type bound struct {
	field     string
	value     uint32
	low, high uint32
	rule      string
}

const (
	between = "uint32.gte_lte"
	upTo    = "uint32.lte"
	hour    = 3_600_000
	day     = 86_400_000
)

func bounds(p *Policy) []bound {
	return []bound{
		{"concurrency_limit", p.ConcurrencyLimit, 1, 1_000_000, between},
		{"queue_limit", p.QueueLimit, 0, 1_000_000, upTo},
		{"level_low_percent", p.LevelLowPercent, 0, 99, upTo},
		{"level_high_percent", p.LevelHighPercent, 1, 100, between},
		{"shed_thresholds.critical_plus_percent", p.ShedThresholds.CriticalPlusPercent, 100, 100, "uint32.const"},
		{"shed_thresholds.critical_percent", p.ShedThresholds.CriticalPercent, 1, 100, between},
		{"shed_thresholds.sheddable_plus_percent", p.ShedThresholds.SheddablePlusPercent, 1, 100, between},
		{"shed_thresholds.sheddable_percent", p.ShedThresholds.SheddablePercent, 1, 100, between},
		{"max_attempts", p.MaxAttempts, 2, 10, between},
		{"max_item_bytes", p.MaxItemBytes, 1, 16 << 20, between},
		{"capacity_ttl_ms", p.CapacityTTLMs, 1, 60_000, between},
		{"lease_ttl_ms", p.LeaseTTLMs, 1, hour, between},
		{"lease_overcommit_percent", p.LeaseOvercommitPercent, 100, 1000, between},
		{"latency_target_ms", p.LatencyTargetMs, 0, day, upTo},
		{"retention_ms", p.RetentionMs, 1, 7 * day, between},
		{"recovery_ms", p.RecoveryMs, 1, hour, between},
		{"drain_timeout_ms", p.DrainTimeoutMs, 1, day, between},
	}
}

// constrain collects every constraint that the policy breaks. Fields of a message that is absent or of another type are not judged beside it.
func constrain(r *protojson.Reader, p *Policy) {
	constrainBounds(r, bounds(p))
	constrainRetry(r, "retry.", p.Retry)
	constrainShares(r, p)
	if !r.Mistyped() {
		constrainAcross(r, p)
	}
}

func constrainBounds(r *protojson.Reader, bounds []bound) {
	for _, b := range bounds {
		if (b.value < b.low || b.value > b.high) && !r.Covers(b.field) {
			r.Reject(b.field, b.rule, "must be %d to %d, is %d", b.low, b.high, b.value)
		}
	}
}

func constrainShares(r *protojson.Reader, p *Policy) {
	if len(p.TenantShares) > maxTenants {
		r.Reject("tenant_shares", "map.max_pairs", "must name at most %d tenants", maxTenants)
		return
	}
	sum := uint64(0)
	for _, tenant := range slices.Sorted(maps.Keys(p.TenantShares)) {
		share := p.TenantShares[tenant]
		path := protojson.Entry("tenant_shares", tenant)
		if !protojson.IsID(tenant) {
			r.Reject(path, "string.pattern", "must be named by 1 to 128 characters of A-Z a-z 0-9 . _ -")
		}
		if share < 1 || share > 100 {
			r.Reject(path, "uint32.gte_lte", "must be 1 to 100, is %d", share)
		}
		sum += uint64(share)
	}
	if sum > 100 {
		r.Reject("tenant_shares", "backpressure_policy.tenant_shares", "must sum up to at most 100, are %d", sum)
	}
}

// constrainAcross checks the constraints that span fields.
func constrainAcross(r *protojson.Reader, p *Policy) {
	if p.LevelLowPercent >= p.LevelHighPercent {
		r.Reject("", "backpressure_policy.level", "level_low_percent must be below level_high_percent")
	}
	if p.Retry.MaxAttempts > p.MaxAttempts {
		r.Reject("", "backpressure_policy.max_attempts", "retry.max_attempts must not exceed max_attempts")
	}
	if p.RetentionMs < p.Retry.MaxBackoffMs {
		r.Reject("", "backpressure_policy.retention", "retention_ms must be at least retry.max_backoff_ms")
	}
	constrainBackoff(r, "retry", p.Retry)
	t := p.ShedThresholds
	if t.SheddablePercent > t.SheddablePlusPercent || t.SheddablePlusPercent > t.CriticalPercent ||
		t.CriticalPercent > t.CriticalPlusPercent {
		r.Reject("shed_thresholds", "shed_thresholds.order", "thresholds must not rise as criticality falls")
	}
}
