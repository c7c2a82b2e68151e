package retry

import (
	"math"
	"sync"

	"sluice.dev/peers/go/policy"
)

// Budget bounds what all retries of a client together cost: gRPC A6's token bucket (rule 11.5). It is safe for concurrent use.
type Budget struct {
	mu sync.Mutex
	// tokens, most and ratio are in thousandths, as A6 counts them.
	tokens, most, ratio int64
}

// NewBudget makes a full bucket.
func NewBudget(b policy.Budget) *Budget {
	most := int64(b.MaxTokens) * 1000
	return &Budget{tokens: most, most: most, ratio: int64(math.Round(b.TokenRatio * 1000))}
}

// Failed takes a token for a failed attempt, and tells whether more than half are left, so that it may be retried.
func (b *Budget) Failed() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tokens = max(b.tokens-1000, 0)
	return b.tokens > b.most/2
}

// Succeeded puts back what a success is worth.
func (b *Budget) Succeeded() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tokens = min(b.tokens+b.ratio, b.most)
}
