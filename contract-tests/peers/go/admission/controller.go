// Package admission decides which items are accepted, starts them, and accounts for each until it is forgotten.
//
// Everything that a decision depends on lies behind one lock: the limits, what is held, what is known, the counts. A decision and the
// taking of the slot are one step (rules 1.2, 6.1), and every document is a snapshot of one state (rules 2.4, 9.1). The lock is held
// for that bookkeeping only, never while an item runs, so that no answer waits for capacity (rules 1.3, 2.1, 8.3). After acceptance
// nothing is evicted: an item leaves by its own end, its deadline, its cancellation or the end of a drain.
package admission

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/lease"
	"sluice.dev/peers/go/policy"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/trace"
	"sluice.dev/peers/go/work"
)

// Executor does the work of items.
type Executor interface {
	// Vet tells why this executor can never run the item, or nil. It depends on the item and on configuration only.
	Vet(item *work.Item) error
	// Instant tells that the item has nothing to run: it is done as soon as a worker is free for it, and Execute is not called.
	Instant(item *work.Item) bool
	// Execute runs the item to its end. It returns soon after ctx is cancelled; what it returns then does not matter.
	Execute(ctx context.Context, job Job) work.Outcome
}

// Job is one item to run.
type Job struct {
	// Item to run; not to be changed.
	Item *work.Item
	// Trace of the submission (rule 9.3).
	Trace trace.Context
	// Deadline by which the item has to be done, on the monotonic clock (rule 5.3).
	Deadline time.Time
}

// Submission is one request to accept an item.
type Submission struct {
	// Item that is submitted, well-formed.
	Item *work.Item
	// Trace that the request belongs to.
	Trace trace.Context
	// Received is when the request had arrived in full; the deadline counts from it.
	Received time.Time
}

// Admitted is the decision on an item that was accepted, now or before.
type Admitted struct {
	// Replay tells that the item was accepted before and nothing was done now (rule 6.1).
	Replay bool
	// Capacity right after the decision.
	Capacity capacity.Document
}

// Controller holds at most W running and Q queued items (rule 1.1). It is safe for concurrent use.
type Controller struct {
	executor Executor
	start    time.Time
	// maxItemBytes is that of the policy, for those who read items.
	maxItemBytes atomic.Uint32

	mu       sync.Mutex
	policy   policy.Policy
	level    capacity.Hysteresis
	document capacity.Document
	backlog  backlog
	tenants  tenants
	running  uint32
	records  map[string]*record
	archive  archive
	leases   *lease.Ledger
	counts   Counts
	draining bool
	// idle is closed once a drain finds nothing held.
	idle chan struct{}
}

// New makes a controller that holds nothing. The provider id names the process, the epoch this run of it: at least 1, another after each
// restart (rule 8.6).
func New(providerID string, epoch uint64, initial policy.Policy, executor Executor) *Controller {
	c := &Controller{
		executor: executor,
		// A nanosecond before, so that no moment is 0.
		start:    time.Now().Add(-1),
		policy:   initial,
		document: capacity.Document{SchemaVersion: capacity.SchemaVersion, ProviderID: providerID, Epoch: epoch},
		records:  make(map[string]*record),
		leases:   lease.NewLedger(),
		counts:   newCounts(),
		idle:     make(chan struct{}),
	}
	c.tenants = newTenants(&c.policy)
	c.maxItemBytes.Store(initial.MaxItemBytes)
	c.changed()
	return c
}

// Submit decides on an item at once. It returns a Refusal as error where the item is not accepted; a refused item leaves no trace but a
// count (rule 3.3).
func (c *Controller) Submit(s Submission) (Admitted, error) {
	r := newRecord(s.Item)
	p := proposal{s.Item, c.executor.Vet(s.Item)}
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	c.forget(now)
	if known, ok := c.records[r.id]; ok {
		if known.digest != r.digest {
			return Admitted{}, c.refuse(&ReusedError{r.id})
		}
		c.counts.Replayed++
		return Admitted{Replay: true, Capacity: c.document}, nil
	}
	for _, check := range checks {
		if refusal := check(c, &p); refusal != nil {
			return Admitted{}, c.refuse(refusal)
		}
	}
	c.accept(r, &s, now)
	return Admitted{Capacity: c.document}, nil
}

func (c *Controller) refuse(refusal Refusal) error {
	c.counts.Rejected[refusal.Reason()]++
	return refusal
}

func (c *Controller) accept(r *record, s *Submission, now moment) {
	r.accepted = now
	c.counts.Accepted++
	if id := c.leaseOf(s.Item); id != "" {
		c.leases.Take(id)
	}
	c.records[r.id] = r
	// Where a worker is free nothing is queued: it is the item's turn.
	free := c.running < c.policy.ConcurrencyLimit
	deadline, instant := c.deadlineOf(s), c.executor.Instant(s.Item)
	if free && instant && now < deadline {
		c.pass(r, now)
		c.changed()
		return
	}
	r.held = &held{
		tenant:   s.Item.Tenant,
		deadline: deadline,
		instant:  instant,
		job:      Job{Item: s.Item, Trace: s.Trace, Deadline: c.start.Add(time.Duration(deadline))},
		timer:    time.AfterFunc(time.Duration(deadline-now), func() { c.expire(r) }),
	}
	c.tenants.hold(r.tenant)
	if free {
		c.begin(r, now)
	} else {
		c.backlog.push(r)
	}
	c.changed()
}

// Status tells where an item stands, or returns an *UnknownError.
func (c *Controller) Status(id string) (*workv1.WorkStatus, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	c.forget(now)
	r, ok := c.records[id]
	if !ok {
		return nil, &UnknownError{id}
	}
	return r.status(now), nil
}

// Cancel ends an item that is queued or running, changes nothing on one that has ended (rules 5.4, 5.5), and returns an *UnknownError for one
// that is not known. The slot of a running item is free once its executor has returned; until then its state is RUNNING.
func (c *Controller) Cancel(id string) (*workv1.WorkStatus, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	c.forget(now)
	r, ok := c.records[id]
	if !ok {
		return nil, &UnknownError{id}
	}
	c.end(r, cancelled)
	return r.status(now), nil
}

// Capacity returns the present document.
func (c *Controller) Capacity() capacity.Document {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.document
}

// Policy returns the policy in force; its map is not to be changed.
func (c *Controller) Policy() policy.Policy {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.policy
}

// MaxItemBytes returns the longest payload by the policy in force, in bytes.
func (c *Controller) MaxItemBytes() uint32 { return c.maxItemBytes.Load() }

// Replace puts a valid policy in force and returns it with its revision, which stays where nothing changes. It evicts nothing and waits for
// nothing (rule 10.2). Where matches refuses the revision in force, it returns a *ConflictError and changes nothing.
func (c *Controller) Replace(next policy.Policy, matches func(revision uint64) bool) (policy.Policy, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !matches(c.policy.Revision) {
		return policy.Policy{}, &ConflictError{c.policy.Revision}
	}
	if !next.SameAs(&c.policy) {
		next.Revision = c.policy.Revision + 1
		c.policy = next
		c.maxItemBytes.Store(next.MaxItemBytes)
		c.tenants.recount()
		c.changed()
		c.dispatch()
		c.changed()
		c.forget(c.now())
		c.rearm()
	}
	return c.policy, nil
}

// changed brings level and document up to date. It is called after every change of what is held, of the policy and of draining; a document that
// differs in anything gets the next seq (rule 2.2).
func (c *Controller) changed() {
	p := &c.policy
	queued := uint32(c.backlog.size)
	d := c.document
	d.Limit = p.Limit()
	d.Used = c.running + queued
	d.Available = d.Limit - min(d.Used, d.Limit)
	d.ConcurrencyLimit = p.ConcurrencyLimit
	d.QueueLimit = p.QueueLimit
	d.Running = c.running
	d.Queued = queued
	d.TTLMs = p.CapacityTTLMs
	d.Utilization = float64(c.running) / float64(p.ConcurrencyLimit)
	d.PolicyRevision = p.Revision
	d.LatencyTargetMs = p.LatencyTargetMs
	d.QueueDelayMs = c.counts.lastWaitMs
	c.level.Observe(d.Used, d.Limit, p.LevelLowPercent, p.LevelHighPercent)
	d.Level = c.level.Level(c.draining, d.Available)
	if d != c.document {
		d.Seq++
		c.document = d
	}
	if c.draining && d.Used == 0 {
		c.reportIdle()
	}
}
