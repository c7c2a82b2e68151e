package admission

import (
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/work"
)

// backlog holds the queued records in two ways, so that the flags that decide the order can change while items wait: all in one line, and
// each criticality in a line of its own.
type backlog struct {
	whole line
	lanes [work.Sheddable + 1]line
	size  int
}

// places is where a queued record stands.
type places struct {
	inWhole, inLane place
}

func (b *backlog) push(r *record) {
	r.places = places{b.whole.push(r), b.laneOf(r).push(r)}
	b.size++
}

func (b *backlog) remove(r *record) {
	b.whole.remove(r, r.places.inWhole)
	b.laneOf(r).remove(r, r.places.inLane)
	r.places = places{}
	b.size--
}

func (b *backlog) laneOf(r *record) *line {
	return &b.lanes[r.job.Item.Criticality]
}

// take removes the record to start next, or returns nil. With priority_dispatch it is one of the most critical that wait (rule 7.2), with
// tenant_isolation that of the tenant whose turn it is (rule 7.3), and of those the oldest.
func (b *backlog) take(features policy.Features) *record {
	if b.size == 0 {
		return nil
	}
	from := &b.whole
	if features.PriorityDispatch {
		from = b.first()
	}
	r := from.oldest()
	if features.TenantIsolation {
		r = from.next()
	}
	b.remove(r)
	return r
}

// first is the lane of the most critical record; there is one.
func (b *backlog) first() *line {
	for i := range b.lanes {
		if b.lanes[i].all.Len() > 0 {
			return &b.lanes[i]
		}
	}
	return &b.whole
}
