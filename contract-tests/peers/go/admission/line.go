package admission

import "container/list"

// line is a queue that can be left in two orders: oldest first, or by tenants in turn with each tenant's oldest first. Every operation takes
// constant time.
type line struct {
	all      list.List
	byTenant map[string]*queue
	// turns are the tenants with items, the one whose turn is next in front.
	turns list.List
}

// queue holds the items of one tenant, oldest first.
type queue struct {
	items list.List
	turn  *list.Element
}

// place is where a record stands in a line.
type place struct {
	inAll, inTenant *list.Element
}

func (l *line) push(r *record) place {
	if l.byTenant == nil {
		l.byTenant = make(map[string]*queue)
	}
	tenant := r.job.Item.Tenant
	q, ok := l.byTenant[tenant]
	if !ok {
		q = &queue{}
		q.turn = l.turns.PushBack(q)
		l.byTenant[tenant] = q
	}
	return place{l.all.PushBack(r), q.items.PushBack(r)}
}

func (l *line) remove(r *record, at place) {
	tenant := r.job.Item.Tenant
	q := l.byTenant[tenant]
	l.all.Remove(at.inAll)
	q.items.Remove(at.inTenant)
	if q.items.Len() == 0 {
		l.turns.Remove(q.turn)
		delete(l.byTenant, tenant)
	}
}

// oldest is the record that has waited longest, or nil.
func (l *line) oldest() *record {
	return recordAt(l.all.Front())
}

// next is the oldest record of the tenant whose turn it is, or nil; that tenant's next turn comes after all others'.
func (l *line) next() *record {
	front := l.turns.Front()
	if front == nil {
		return nil
	}
	l.turns.MoveToBack(front)
	return recordAt(front.Value.(*queue).items.Front())
}

func recordAt(e *list.Element) *record {
	if e == nil {
		return nil
	}
	return e.Value.(*record)
}
