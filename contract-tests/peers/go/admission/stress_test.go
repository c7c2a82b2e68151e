package admission_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/work"
)

// Rules 1.1 to 1.4 and 2.2 to 2.4: many rounds of more concurrent submissions than there is room for, while readers check every document.
func TestConcurrentSubmissionsTakeExactlyTheRoomThereIs(t *testing.T) {
	const w, q, rounds = 3, 8, 200
	p := start(t, w, q)
	stop := watch(t, p)
	for round := range rounds {
		ids := make([]string, w+q+24)
		for i := range ids {
			ids[i] = fmt.Sprintf("r%d-%d", round, i)
		}
		accepted := submitTogether(t, p, ids)
		if len(accepted) != w+q {
			t.Fatalf("round %d: %d accepted, want %d", round, len(accepted), w+q)
		}
		if d := p.Capacity(); d.Used != w+q || d.Running != w || d.Level != capacity.Saturated {
			t.Fatalf("round %d: %+v", round, d)
		}
		for _, id := range accepted {
			p.gate.letGo(id, work.Done())
		}
		eventually(t, "all items settle", func() bool { return p.Capacity().Used == 0 })
	}
	stop()
	r := p.Report()
	balanced(t, r)
	if r.Counts.Settled[work.Completed] != rounds*(w+q) {
		t.Errorf("counts: %+v", r.Counts)
	}
	if p.gate.most != w || len(p.gate.begun) != rounds*(w+q) {
		t.Errorf("at most %d ran at once, %d in all", p.gate.most, len(p.gate.begun))
	}
}

// submitTogether releases all submissions at one barrier and returns the ids that were accepted.
func submitTogether(t *testing.T, p provider, ids []string) []string {
	t.Helper()
	var barrier, done sync.WaitGroup
	barrier.Add(1)
	accepted := make(chan string, len(ids))
	for _, id := range ids {
		done.Go(func() {
			barrier.Wait()
			_, err := p.submit(id)
			var full *admission.QueueFullError
			switch {
			case err == nil:
				accepted <- id
			case !errors.As(err, &full):
				t.Errorf("%s: %v", id, err)
			}
		})
	}
	barrier.Done()
	done.Wait()
	close(accepted)
	var list []string
	for id := range accepted {
		list = append(list, id)
	}
	return list
}

// watch reads documents and reports until stopped: each is consistent, seq never falls, equal seq means an equal document.
func watch(t *testing.T, p provider) (stop func()) {
	var readers sync.WaitGroup
	var stopped atomic.Bool
	var seen sync.Map
	for range 2 {
		readers.Go(func() {
			last := uint64(0)
			for !stopped.Load() {
				r := p.Report()
				balanced(t, r)
				if r.Capacity.Seq < last {
					t.Errorf("seq fell from %d to %d", last, r.Capacity.Seq)
				}
				last = r.Capacity.Seq
				if other, ok := seen.LoadOrStore(last, r.Capacity); ok && other != r.Capacity {
					t.Errorf("two documents with seq %d: %+v, %+v", last, other, r.Capacity)
				}
			}
		})
	}
	return func() {
		stopped.Store(true)
		readers.Wait()
	}
}

// Rule 6.1: of many concurrent submissions of one item one is new, the others are replays, and it runs once.
func TestConcurrentDuplicatesRunOnce(t *testing.T) {
	p := start(t, 4, 16)
	var submissions sync.WaitGroup
	var fresh atomic.Int32
	for range 32 {
		submissions.Go(func() {
			a, err := p.submit("same")
			if err != nil {
				t.Error(err)
			} else if !a.Replay {
				fresh.Add(1)
			}
		})
	}
	submissions.Wait()
	p.gate.letGo("same", work.Done())
	eventually(t, "it completes", func() bool { return p.state("same") == work.Completed })
	if a, err := p.submit("same"); err != nil || !a.Replay {
		t.Errorf("after completion: replay %v, %v", a.Replay, err)
	}
	if fresh.Load() != 1 || len(p.gate.begins()) != 1 {
		t.Errorf("%d new, %d begins", fresh.Load(), len(p.gate.begins()))
	}
}

// Rules 5.5, 8.2 and 9.1: cancellations, deadlines, panics and failures that race with completion free each slot once.
func TestRacesAtTheEndOfAnItemFreeItsSlotOnce(t *testing.T) {
	const w, q = 2, 3
	p := start(t, w, q)
	for round := range 100 {
		ids := make([]string, w+q)
		for i := range ids {
			ids[i] = fmt.Sprintf("e%d-%d", round, i)
			short := item(ids[i])
			short.DeadlineMs = int64(1 + i%2*60_000)
			if _, err := p.submitItem(short); err != nil {
				t.Fatalf("round %d: %v: a slot is lost", round, err)
			}
		}
		var races sync.WaitGroup
		for i, id := range ids {
			outcome := []work.Outcome{work.Done(), work.FailWithStatus(500), {}}[(round+i)%3]
			races.Go(func() { p.gate.letGo(id, outcome) })
			races.Go(func() { _, _ = p.Cancel(id) })
			races.Go(func() { _, _ = p.Cancel(id) })
		}
		races.Wait()
		eventually(t, "all settle", func() bool { return p.Capacity().Used == 0 })
		balanced(t, p.Report())
	}
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for limit := time.Now().Add(10 * time.Second); !holds(); time.Sleep(100 * time.Microsecond) {
		if time.Now().After(limit) {
			t.Fatalf("not within 10 s: %s", what)
		}
	}
}
