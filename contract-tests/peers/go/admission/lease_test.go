package admission_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/policy"
	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
)

func leasing(t *testing.T, w, q uint32) provider {
	t.Helper()
	p := start(t, w, q)
	p.change(func(p *policy.Policy) { p.Features.Leases = true })
	return p
}

func (p provider) acquire(client string, credits uint32) *capacityv1.Lease {
	p.t.Helper()
	granted, ok := p.Acquire(&servicev1.AcquireLeaseRequest{ClientId: client, Tenant: "t", Credits: credits})
	if !ok {
		p.t.Fatal("leases are off")
	}
	return granted
}

func (p provider) submitUnder(id, leaseID string) error {
	i := item(id)
	i.LeaseID = leaseID
	_, err := p.submitItem(i)
	return err
}

// Rule 4.1.
func TestALeaseOfNAdmitsNHoweverManyCompete(t *testing.T) {
	p := leasing(t, 4, 60)
	granted := p.acquire("a", 10)
	var submissions sync.WaitGroup
	var accepted atomic.Int32
	for i := range 30 {
		submissions.Go(func() {
			err := p.submitUnder(fmt.Sprintf("i%d", i), granted.LeaseId)
			var exhausted *admission.LeaseExhaustedError
			switch {
			case err == nil:
				accepted.Add(1)
			case !errors.As(err, &exhausted):
				t.Error(err)
			}
		})
	}
	submissions.Wait()
	if accepted.Load() != 10 {
		t.Errorf("%d accepted", accepted.Load())
	}
	p.mustAccept("without-a-lease")
}

func TestARefusalAndAReplayTakeNoCredit(t *testing.T) {
	p := leasing(t, 1, 1)
	granted := p.acquire("a", 2)
	p.mustAccept("x", "y")
	var full *admission.QueueFullError
	if err := p.submitUnder("z", granted.LeaseId); !errors.As(err, &full) {
		t.Errorf("full: %v", err)
	}
	_, _ = p.Cancel("y")
	if err := p.submitUnder("z", granted.LeaseId); err != nil {
		t.Error(err)
	}
	if err := p.submitUnder("z", granted.LeaseId); err != nil {
		t.Errorf("replay: %v", err)
	}
	_, _ = p.Cancel("z")
	if err := p.submitUnder("last", granted.LeaseId); err != nil {
		t.Errorf("the second credit: %v", err)
	}
}

// Rules 4.2 and 4.3.
func TestALeaseEndsWithItsTimeOrItsSuccessor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := leasing(t, 1, 9)
		var expired *admission.LeaseExpiredError
		first, second := p.acquire("a", 5), p.acquire("a", 3)
		if err := p.submitUnder("x", first.LeaseId); !errors.As(err, &expired) {
			t.Errorf("replaced: %v", err)
		}
		if second.Credits != 3 || second.TtlMs != 5000 {
			t.Errorf("%+v", second)
		}
		time.Sleep(4999 * time.Millisecond)
		if err := p.submitUnder("x", second.LeaseId); err != nil {
			t.Errorf("within its time: %v", err)
		}
		time.Sleep(time.Millisecond)
		if err := p.submitUnder("y", second.LeaseId); !errors.As(err, &expired) {
			t.Errorf("after its time: %v", err)
		}
		if err := p.submitUnder("y", "never-granted"); !errors.As(err, &expired) {
			t.Errorf("unknown: %v", err)
		}
		_, _ = p.Cancel("x")
		synctest.Wait()
	})
}

// Rule 4.4.
func TestLiveCreditsTogetherStayWithinWhatIsAvailable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := leasing(t, 2, 8)
		p.mustAccept("held")
		sum := uint32(0)
		for client := range 5 {
			sum += p.acquire(fmt.Sprintf("c%d", client), 4).Credits
		}
		if sum != 9 {
			t.Errorf("%d credits for 9 slots", sum)
		}
		if got := p.acquire("c0", 0).Credits; got != 0 {
			t.Errorf("asked for 0: %d", got)
		}
		if got := p.acquire("late", 9).Credits; got != 4 {
			t.Errorf("what c0 gave back: %d", got)
		}
		p.change(func(p *policy.Policy) { p.LeaseOvercommitPercent = 150 })
		if got := p.acquire("over", 9).Credits; got != 4 {
			t.Errorf("floor(9 * 1.5) - 9 credits: %d", got)
		}
		time.Sleep(5 * time.Second)
		if got := p.acquire("new", 100).Credits; got != 13 {
			t.Errorf("after all have expired: %d", got)
		}
		_, _ = p.Cancel("held")
		synctest.Wait()
	})
}

func TestWithoutTheFeatureALeaseIsIgnored(t *testing.T) {
	p := start(t, 1, 0)
	if _, ok := p.Acquire(&servicev1.AcquireLeaseRequest{ClientId: "a", Tenant: "t", Credits: 1}); ok {
		t.Error("granted")
	}
	if err := p.submitUnder("x", "any"); err != nil {
		t.Error(err)
	}
}
