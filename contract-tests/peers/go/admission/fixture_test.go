package admission_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/trace"
	"sluice.dev/peers/go/work"
)

// nothing is the kind of items that have nothing to run.
const nothing = "nothing"

// gate is an executor that holds every item until it is let go, and remembers what it ran: the SINK within one process.
type gate struct {
	mu      sync.Mutex
	begun   []string
	running int
	most    int
	release map[string]chan work.Outcome
	// veto is what Vet says.
	veto error
}

func newGate() *gate { return &gate{release: make(map[string]chan work.Outcome)} }

func (g *gate) Vet(*work.Item) error { return g.veto }

func (g *gate) Instant(i *work.Item) bool { return i.Kind == nothing }

func (g *gate) door(id string) chan work.Outcome {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.release[id] == nil {
		g.release[id] = make(chan work.Outcome, 1)
	}
	return g.release[id]
}

func (g *gate) Execute(ctx context.Context, job admission.Job) work.Outcome {
	id := job.Item.WorkID
	door := g.door(id)
	g.mu.Lock()
	g.begun = append(g.begun, id)
	g.running++
	g.most = max(g.most, g.running)
	g.mu.Unlock()
	defer func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.running--
	}()
	select {
	case outcome := <-door:
		if outcome.State == 0 {
			panic("told to")
		}
		return outcome
	case <-ctx.Done():
		return work.Fail(work.Internal, "aborted")
	}
}

// letGo ends an item with an outcome; the zero outcome makes it panic.
func (g *gate) letGo(id string, outcome work.Outcome) { g.door(id) <- outcome }

func (g *gate) begins() []string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return append([]string(nil), g.begun...)
}

// provider is a controller with W and Q and its gate.
type provider struct {
	*admission.Controller
	gate *gate
	t    *testing.T
}

func start(t *testing.T, w, q uint32) provider {
	t.Helper()
	g := newGate()
	return provider{admission.New("test", 7, policy.Initial(w, q), g), g, t}
}

func item(id string) *work.Item {
	return &work.Item{
		WorkID: id, Tenant: "t", Kind: "k", Criticality: work.Critical, DeadlineMs: 60_000, Attempt: 1, Cost: 1,
	}
}

func (p provider) submitItem(i *work.Item) (admission.Admitted, error) {
	return p.Submit(admission.Submission{Item: i, Trace: trace.Parse(""), Received: time.Now()})
}

func (p provider) submit(id string) (admission.Admitted, error) { return p.submitItem(item(id)) }

func (p provider) mustAccept(ids ...string) {
	p.t.Helper()
	for _, id := range ids {
		if a, err := p.submit(id); err != nil || a.Replay {
			p.t.Fatalf("%s: replay %v, %v", id, a.Replay, err)
		}
	}
}

func (p provider) mustBeFull(id string) {
	p.t.Helper()
	_, err := p.submit(id)
	var full *admission.QueueFullError
	if !errors.As(err, &full) {
		p.t.Fatalf("%s: want QueueFullError, got %v", id, err)
	}
}

func (p provider) state(id string) work.State {
	p.t.Helper()
	status, err := p.Status(id)
	if err != nil {
		p.t.Fatalf("%s: %v", id, err)
	}
	return status.State
}

func (p provider) change(change func(*policy.Policy)) policy.Policy {
	p.t.Helper()
	next := p.Policy()
	change(&next)
	inForce, err := p.Replace(next, func(uint64) bool { return true })
	if err != nil {
		p.t.Fatal(err)
	}
	return inForce
}

// balanced checks rule 9.1 and the identities of a document on one snapshot.
func balanced(t *testing.T, r admission.Report) {
	t.Helper()
	settled := uint64(0)
	for _, n := range r.Counts.Settled {
		settled += n
	}
	d := r.Capacity
	if r.Counts.Accepted != settled+uint64(d.Used) {
		t.Errorf("accepted %d, settled %d, used %d", r.Counts.Accepted, settled, d.Used)
	}
	consistent(t, d)
}

func consistent(t *testing.T, d capacity.Document) {
	t.Helper()
	if d.Limit != d.ConcurrencyLimit+d.QueueLimit || d.Used != d.Running+d.Queued ||
		d.Available != d.Limit-min(d.Used, d.Limit) || d.Level != capacity.Draining && (d.Level == capacity.Saturated) != (d.Available == 0) {
		t.Errorf("inconsistent document: %+v", d)
	}
}
