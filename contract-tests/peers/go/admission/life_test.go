package admission_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/work"
)

// Time in these tests is synctest's: it moves only when everything waits, so that durations are exact.

func TestAQueuedItemExpiresWithoutHavingStarted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 1)
		p.mustAccept("held")
		late := item("late")
		late.DeadlineMs = 100
		if _, err := p.submitItem(late); err != nil {
			t.Fatal(err)
		}
		time.Sleep(99 * time.Millisecond)
		synctest.Wait()
		if got := p.state("late"); got != work.Queued {
			t.Errorf("before its deadline: %v", got)
		}
		time.Sleep(time.Millisecond)
		synctest.Wait()
		if got := p.state("late"); got != work.Expired {
			t.Errorf("at its deadline: %v", got)
		}
		p.mustAccept("next")
		p.gate.letGo("held", work.Done())
		p.gate.letGo("next", work.Done())
		synctest.Wait()
		if got := p.gate.begins(); slices.Contains(got, "late") {
			t.Errorf("begun: %v", got)
		}
	})
}

func TestAnItemWhoseDeadlinePassedBeforeTheDecisionDoesNotStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 0)
		late := item("late")
		late.DeadlineMs = 100
		a, err := p.Submit(admission.Submission{Item: late, Received: time.Now().Add(-time.Second)})
		if err != nil || a.Capacity.Used != 0 {
			t.Fatalf("%+v, %v", a, err)
		}
		if got := p.state("late"); got != work.Expired || len(p.gate.begins()) != 0 {
			t.Errorf("%v, begun: %v", got, p.gate.begins())
		}
	})
}

func TestARunningItemIsAbortedAtItsDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 0)
		late := item("late")
		late.DeadlineMs = 100
		if _, err := p.submitItem(late); err != nil {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond)
		synctest.Wait()
		status, _ := p.Status("late")
		if status.State != work.Expired || status.Error.Code != work.DeadlinePassed || *status.Timings.RunningMs != 100 {
			t.Errorf("%+v", status)
		}
		if p.Capacity().Used != 0 {
			t.Error("its slot is not free")
		}
	})
}

func TestADeadlineOfZeroOrLessIsRefused(t *testing.T) {
	p := start(t, 1, 0)
	for _, deadline := range []int64{0, -1, -1 << 63} {
		past := item("past")
		past.DeadlineMs = deadline
		_, err := p.submitItem(past)
		var refused *admission.DeadlineError
		if !errors.As(err, &refused) {
			t.Errorf("%d: %v", deadline, err)
		}
	}
	if len(p.gate.begins()) != 0 {
		t.Error("it ran")
	}
}

func TestCancellingFreesTheSlotAndIsIdempotent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 1)
		p.mustAccept("running", "queued")
		p.mustBeFull("x")
		for range 3 {
			if s, err := p.Cancel("queued"); err != nil || s.State != work.Cancelled {
				t.Errorf("queued: %v, %v", s.State, err)
			}
		}
		p.mustAccept("second")
		p.mustBeFull("x")
		if s, err := p.Cancel("running"); err != nil || s.State != work.Running {
			t.Errorf("running: %v, %v", s.State, err)
		}
		synctest.Wait()
		if got := p.state("running"); got != work.Cancelled {
			t.Errorf("running, after: %v", got)
		}
		p.gate.letGo("second", work.Done())
		synctest.Wait()
		if s, _ := p.Cancel("second"); s.State != work.Completed || s.Error != nil {
			t.Errorf("completed, then cancelled: %+v", s)
		}
		var unknown *admission.UnknownError
		if _, err := p.Cancel("nobody"); !errors.As(err, &unknown) {
			t.Errorf("unknown: %v", err)
		}
	})
}

func TestARefusedItemLeavesNoTrace(t *testing.T) {
	p := start(t, 1, 0)
	p.mustAccept("a")
	before := p.Capacity()
	p.mustBeFull("x")
	if _, err := p.Status("x"); err == nil {
		t.Error("x is known")
	}
	if p.Capacity() != before {
		t.Error("the document has changed")
	}
	p.gate.letGo("a", work.Done())
	eventually(t, "a settles", func() bool { return p.Capacity().Used == 0 })
	p.mustAccept("x")
}

func TestAnotherItemUnderAKnownIDIsRefused(t *testing.T) {
	p := start(t, 1, 1)
	p.mustAccept("a")
	other := item("a")
	other.Payload = []byte("other")
	var reused *admission.ReusedError
	if _, err := p.submitItem(other); !errors.As(err, &reused) {
		t.Errorf("got %v", err)
	}
	again := item("a")
	again.Attempt, again.DeadlineMs = 99, -1
	if a, err := p.submitItem(again); err != nil || !a.Replay {
		t.Errorf("a replay with another attempt: %v, %v", a.Replay, err)
	}
}

func TestAStatusIsReadableForTheRetentionAndThenForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 2, 0)
		p.change(func(p *policy.Policy) { p.RetentionMs = 5000 })
		p.mustAccept("a")
		p.gate.letGo("a", work.Done())
		time.Sleep(4999 * time.Millisecond)
		if got := p.state("a"); got != work.Completed {
			t.Errorf("within the retention: %v", got)
		}
		time.Sleep(2 * time.Millisecond)
		if _, err := p.Status("a"); err == nil {
			t.Error("known after the retention")
		}
		p.mustAccept("a")
		p.gate.letGo("a", work.Done())
		time.Sleep(time.Second)
		p.change(func(p *policy.Policy) { p.RetentionMs = 60_000 })
		time.Sleep(58 * time.Second)
		if got := p.state("a"); got != work.Completed {
			t.Errorf("within the longer retention: %v", got)
		}
	})
}

func TestTheAttemptsOfThePolicyAreTheLast(t *testing.T) {
	p := start(t, 2, 0)
	last, beyond := item("last"), item("beyond")
	last.Attempt, beyond.Attempt = 5, 6
	if _, err := p.submitItem(last); err != nil {
		t.Error(err)
	}
	var exhausted *admission.AttemptsError
	if _, err := p.submitItem(beyond); !errors.As(err, &exhausted) {
		t.Errorf("got %v", err)
	}
}

func TestTheFirstCheckThatFailsDecides(t *testing.T) {
	p := start(t, 1, 0)
	bad := item("bad")
	bad.DeadlineMs, bad.Attempt = 0, 99
	p.gate.veto = errors.New("never")
	expect := func(want refusal.Reason) {
		t.Helper()
		_, err := p.submitItem(bad)
		var refused admission.Refusal
		if !errors.As(err, &refused) || refused.Reason() != want {
			t.Errorf("got %v, want %s", err, want.Name())
		}
	}
	expect(refusal.DeadlineExceeded)
	bad.DeadlineMs = 60_000
	expect(refusal.AttemptsExhausted)
	bad.Attempt = 1
	expect(refusal.DownstreamNotAllowed)
	p.gate.veto = nil
	p.mustAccept("held")
	expect(refusal.QueueFull)
	go func() { _ = p.Drain(t.Context()) }()
	eventually(t, "it drains", func() bool { return p.Capacity().Level == capacity.Draining })
	expect(refusal.Draining)
}

func TestARefusalAsksToWaitWithinTheBackoffsOfThePolicy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 1)
		wait := func() time.Duration {
			_, err := p.submit("x")
			var full *admission.QueueFullError
			if !errors.As(err, &full) {
				t.Fatal(err)
			}
			return full.RetryAfter
		}
		for i, c := range []struct{ queued, want time.Duration }{
			{0, 100 * time.Millisecond}, {700 * time.Millisecond, 700 * time.Millisecond}, {20 * time.Second, 5 * time.Second},
		} {
			p.mustAccept(fmt.Sprintf("a%d", i), fmt.Sprintf("b%d", i))
			time.Sleep(c.queued)
			p.gate.letGo(fmt.Sprintf("a%d", i), work.Done())
			synctest.Wait()
			p.mustAccept(fmt.Sprintf("c%d", i))
			if got := wait(); got != c.want {
				t.Errorf("after an item had waited %v: %v, want %v", c.queued, got, c.want)
			}
			p.gate.letGo(fmt.Sprintf("b%d", i), work.Done())
			p.gate.letGo(fmt.Sprintf("c%d", i), work.Done())
			synctest.Wait()
		}
	})
}

func TestAPanicFailsItsItemOnly(t *testing.T) {
	p := start(t, 1, 1)
	p.mustAccept("a", "b")
	p.gate.letGo("a", work.Outcome{})
	p.gate.letGo("b", work.Done())
	eventually(t, "both settle", func() bool { return p.Capacity().Used == 0 })
	status, _ := p.Status("a")
	if status.State != work.Failed || status.Error.Code != work.Internal {
		t.Errorf("%+v", status)
	}
	if got := p.state("b"); got != work.Completed {
		t.Errorf("b: %v", got)
	}
}

// Rule 8.3: one item that is held does not stop others.
func TestOneSlowItemDoesNotStopOthers(t *testing.T) {
	p := start(t, 2, 2)
	p.mustAccept("slow")
	for i := range 20 {
		id := fmt.Sprintf("q%d", i)
		p.mustAccept(id)
		p.gate.letGo(id, work.Done())
		eventually(t, id+" completes", func() bool { return p.state(id) == work.Completed })
	}
	if got := p.state("slow"); got != work.Running {
		t.Errorf("slow: %v", got)
	}
}

func (p provider) mustAcceptNothing(id string) admission.Admitted {
	p.t.Helper()
	i := item(id)
	i.Kind = nothing
	admitted, err := p.submitItem(i)
	if err != nil {
		p.t.Fatal(err)
	}
	return admitted
}

func TestAnItemWithNothingToRunIsDoneWhenAWorkerIsFreeForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 2)
		if at := p.mustAcceptNothing("done").Capacity; at.Used != 0 || p.state("done") != work.Completed {
			t.Errorf("%v with %d held", p.state("done"), at.Used)
		}
		p.mustAccept("first")
		p.mustAcceptNothing("waits")
		p.mustAccept("last")
		p.mustBeFull("x")
		if p.state("waits") != work.Queued {
			t.Errorf("waits is %v", p.state("waits"))
		}
		p.gate.letGo("first", work.Done())
		synctest.Wait()
		if p.state("waits") != work.Completed || p.state("last") != work.Running {
			t.Errorf("waits is %v, last %v", p.state("waits"), p.state("last"))
		}
		p.gate.letGo("last", work.Done())
		synctest.Wait()
		if begun := p.gate.begins(); !slices.Equal(begun, []string{"first", "last"}) {
			t.Errorf("%v ran", begun)
		}
		balanced(t, p.Report())
	})
}

func TestAnItemWithNothingToRunExpiresInTheQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 1)
		p.mustAccept("first")
		p.mustAcceptNothing("waits")
		time.Sleep(time.Minute)
		synctest.Wait()
		if p.state("waits") != work.Expired {
			t.Errorf("waits is %v", p.state("waits"))
		}
		balanced(t, p.Report())
	})
}
