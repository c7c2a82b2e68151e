package admission

import (
	"maps"
	"time"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/metrics"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/work"
)

// Counts are the totals since the start; none ever decreases (rule 9.1).
type Counts struct {
	// Accepted items.
	Accepted uint64
	// Replayed submissions: of an item accepted before.
	Replayed uint64
	// Rejected submissions, by reason; every reason that a submission can meet is there from the start.
	Rejected map[refusal.Reason]uint64
	// Settled items, by terminal state.
	Settled [work.Cancelled + 1]uint64
	// QueueWait of the items that started, in seconds.
	QueueWait metrics.Histogram

	lastWaitMs uint32
}

func newCounts() Counts {
	c := Counts{
		Rejected:  make(map[refusal.Reason]uint64),
		QueueWait: metrics.NewHistogram(),
	}
	for _, reason := range refusal.Submission() {
		c.Rejected[reason] = 0
	}
	return c
}

func (c *Counts) observeWait(wait time.Duration) {
	c.lastWaitMs = milliseconds(wait)
	c.QueueWait.Observe(wait.Seconds())
}

// Report is the capacity and the counts of one instant: accepted equals settled plus running plus queued (rule 9.1).
type Report struct {
	Capacity capacity.Document
	Counts   Counts
}

// Report takes a snapshot.
func (c *Controller) Report() Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	counts := c.counts
	counts.Rejected = maps.Clone(counts.Rejected)
	counts.QueueWait = counts.QueueWait.Clone()
	return Report{c.document, counts}
}

// CountRejected counts a submission that was refused before it could be decided on, such as a malformed one.
func (c *Controller) CountRejected(reason refusal.Reason) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts.Rejected[reason]++
}
