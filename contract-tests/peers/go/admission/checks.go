package admission

import (
	"time"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/work"
)

// checks are steps 4 to 11 of PROTOCOL.md, "Order of checks on submission": the first refusal decides (rule 3.4). Each reads the state under
// the lock and changes nothing.
var checks = []func(*Controller, *record) Refusal{
	deadline,
	attempts,
	downstream,
	draining,
	full,
	shed,
	tenantShare,
	leased,
}

func deadline(_ *Controller, r *record) Refusal {
	if r.job.Item.DeadlineMs <= 0 {
		return &DeadlineError{r.job.Item.DeadlineMs}
	}
	return nil
}

func attempts(c *Controller, r *record) Refusal {
	if r.attempt > c.policy.MaxAttempts {
		return &AttemptsError{Attempt: r.attempt, Max: c.policy.MaxAttempts}
	}
	return nil
}

func downstream(_ *Controller, r *record) Refusal {
	if r.objection != nil {
		return &DownstreamError{r.objection}
	}
	return nil
}

func draining(c *Controller, _ *record) Refusal {
	if c.draining {
		return &DrainingError{c.load()}
	}
	return nil
}

func full(c *Controller, _ *record) Refusal {
	if c.document.Used >= c.document.Limit {
		return &QueueFullError{c.load()}
	}
	return nil
}

func shed(c *Controller, r *record) Refusal {
	if !c.policy.Features.CriticalityShedding {
		return nil
	}
	t := c.policy.ShedThresholds
	percent := map[work.Criticality]uint32{
		work.CriticalPlus:  t.CriticalPlusPercent,
		work.Critical:      t.CriticalPercent,
		work.SheddablePlus: t.SheddablePlusPercent,
		work.Sheddable:     t.SheddablePercent,
	}[r.job.Item.Criticality]
	if capacity.Reaches(c.document.Used, c.document.Limit, percent) {
		return &ShedError{Load: c.load(), Percent: percent}
	}
	return nil
}

func tenantShare(c *Controller, r *record) Refusal {
	if c.policy.Features.TenantIsolation && !c.tenants.admits(r.tenant, c.document.Used, c.document.Limit) {
		return &TenantQuotaError{Load: c.load(), Tenant: r.tenant}
	}
	return nil
}

// load is the state that a refusal reports. The wait asked for is what the last item to start had waited, since a newcomer would
// wait about as long, within the backoffs of the policy (rule 3.2).
func (c *Controller) load() Load {
	retry := c.policy.Retry
	wait := min(max(c.document.QueueDelayMs, retry.InitialBackoffMs), retry.MaxBackoffMs)
	return Load{Capacity: c.document, RetryAfter: time.Duration(wait) * time.Millisecond}
}
