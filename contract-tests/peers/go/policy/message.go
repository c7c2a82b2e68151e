package policy

import (
	"maps"

	policyv1 "sluice.dev/peers/go/protocol/policy/v1"
)

// Message is the policy as the schema has it.
func (p *Policy) Message() *policyv1.BackpressurePolicy {
	return &policyv1.BackpressurePolicy{
		Revision:         p.Revision,
		ConcurrencyLimit: p.ConcurrencyLimit,
		QueueLimit:       p.QueueLimit,
		LevelLowPercent:  p.LevelLowPercent,
		LevelHighPercent: p.LevelHighPercent,
		ShedThresholds: &policyv1.ShedThresholds{
			CriticalPlusPercent:  p.ShedThresholds.CriticalPlusPercent,
			CriticalPercent:      p.ShedThresholds.CriticalPercent,
			SheddablePlusPercent: p.ShedThresholds.SheddablePlusPercent,
			SheddablePercent:     p.ShedThresholds.SheddablePercent,
		},
		TenantShares: maps.Clone(p.TenantShares),
		MaxAttempts:  p.MaxAttempts,
		Retry:        p.Retry.Message(),
		Features: &policyv1.FeatureFlags{
			CriticalityShedding: p.Features.CriticalityShedding,
			PriorityDispatch:    p.Features.PriorityDispatch,
			TenantIsolation:     p.Features.TenantIsolation,
			Leases:              p.Features.Leases,
		},
		MaxItemBytes:           p.MaxItemBytes,
		CapacityTtlMs:          p.CapacityTTLMs,
		LeaseTtlMs:             p.LeaseTTLMs,
		LeaseOvercommitPercent: p.LeaseOvercommitPercent,
		LatencyTargetMs:        p.LatencyTargetMs,
		RetentionMs:            p.RetentionMs,
		RecoveryMs:             p.RecoveryMs,
		DrainTimeoutMs:         p.DrainTimeoutMs,
	}
}

// Message is the retry policy as the schema has it.
func (r *Retry) Message() *policyv1.RetryPolicy {
	return &policyv1.RetryPolicy{
		MaxAttempts:      r.MaxAttempts,
		InitialBackoffMs: r.InitialBackoffMs,
		MaxBackoffMs:     r.MaxBackoffMs,
		Multiplier:       r.Multiplier,
		Jitter:           r.Jitter,
		Budget:           &policyv1.RetryBudget{MaxTokens: r.Budget.MaxTokens, TokenRatio: r.Budget.TokenRatio},
	}
}

// of is the policy that a message holds, without its revision; what is absent is 0.
func of(m *policyv1.BackpressurePolicy) Policy {
	return Policy{
		ConcurrencyLimit: m.ConcurrencyLimit,
		QueueLimit:       m.QueueLimit,
		LevelLowPercent:  m.LevelLowPercent,
		LevelHighPercent: m.LevelHighPercent,
		ShedThresholds: ShedThresholds{
			CriticalPlusPercent:  m.ShedThresholds.GetCriticalPlusPercent(),
			CriticalPercent:      m.ShedThresholds.GetCriticalPercent(),
			SheddablePlusPercent: m.ShedThresholds.GetSheddablePlusPercent(),
			SheddablePercent:     m.ShedThresholds.GetSheddablePercent(),
		},
		TenantShares: m.TenantShares,
		MaxAttempts:  m.MaxAttempts,
		Retry:        retryOf(m.Retry),
		Features: Features{
			CriticalityShedding: m.Features.GetCriticalityShedding(),
			PriorityDispatch:    m.Features.GetPriorityDispatch(),
			TenantIsolation:     m.Features.GetTenantIsolation(),
			Leases:              m.Features.GetLeases(),
		},
		MaxItemBytes:           m.MaxItemBytes,
		CapacityTTLMs:          m.CapacityTtlMs,
		LeaseTTLMs:             m.LeaseTtlMs,
		LeaseOvercommitPercent: m.LeaseOvercommitPercent,
		LatencyTargetMs:        m.LatencyTargetMs,
		RetentionMs:            m.RetentionMs,
		RecoveryMs:             m.RecoveryMs,
		DrainTimeoutMs:         m.DrainTimeoutMs,
	}
}

func retryOf(m *policyv1.RetryPolicy) Retry {
	return Retry{
		MaxAttempts:      m.GetMaxAttempts(),
		InitialBackoffMs: m.GetInitialBackoffMs(),
		MaxBackoffMs:     m.GetMaxBackoffMs(),
		Multiplier:       m.GetMultiplier(),
		Jitter:           m.GetJitter(),
		Budget:           Budget{MaxTokens: m.GetBudget().GetMaxTokens(), TokenRatio: m.GetBudget().GetTokenRatio()},
	}
}
