package retry_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/retry"
)

var standard = policy.Initial(1, 1).Retry

func TestWaitsGrowToTheCeilingWithinTheJitter(t *testing.T) {
	seed := rand.Uint64()
	backoff := retry.NewBackoff(standard, seed)
	seen := make(map[time.Duration]bool)
	for range 200 {
		for k, want := range []float64{100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000} {
			got := backoff.Before(k + 1)
			if ms := float64(got) / float64(time.Millisecond); ms < 0.8*want || ms > 1.2*want {
				t.Fatalf("seed %d: retry %d after %v, want %v ms", seed, k+1, got, want)
			}
			seen[got.Truncate(time.Millisecond)] = true
		}
	}
	if len(seen) < 500 {
		t.Errorf("seed %d: %d different waits", seed, len(seen))
	}
}

func TestEqualSeedsWaitEqually(t *testing.T) {
	a, b := retry.NewBackoff(standard, 7), retry.NewBackoff(standard, 7)
	for k := range 20 {
		if x, y := a.Before(k+1), b.Before(k+1); x != y {
			t.Errorf("retry %d: %v and %v", k+1, x, y)
		}
	}
}

func TestWhatTheProviderAsksForIsNeverShortened(t *testing.T) {
	backoff := retry.NewBackoff(standard, 1)
	for range 1000 {
		if got := backoff.AtLeast(time.Second); got < time.Second || got > 1200*time.Millisecond {
			t.Fatalf("waits %v", got)
		}
	}
}

// Rule 11.5: 100 calls one after another, all failing, 10 tokens, 5 attempts: 104 attempts.
func TestTheBudgetIsThatOfA6(t *testing.T) {
	budget := retry.NewBudget(policy.Budget{MaxTokens: 10, TokenRatio: 0.1})
	attempts := 0
	for range 100 {
		for attempt := 1; ; attempt++ {
			attempts++
			if again := budget.Failed(); !again || attempt == 5 {
				break
			}
		}
	}
	if attempts != 104 {
		t.Errorf("%d attempts", attempts)
	}
}

func TestSuccessesRefillTheBudgetAndNeverOverfillIt(t *testing.T) {
	budget := retry.NewBudget(policy.Budget{MaxTokens: 2, TokenRatio: 0.1})
	if budget.Failed() {
		t.Error("half is not more than half")
	}
	for range 10 {
		budget.Succeeded()
	}
	if budget.Failed() {
		t.Error("refilled to 2, one left")
	}
	for range 10_000 {
		budget.Succeeded()
	}
	if budget.Failed() || budget.Failed() {
		t.Error("overfilled")
	}
	exact := retry.NewBudget(policy.Budget{MaxTokens: 2, TokenRatio: 0.001})
	exact.Failed()
	exact.Succeeded()
	if exact.Failed() {
		t.Error("1.001 tokens less one are not more than one")
	}
}
