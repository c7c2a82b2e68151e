package admission

import (
	"context"
	"math"
	"time"

	"google.golang.org/protobuf/proto"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/work"
)

// record is what is known of one accepted item, from acceptance until its retention has passed.
type record struct {
	id      string
	tenant  string
	attempt uint32
	digest  work.Digest
	// job is emptied when the item ends, as all is that only a held item needs: a terminal record keeps no payload.
	job Job
	// objection of the executor to the item, or nil.
	objection error

	state                  work.State
	err                    *workv1.WorkError
	accepted, begun, ended time.Time

	// places in the backlog while queued.
	places places
	// timer fires at the deadline.
	timer *time.Timer
	// abort cancels the run of a running item.
	abort context.CancelFunc
	// verdict is how a running item ends whatever its executor returns, because something else came first; nil for none.
	verdict *work.Outcome
}

func newRecord(s Submission) *record {
	return &record{
		id:      s.Item.WorkID,
		tenant:  s.Item.Tenant,
		attempt: s.Item.Attempt,
		digest:  s.Item.Digest(),
		state:   work.Queued,
		job: Job{
			Item:     s.Item,
			Trace:    s.Trace,
			Deadline: s.Received.Add(time.Duration(s.Item.DeadlineMs) * time.Millisecond),
		},
	}
}

func (r *record) status() *workv1.WorkStatus {
	now := time.Now()
	end := now
	if work.Terminal(r.state) {
		end = r.ended
	}
	status := &workv1.WorkStatus{WorkId: r.id, State: r.state, Attempt: r.attempt, Error: r.err}
	if r.begun.IsZero() {
		status.Timings = &workv1.WorkTimings{QueuedMs: milliseconds(end.Sub(r.accepted))}
		return status
	}
	status.Timings = &workv1.WorkTimings{
		QueuedMs:  milliseconds(r.begun.Sub(r.accepted)),
		RunningMs: proto.Uint32(milliseconds(end.Sub(r.begun))),
	}
	return status
}

// milliseconds are whole ones, rounded down, within 0 and what a uint32 holds.
func milliseconds(d time.Duration) uint32 {
	return uint32(min(max(d.Milliseconds(), 0), math.MaxUint32))
}
