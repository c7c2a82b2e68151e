package admission_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/work"
)

// Rule 10.2.
func TestShrinkingEvictsNothingBlocksNothingAndAdmitsNothingUntilThereIsRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 2, 4)
		ids := []string{"a", "b", "c", "d", "e", "f"}
		p.mustAccept(ids...)
		synctest.Wait()
		p.change(func(p *policy.Policy) { p.ConcurrencyLimit, p.QueueLimit = 1, 2 })
		if d := p.Capacity(); d.Used != 6 || d.Limit != 3 || d.Available != 0 || d.Running != 2 {
			t.Errorf("after shrinking: %+v", d)
		}
		for left, id := range ids[:3] {
			p.mustBeFull("x")
			p.gate.letGo(id, work.Done())
			synctest.Wait()
			if d := p.Capacity(); d.Used != uint32(5-left) || d.Running > 2 || left > 0 && d.Running != 1 {
				t.Errorf("after %s: %+v", id, d)
			}
		}
		p.mustBeFull("x")
		p.gate.letGo("d", work.Done())
		synctest.Wait()
		p.mustAccept("x")
		for _, id := range []string{"e", "f", "x"} {
			p.gate.letGo(id, work.Done())
		}
		synctest.Wait()
		if r := p.Report(); r.Counts.Settled[work.Completed] != 7 {
			t.Errorf("counts: %+v", r.Counts)
		}
	})
}

func TestGrowingStartsWhatWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 3)
		p.mustAccept("a", "b", "c", "d")
		p.mustBeFull("x")
		p.change(func(p *policy.Policy) { p.ConcurrencyLimit = 3 })
		synctest.Wait()
		if d := p.Capacity(); d.Running != 3 || d.Queued != 1 || len(p.gate.begins()) != 3 {
			t.Errorf("%+v", d)
		}
		p.mustAccept("e", "f")
		for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
			p.gate.letGo(id, work.Done())
		}
	})
}

func TestTheRevisionCountsChangesOnly(t *testing.T) {
	p := start(t, 1, 1)
	first := p.Capacity()
	if got := p.change(func(*policy.Policy) {}).Revision; got != 1 || p.Capacity() != first {
		t.Errorf("no change: revision %d, document %+v", got, p.Capacity())
	}
	if got := p.change(func(p *policy.Policy) { p.LatencyTargetMs = 9 }).Revision; got != 2 {
		t.Errorf("a change: revision %d", got)
	}
	d := p.Capacity()
	if d.PolicyRevision != 2 || d.LatencyTargetMs != 9 || d.Seq <= first.Seq {
		t.Errorf("document: %+v", d)
	}
	_, err := p.Replace(policy.Initial(5, 5), func(revision uint64) bool { return revision == 1 })
	var conflict *admission.ConflictError
	if !errors.As(err, &conflict) || p.Capacity() != d {
		t.Errorf("a policy made from an old one: %v", err)
	}
}

// Rule 7.1: the exact table of a limit of 10 with thresholds 100, 80, 60, 40.
func TestLoadIsShedByCriticality(t *testing.T) {
	p := start(t, 1, 9)
	p.change(func(p *policy.Policy) {
		p.ShedThresholds = policy.ShedThresholds{CriticalPlusPercent: 100, CriticalPercent: 80, SheddablePlusPercent: 60, SheddablePercent: 40}
		p.Features.CriticalityShedding = true
	})
	refusedFrom := map[work.Criticality]int{work.CriticalPlus: 10, work.Critical: 8, work.SheddablePlus: 6, work.Sheddable: 4}
	for used := range 11 {
		for criticality, from := range refusedFrom {
			probe := item(fmt.Sprintf("probe-%d-%d", used, criticality))
			probe.Criticality = criticality
			_, err := p.submitItem(probe)
			if refused := err != nil; refused != (used >= from) {
				t.Errorf("criticality %d at %d: %v", criticality, used, err)
			}
			if err == nil {
				_, _ = p.Cancel(probe.WorkID)
				eventually(t, "the probe is gone", func() bool { return p.Capacity().Used == uint32(used) })
			}
		}
		if used < 10 {
			held := item(fmt.Sprintf("held-%d", used))
			held.Criticality = work.CriticalPlus
			if _, err := p.submitItem(held); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Rule 7.2, and the order without the feature; the flag can change while items wait.
func TestItemsStartInTheOrderOfThePolicy(t *testing.T) {
	submitted := []struct {
		id          string
		criticality work.Criticality
	}{{"s1", work.Sheddable}, {"c1", work.Critical}, {"p1", work.SheddablePlus}, {"c2", work.Critical}, {"x1", work.CriticalPlus}, {"s2", work.Sheddable}}
	for byPriority, want := range map[bool][]string{
		false: {"first", "s1", "c1", "p1", "c2", "x1", "s2"},
		true:  {"first", "x1", "c1", "c2", "p1", "s1", "s2"},
	} {
		synctest.Test(t, func(t *testing.T) {
			p := start(t, 1, 6)
			p.mustAccept("first")
			for _, s := range submitted {
				i := item(s.id)
				i.Criticality = s.criticality
				if _, err := p.submitItem(i); err != nil {
					t.Fatal(err)
				}
			}
			p.change(func(p *policy.Policy) { p.Features.PriorityDispatch = byPriority })
			for _, id := range want {
				p.gate.letGo(id, work.Done())
				synctest.Wait()
			}
			if got := p.gate.begins(); !slices.Equal(got, want) {
				t.Errorf("by priority %v: %v, want %v", byPriority, got, want)
			}
		})
	}
}

func TestTheLevelFollowsUsedUpAndDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 2, 8)
		const n, e, s = capacity.Nominal, capacity.Elevated, capacity.Saturated
		for used, want := range []capacity.Level{n, n, n, n, n, n, n, n, e, e, s} {
			if got := p.Capacity(); got.Level != want || got.Used != uint32(used) {
				t.Errorf("up at %d: %+v", used, got)
			}
			if used < 10 {
				p.mustAccept(fmt.Sprintf("i%d", used))
			}
		}
		for i, want := range []capacity.Level{e, e, e, e, n, n, n, n, n, n} {
			_, _ = p.Cancel(fmt.Sprintf("i%d", i))
			synctest.Wait()
			if got := p.Capacity(); got.Level != want || got.Used != uint32(9-i) {
				t.Errorf("down at %d: %+v", 9-i, got)
			}
		}
	})
}
