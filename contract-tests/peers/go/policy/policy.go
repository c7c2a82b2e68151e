// Package policy is the set of limits by which a provider admits work, how it is read, and when it is valid (PROTOCOL.md, "The policy").
package policy

import "maps"

// Policy is sluice.policy.v1.BackpressurePolicy. A Policy in use is never changed, only replaced (rules 10.1, 10.2).
type Policy struct {
	// Revision is counted up by the provider with each change, from 1.
	Revision uint64
	// ConcurrencyLimit is W: how many items run at once, 1 to 1,000,000.
	ConcurrencyLimit uint32
	// QueueLimit is Q: how many items wait, 0 to 1,000,000.
	QueueLimit uint32
	// LevelLowPercent of the limit is where the level leaves ELEVATED, 0 to 99.
	LevelLowPercent uint32
	// LevelHighPercent of the limit is where the level becomes ELEVATED, 1 to 100.
	LevelHighPercent uint32
	// ShedThresholds say from which load each criticality is shed.
	ShedThresholds ShedThresholds
	// TenantShares are the guaranteed percentages of the limit, by tenant; at most 1,000 tenants, in sum at most 100.
	TenantShares map[string]uint32
	// MaxAttempts is the greatest attempt number taken, 2 to 10 (rule 6.4).
	MaxAttempts uint32
	// Retry is how clients are to try again.
	Retry Retry
	// Features says which optional behaviours are on.
	Features Features
	// MaxItemBytes bounds a payload, in bytes, 1 to 16,777,216.
	MaxItemBytes uint32
	// CapacityTTLMs is the life of a capacity document, in milliseconds, 1 to 60,000.
	CapacityTTLMs uint32
	// LeaseTTLMs is the life of a lease, in milliseconds, 1 to 3,600,000.
	LeaseTTLMs uint32
	// LeaseOvercommitPercent is how many credits may live for each available slot, 100 to 1,000.
	LeaseOvercommitPercent uint32
	// LatencyTargetMs is repeated in capacity documents, in milliseconds; 0 for none.
	LatencyTargetMs uint32
	// RetentionMs is how long a terminal status stays readable, in milliseconds, 1 to 604,800,000 (rule 6.3).
	RetentionMs uint32
	// RecoveryMs bounds the return to NOMINAL after an overload, in milliseconds, 1 to 3,600,000 (rule 8.1).
	RecoveryMs uint32
	// DrainTimeoutMs bounds an orderly shutdown, in milliseconds, 1 to 86,400,000 (rule 8.5).
	DrainTimeoutMs uint32
}

// ShedThresholds are percentages of the limit, by criticality; they do not rise as criticality falls (rule 7.1).
type ShedThresholds struct {
	// CriticalPlusPercent is always 100.
	CriticalPlusPercent uint32
	// CriticalPercent is 1 to 100.
	CriticalPercent uint32
	// SheddablePlusPercent is 1 to 100.
	SheddablePlusPercent uint32
	// SheddablePercent is 1 to 100.
	SheddablePercent uint32
}

// Retry is sluice.policy.v1.RetryPolicy, gRPC's A6.
type Retry struct {
	// MaxAttempts of one item, 2 to 5.
	MaxAttempts uint32
	// InitialBackoffMs before the first retry, in milliseconds, 1 to 3,600,000.
	InitialBackoffMs uint32
	// MaxBackoffMs bounds every wait, Retry-After included, in milliseconds, 1 to 3,600,000 (rule 3.2).
	MaxBackoffMs uint32
	// Multiplier from one retry to the next, 1 to 10.
	Multiplier float64
	// Jitter is always 0.2.
	Jitter float64
	// Budget of all retries of one client.
	Budget Budget
}

// Budget is sluice.policy.v1.RetryBudget.
type Budget struct {
	// MaxTokens is the size of the bucket, 1 to 1,000.
	MaxTokens uint32
	// TokenRatio is what a success puts back, above 0 and at most 1,000.
	TokenRatio float64
}

// Features is sluice.policy.v1.FeatureFlags. A flag affects its own rules only (rule 10.3).
type Features struct {
	// CriticalityShedding sheds by criticality (rule 7.1).
	CriticalityShedding bool
	// PriorityDispatch starts items by criticality (rule 7.2).
	PriorityDispatch bool
	// TenantIsolation keeps tenant shares (rule 7.3).
	TenantIsolation bool
	// Leases grants and demands credit (chapter 4).
	Leases bool
}

// Initial is the first policy of a reference worker (PROTOCOL.md, "Starting a provider").
func Initial(concurrencyLimit, queueLimit uint32) Policy {
	return Policy{
		Revision:         1,
		ConcurrencyLimit: concurrencyLimit,
		QueueLimit:       queueLimit,
		LevelLowPercent:  50,
		LevelHighPercent: 80,
		ShedThresholds:   ShedThresholds{100, 100, 100, 100},
		TenantShares:     map[string]uint32{},
		MaxAttempts:      5,
		Retry: Retry{
			MaxAttempts:      4,
			InitialBackoffMs: 100,
			MaxBackoffMs:     5000,
			Multiplier:       2,
			Jitter:           0.2,
			Budget:           Budget{MaxTokens: 10, TokenRatio: 0.1},
		},
		MaxItemBytes:           1 << 20,
		CapacityTTLMs:          1000,
		LeaseTTLMs:             5000,
		LeaseOvercommitPercent: 100,
		RetentionMs:            60_000,
		RecoveryMs:             10_000,
		DrainTimeoutMs:         30_000,
	}
}

// Limit is W + Q, in items.
func (p *Policy) Limit() uint32 { return p.ConcurrencyLimit + p.QueueLimit }

// Guaranteed is the number of slots that no other tenant can take from one with a share, rounded down (rule 7.3).
func (p *Policy) Guaranteed(tenant string) uint32 {
	return uint32(uint64(p.Limit()) * uint64(p.TenantShares[tenant]) / 100)
}

// SameAs tells whether two policies differ in their revision at most.
func (p *Policy) SameAs(other *Policy) bool {
	return p.ConcurrencyLimit == other.ConcurrencyLimit &&
		p.QueueLimit == other.QueueLimit &&
		p.LevelLowPercent == other.LevelLowPercent &&
		p.LevelHighPercent == other.LevelHighPercent &&
		p.ShedThresholds == other.ShedThresholds &&
		maps.Equal(p.TenantShares, other.TenantShares) &&
		p.MaxAttempts == other.MaxAttempts &&
		p.Retry == other.Retry &&
		p.Features == other.Features &&
		p.MaxItemBytes == other.MaxItemBytes &&
		p.CapacityTTLMs == other.CapacityTTLMs &&
		p.LeaseTTLMs == other.LeaseTTLMs &&
		p.LeaseOvercommitPercent == other.LeaseOvercommitPercent &&
		p.LatencyTargetMs == other.LatencyTargetMs &&
		p.RetentionMs == other.RetentionMs &&
		p.RecoveryMs == other.RecoveryMs &&
		p.DrainTimeoutMs == other.DrainTimeoutMs
}
