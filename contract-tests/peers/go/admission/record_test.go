package admission

import (
	"context"
	"testing"
	"time"

	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/work"
)

type instant struct{}

func (instant) Vet(*work.Item) error { return nil }

func (instant) Instant(*work.Item) bool { return false }

func (instant) Execute(context.Context, Job) work.Outcome { return work.Done() }

func TestATerminalRecordKeepsNoPayload(t *testing.T) {
	c := New("test", 7, policy.Initial(1, 0), instant{})
	i := &work.Item{WorkID: "a", Criticality: work.Critical, DeadlineMs: 60_000, Attempt: 1, Payload: make([]byte, 1<<20)}
	if _, err := c.Submit(Submission{Item: i, Received: time.Now()}); err != nil {
		t.Fatal(err)
	}
	for limit := time.Now().Add(10 * time.Second); c.Capacity().Used > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatal("not settled within 10 s")
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if r := c.records["a"]; r.state != work.Completed || r.held != nil {
		t.Errorf("%v with %v", r.state, r.held)
	}
}
