package admission

import (
	"context"
	"errors"
	"time"
)

// ErrDrainTimeout tells that items were cut off because the drain took longer than the policy allows.
var ErrDrainTimeout = errors.New("drain_timeout_ms passed before all accepted items were done")

// Drain refuses all new items from now on, waits until every accepted item has ended, and returns nil (rule 8.5). If the drain_timeout_ms of
// the policy in force at the call passes first, or ctx ends, what is left FAILS with DRAIN_TIMEOUT and ErrDrainTimeout is returned. Drain
// is called once.
func (c *Controller) Drain(ctx context.Context) error {
	limit := c.beginDrain()
	timeout := time.NewTimer(limit)
	defer timeout.Stop()
	select {
	case <-c.idle:
		return nil
	case <-timeout.C:
	case <-ctx.Done():
	}
	c.cutOff()
	<-c.idle
	return ErrDrainTimeout
}

func (c *Controller) beginDrain() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.draining = true
	c.changed()
	return time.Duration(c.policy.DrainTimeoutMs) * time.Millisecond
}

// cutOff ends everything that is held.
func (c *Controller) cutOff() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, r := range c.records {
		c.end(r, cutOff)
	}
}

// reportIdle tells Drain that nothing is held; nothing will be again.
func (c *Controller) reportIdle() {
	select {
	case <-c.idle:
	default:
		close(c.idle)
	}
}
