package admission

import (
	"context"
	"math"
	"time"

	"google.golang.org/protobuf/proto"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/work"
)

// moment is a time of the monotonic clock, counted from the controller's start.
type moment time.Duration

func (c *Controller) now() moment { return moment(time.Since(c.start)) }

func (c *Controller) deadlineOf(s *Submission) moment {
	return moment(s.Received.Sub(c.start) + time.Duration(s.Item.DeadlineMs)*time.Millisecond)
}

// record is what is known of one accepted item, from acceptance until its retention has passed. There is one for every item of that time, so it is
// kept small.
type record struct {
	id      string
	digest  work.Digest
	attempt uint32
	state   work.State
	err     *workv1.WorkError
	// begun is 0 for an item that never ran.
	accepted, begun, ended moment
	*held
}

// held is what only an item needs that has not ended: a terminal record keeps no payload.
type held struct {
	tenant   string
	deadline moment
	// instant items have nothing to run.
	instant bool
	job     Job
	// places in the backlog while queued.
	places places
	// timer fires at the deadline.
	timer *time.Timer
	// abort cancels the run of a running item.
	abort context.CancelFunc
	// verdict is how a running item ends whatever its executor returns, because something else came first; nil for none.
	verdict *work.Outcome
}

func newRecord(item *work.Item) *record {
	return &record{id: item.WorkID, attempt: item.Attempt, digest: item.Digest(), state: work.Queued}
}

func (r *record) status(now moment) *workv1.WorkStatus {
	end := now
	if work.Terminal(r.state) {
		end = r.ended
	}
	status := &workv1.WorkStatus{WorkId: r.id, State: r.state, Attempt: r.attempt, Error: r.err}
	if r.begun == 0 {
		status.Timings = &workv1.WorkTimings{QueuedMs: milliseconds(time.Duration(end - r.accepted))}
		return status
	}
	status.Timings = &workv1.WorkTimings{
		QueuedMs:  milliseconds(time.Duration(r.begun - r.accepted)),
		RunningMs: proto.Uint32(milliseconds(time.Duration(end - r.begun))),
	}
	return status
}

// milliseconds are whole ones, rounded down, within 0 and what a uint32 holds.
func milliseconds(d time.Duration) uint32 {
	return uint32(min(max(d.Milliseconds(), 0), math.MaxUint32))
}
