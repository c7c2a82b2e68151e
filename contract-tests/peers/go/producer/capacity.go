package producer

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"sluice.dev/peers/go/client"
	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	"sluice.dev/peers/go/retry"
)

// Follower is a gate that follows the provider's capacity document: it holds back when nothing is available, and once its document has expired
// lets one submission through at a time, as a probe (rule 11.7).
type Follower struct {
	client  *client.Client
	backoff *retry.Backoff
	log     *slog.Logger

	mu sync.Mutex
	// asked tells that the provider was asked for a document once, whatever came of it.
	asked    bool
	document *capacityv1.Capacity
	expires  time.Time
	// left is how many more may be sent by the document.
	left     int64
	underWay int
	// changed is closed, and made anew, when one of the above changes.
	changed chan struct{}
}

// NewFollower makes a gate; Follow gets it documents. Nothing passes before it was tried to get the first.
func NewFollower(c *client.Client, backoff *retry.Backoff, log *slog.Logger) *Follower {
	return &Follower{client: c, backoff: backoff, log: log, changed: make(chan struct{})}
}

// Follow reads documents until ctx ends: before the present one expires, sooner while submissions are held back, and with backoff while there is no
// answer.
func (f *Follower) Follow(ctx context.Context) {
	for failures := 0; ctx.Err() == nil; {
		asked := time.Now()
		document, err := f.read(ctx)
		if err == nil && document.TtlMs > 0 {
			failures = 0
			f.take(document, asked)
		} else {
			failures++
			f.log.Warn("no capacity document", "error", err)
		}
		_ = sleep(ctx, f.pause(failures))
	}
}

// patience bounds how long a document is waited for.
const patience = 2 * time.Second

func (f *Follower) read(ctx context.Context) (*capacityv1.Capacity, error) {
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	document, err := f.client.Capacity(limited)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = true
	f.tell()
	return document, err
}

func (f *Follower) pause(failures int) time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	if failures > 0 || f.left < 1 {
		return f.backoff.Before(max(failures, 1))
	}
	return time.Duration(f.document.TtlMs) * time.Millisecond / 2
}

// take makes a document the present one, unless a newer one of the same run is known. What is under way may not be counted in it yet.
func (f *Follower) take(document *capacityv1.Capacity, asked time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.document != nil && f.document.Epoch == document.Epoch && f.document.Seq > document.Seq {
		return
	}
	f.document = document
	f.expires = asked.Add(time.Duration(document.TtlMs) * time.Millisecond)
	f.left = 0
	switch document.Level {
	case capacityv1.CapacityLevel_CAPACITY_LEVEL_NOMINAL, capacityv1.CapacityLevel_CAPACITY_LEVEL_ELEVATED:
		f.left = int64(document.Available) - int64(f.underWay)
	}
	f.tell()
}

// Enter waits for a free slot.
func (f *Follower) Enter(ctx context.Context) (Pass, error) {
	for {
		changed, until, ok := f.try()
		if ok {
			sent := time.Now()
			return Pass{Leave: func(answer *client.Answer) { f.leave(answer, sent) }}, nil
		}
		expiry := time.NewTimer(until)
		select {
		case <-changed:
		case <-expiry.C:
		case <-ctx.Done():
			expiry.Stop()
			return Pass{}, ctx.Err()
		}
		expiry.Stop()
	}
}

// try takes a slot, or tells what to wait for: a change, or the end of the document.
func (f *Follower) try() (changed <-chan struct{}, until time.Duration, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	until = time.Until(f.expires)
	switch {
	case until > 0:
		if ok = f.left > 0; ok {
			f.left--
		}
	default:
		ok = f.asked && f.underWay == 0
		until = time.Minute
	}
	if ok {
		f.underWay++
	}
	return f.changed, until, ok
}

func (f *Follower) leave(answer *client.Answer, sent time.Time) {
	f.mu.Lock()
	f.underWay--
	f.tell()
	f.mu.Unlock()
	if answer != nil && answer.Capacity.GetTtlMs() > 0 {
		f.take(answer.Capacity, sent)
	}
}

// tell wakes those who wait.
func (f *Follower) tell() {
	close(f.changed)
	f.changed = make(chan struct{})
}
