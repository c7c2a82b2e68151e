// Package retry decides when a client tries again (PROTOCOL.md, "Retries"; rules 11.2 to 11.5).
package retry

import (
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"sluice.dev/peers/go/policy"
)

// Backoff makes the waits before retries, spread at random. It is safe for concurrent use.
type Backoff struct {
	policy policy.Retry

	mu     sync.Mutex
	random *rand.Rand
}

// NewBackoff makes the waits of a policy; equal seeds make equal ones.
func NewBackoff(p policy.Retry, seed uint64) *Backoff {
	return &Backoff{policy: p, random: rand.New(rand.NewPCG(seed, 0))}
}

// Before is the wait before retry k, the first of which is 1: it grows by the multiplier up to the ceiling, times a factor of 1 - jitter to
// 1 + jitter (rules 11.3, 11.4).
func (b *Backoff) Before(k int) time.Duration {
	p := b.policy
	ms := min(float64(p.InitialBackoffMs)*math.Pow(p.Multiplier, float64(k-1)), float64(p.MaxBackoffMs))
	return time.Duration(ms * (1 - p.Jitter + 2*p.Jitter*b.float()) * float64(time.Millisecond))
}

// AtLeast is a wait that the provider asked for, lengthened by up to the jitter so that clients which were refused together do not come
// back together (rule 11.2).
func (b *Backoff) AtLeast(wait time.Duration) time.Duration {
	return wait + time.Duration(float64(wait)*b.policy.Jitter*b.float())
}

func (b *Backoff) float() float64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.random.Float64()
}
