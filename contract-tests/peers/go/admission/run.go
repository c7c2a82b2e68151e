package admission

import (
	"context"
	"fmt"
	"time"

	"sluice.dev/peers/go/work"
)

// dispatch starts queued items while a worker is free. Called after every event that frees a worker, it keeps two invariants, as acceptance does:
// nothing is queued while fewer than W run (rule 1.4), hence used < limit leaves room in the queue whenever W run (1.1).
func (c *Controller) dispatch() {
	for c.running < c.policy.ConcurrencyLimit {
		r := c.backlog.take(c.policy.Features)
		if r == nil {
			return
		}
		c.begin(r, c.now())
	}
}

// pass takes an item that has nothing to run past a free worker: it holds its slot for this one step.
func (c *Controller) pass(r *record, now moment) {
	r.begun = now
	c.counts.observeWait(time.Duration(now - r.accepted))
	c.finish(r, work.Done(), now)
}

// begin starts an item, or ends it where its deadline has passed or there is nothing to run.
func (c *Controller) begin(r *record, now moment) {
	switch {
	case now >= r.deadline:
		c.settle(r, expired)
		return
	case r.instant:
		c.release(r)
		c.pass(r, now)
		return
	}
	r.state = work.Running
	r.begun = now
	c.running++
	c.counts.observeWait(time.Duration(now - r.accepted))
	// The run belongs to the provider: a client that goes away does not end it (rule 5.6).
	ctx, abort := context.WithCancel(context.Background())
	r.abort = abort
	go c.run(ctx, r, r.job)
}

func (c *Controller) run(ctx context.Context, r *record, job Job) {
	outcome := c.execute(ctx, job)
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.verdict != nil {
		outcome = *r.verdict
	}
	r.abort()
	c.running--
	c.settle(r, outcome)
	c.dispatch()
	c.changed()
}

// execute runs the job; a panic in it is the item's failure and no one else's (rule 8.2).
func (c *Controller) execute(ctx context.Context, job Job) (outcome work.Outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			outcome = work.Fail(work.Internal, fmt.Sprintf("the work panicked: %.200v", fault))
		}
	}()
	return c.executor.Execute(ctx, job)
}

// settle makes an item terminal that neither is in the backlog nor counted as running any more. It happens once to each.
func (c *Controller) settle(r *record, outcome work.Outcome) {
	c.release(r)
	c.finish(r, outcome, c.now())
	c.changed()
}

// release gives up what the item holds.
func (c *Controller) release(r *record) {
	r.timer.Stop()
	c.tenants.release(r.tenant)
	r.held = nil
}

// finish records how an item ended.
func (c *Controller) finish(r *record, outcome work.Outcome, now moment) {
	r.state, r.err, r.ended = outcome.State, outcome.Error, now
	c.counts.Settled[outcome.State]++
	c.keep(r)
}

var (
	cancelled = work.Ended(work.Cancelled, work.CancelledByClient, "cancelled by a client")
	expired   = work.Ended(work.Expired, work.DeadlinePassed, "the deadline passed")
	cutOff    = work.Fail(work.DrainTimeout, "the provider shut down before the item was done")
)

// end brings an item to an outcome before its work is done. What comes first wins: an item that has ended, or is ending, is left alone.
func (c *Controller) end(r *record, outcome work.Outcome) {
	switch {
	case r.state == work.Queued:
		c.backlog.remove(r)
		c.settle(r, outcome)
	case r.state == work.Running && r.verdict == nil:
		r.verdict = &outcome
		r.abort()
	}
}

// expire ends an item at its deadline (rules 5.2, 5.3).
func (c *Controller) expire(r *record) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end(r, expired)
}
