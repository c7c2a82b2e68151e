package admission_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/work"
)

func TestADrainFinishesWhatWasAcceptedAndRefusesTheRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 2)
		p.mustAccept("a", "b", "c")
		drained := make(chan error, 1)
		go func() { drained <- p.Drain(context.Background()) }()
		synctest.Wait()
		_, err := p.submit("x")
		var draining *admission.DrainingError
		if !errors.As(err, &draining) || draining.Capacity.Level != capacity.Draining || draining.RetryAfter < time.Millisecond {
			t.Errorf("a new item: %v", err)
		}
		if a, err := p.submit("a"); err != nil || !a.Replay {
			t.Errorf("a replay: %v, %v", a.Replay, err)
		}
		for _, id := range []string{"a", "b", "c"} {
			if len(drained) > 0 {
				t.Errorf("drained before %s", id)
			}
			p.gate.letGo(id, work.Done())
			synctest.Wait()
		}
		if err := <-drained; err != nil {
			t.Error(err)
		}
		if r := p.Report(); r.Counts.Settled[work.Completed] != 3 || r.Capacity.Level != capacity.Draining {
			t.Errorf("%+v", r)
		}
	})
}

func TestADrainOfAnIdleProviderEndsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		if err := start(t, 1, 1).Drain(context.Background()); err != nil {
			t.Error(err)
		}
	})
}

func TestADrainThatTakesTooLongFailsWhatIsLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := start(t, 1, 1)
		p.change(func(p *policy.Policy) { p.DrainTimeoutMs = 2000 })
		p.mustAccept("running", "queued")
		began := time.Now()
		if err := p.Drain(context.Background()); !errors.Is(err, admission.ErrDrainTimeout) {
			t.Errorf("got %v", err)
		}
		if took := time.Since(began); took != 2*time.Second {
			t.Errorf("took %v", took)
		}
		for _, id := range []string{"running", "queued"} {
			if s, err := p.Status(id); err != nil || s.State != work.Failed || s.Error.Code != work.DrainTimeout {
				t.Errorf("%s: %+v, %v", id, s, err)
			}
		}
		if got := p.gate.begins(); len(got) != 1 {
			t.Errorf("begun: %v", got)
		}
		balanced(t, p.Report())
	})
}
