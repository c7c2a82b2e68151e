package admission

import (
	"time"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/work"
)

// proposal is an item to decide on.
type proposal struct {
	*work.Item
	// objection of the executor to the item, or nil.
	objection error
}

// checks are steps 4 to 11 of PROTOCOL.md, "Order of checks on submission": the first refusal decides (rule 3.4). Each reads the state under
// the lock and changes nothing.
var checks = [...]func(*Controller, *proposal) Refusal{
	deadline,
	attempts,
	downstream,
	draining,
	full,
	shed,
	tenantShare,
	leased,
}

func deadline(_ *Controller, p *proposal) Refusal {
	if p.DeadlineMs <= 0 {
		return &DeadlineError{p.DeadlineMs}
	}
	return nil
}

func attempts(c *Controller, p *proposal) Refusal {
	if p.Attempt > c.policy.MaxAttempts {
		return &AttemptsError{Attempt: p.Attempt, Max: c.policy.MaxAttempts}
	}
	return nil
}

func downstream(_ *Controller, p *proposal) Refusal {
	if p.objection != nil {
		return &DownstreamError{p.objection}
	}
	return nil
}

func draining(c *Controller, _ *proposal) Refusal {
	if c.draining {
		return &DrainingError{c.load()}
	}
	return nil
}

func full(c *Controller, _ *proposal) Refusal {
	if c.document.Used >= c.document.Limit {
		return &QueueFullError{c.load()}
	}
	return nil
}

func shed(c *Controller, p *proposal) Refusal {
	if !c.policy.Features.CriticalityShedding {
		return nil
	}
	t := c.policy.ShedThresholds
	percent := map[work.Criticality]uint32{
		work.CriticalPlus:  t.CriticalPlusPercent,
		work.Critical:      t.CriticalPercent,
		work.SheddablePlus: t.SheddablePlusPercent,
		work.Sheddable:     t.SheddablePercent,
	}[p.Criticality]
	if capacity.Reaches(c.document.Used, c.document.Limit, percent) {
		return &ShedError{Load: c.load(), Percent: percent}
	}
	return nil
}

func tenantShare(c *Controller, p *proposal) Refusal {
	if c.policy.Features.TenantIsolation && !c.tenants.admits(p.Tenant, c.document.Used, c.document.Limit) {
		return &TenantQuotaError{Load: c.load(), Tenant: p.Tenant}
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
