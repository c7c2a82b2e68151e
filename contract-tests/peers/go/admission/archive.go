package admission

import "time"

// archive holds the terminal records in the order in which they ended, hence in which they are forgotten.
type archive struct {
	records []*record
	// timer forgets while no request comes; nil while the archive is empty.
	timer *time.Timer
}

func (c *Controller) retention() moment {
	return moment(time.Duration(c.policy.RetentionMs) * time.Millisecond)
}

// keep files a record that has just ended.
func (c *Controller) keep(r *record) {
	c.archive.records = append(c.archive.records, r)
	if c.archive.timer == nil {
		c.archive.timer = time.AfterFunc(time.Duration(c.retention()), c.sweep)
	}
}

// forget drops the records whose retention has passed (rule 6.3). Called before every look-up, it makes forgetting exact.
func (c *Controller) forget(now moment) {
	limit := now - c.retention()
	gone := 0
	for _, r := range c.archive.records {
		if r.ended > limit {
			break
		}
		delete(c.records, r.id)
		gone++
	}
	clear(c.archive.records[:gone])
	c.archive.records = c.archive.records[gone:]
}

// sweep forgets, and comes back when the record that ended first is due.
func (c *Controller) sweep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forget(c.now())
	c.rearm()
}

// rearm sets the timer for the record that ended first; after a change of the retention it is another time.
func (c *Controller) rearm() {
	switch {
	case c.archive.timer == nil:
	case len(c.archive.records) == 0:
		c.archive.timer.Stop()
		c.archive = archive{}
	default:
		due := time.Duration(c.archive.records[0].ended + c.retention() - c.now())
		c.archive.timer.Reset(max(due, time.Millisecond))
	}
}
