package admission

import (
	"time"

	"sluice.dev/peers/go/lease"
	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	"sluice.dev/peers/go/work"
)

// Acquire grants a lease; ok is false where the policy does not have the feature on. A provider that drains grants 0 credits.
func (c *Controller) Acquire(request *servicev1.AcquireLeaseRequest) (granted *capacityv1.Lease, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.policy.Features.Leases {
		return nil, false
	}
	ceiling := uint64(c.document.Available) * uint64(c.policy.LeaseOvercommitPercent) / 100
	if c.draining {
		ceiling = 0
	}
	ttl := time.Duration(c.policy.LeaseTTLMs) * time.Millisecond
	return c.leases.Grant(request.ClientId, request.Credits, ceiling, ttl), true
}

// leaseOf returns the lease that the item needs a credit of; empty for none.
func (c *Controller) leaseOf(item *work.Item) string {
	if !c.policy.Features.Leases {
		return ""
	}
	return item.LeaseID
}

// leased is step 11 of the order of checks (rules 4.1 to 4.3).
func leased(c *Controller, p *proposal) Refusal {
	id := c.leaseOf(p.Item)
	if id == "" {
		return nil
	}
	switch c.leases.Standing(id) {
	case lease.Exhausted:
		return &LeaseExhaustedError{c.load()}
	case lease.Expired:
		return &LeaseExpiredError{c.load()}
	default:
		return nil
	}
}
