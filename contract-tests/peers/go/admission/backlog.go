package admission

import (
	"container/list"

	"sluice.dev/peers/go/work"
)

// backlog holds the queued records: for each criticality those that wait, oldest first. Push, take and remove take constant time.
type backlog struct {
	lanes [work.Sheddable + 1]list.List
	size  int
	order uint64
}

func (b *backlog) push(r *record) {
	b.order++
	r.order = b.order
	r.position = b.lanes[r.job.Item.Criticality].PushBack(r)
	b.size++
}

func (b *backlog) remove(r *record) {
	b.lanes[r.job.Item.Criticality].Remove(r.position)
	r.position = nil
	b.size--
}

// take removes the record to start next, or returns nil. By priority that is the oldest of the most critical (rule 7.2), else the oldest.
func (b *backlog) take(byPriority bool) *record {
	var next *record
	for i := range b.lanes {
		front := b.lanes[i].Front()
		if front == nil {
			continue
		}
		if r := front.Value.(*record); next == nil || r.order < next.order {
			next = r
		}
		if byPriority {
			break
		}
	}
	if next != nil {
		b.remove(next)
	}
	return next
}

// all lists the queued records.
func (b *backlog) all() []*record {
	records := make([]*record, 0, b.size)
	for i := range b.lanes {
		for e := b.lanes[i].Front(); e != nil; e = e.Next() {
			records = append(records, e.Value.(*record))
		}
	}
	return records
}
