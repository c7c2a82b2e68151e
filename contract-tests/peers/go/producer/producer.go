// Package producer submits items and keeps to the contract as a client (PROTOCOL.md, chapter 11): it retries within the policy's backoff and budget,
// waits as long as it is asked to, and holds back by credits or by the capacity document where it is told to.
package producer

import (
	"context"
	"sync"
	"time"

	"sluice.dev/peers/go/client"
	"sluice.dev/peers/go/policy"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/retry"
)

// Outcome is how an item was settled.
type Outcome string

// The outcomes.
const (
	// Accepted by the provider, now or before.
	Accepted Outcome = "accepted"
	// Refused for a reason that a retry cannot help.
	Refused Outcome = "refused"
	// GaveUp because the attempts or the retry budget were used up.
	GaveUp Outcome = "gave_up"
	// Deadline of the item passed first.
	Deadline Outcome = "deadline"
)

// Result is one settled item.
type Result struct {
	// WorkID of the item.
	WorkID string `json:"work_id"`
	// Outcome of the item.
	Outcome Outcome `json:"outcome"`
	// Attempts that were sent.
	Attempts uint32 `json:"attempts"`
}

// Options say what to submit and how.
type Options struct {
	// Concurrency is the most calls under way at once.
	Concurrency int
	// Deadline of each item at its first attempt, at least 1 ms. It also bounds how long an item waits for that attempt.
	Deadline time.Duration
	// Retry is the policy of retries.
	Retry policy.Retry
	// Seed of the jitter.
	Seed uint64
}

// Producer submits items to one provider.
type Producer struct {
	options Options
	client  *client.Client
	gates   []Gate
	backoff *retry.Backoff
	budget  *retry.Budget
	metrics *Metrics
}

// New makes a producer that passes the gates, in their order, before each attempt.
func New(c *client.Client, options Options, gates ...Gate) *Producer {
	return &Producer{
		options: options,
		client:  c,
		gates:   gates,
		backoff: retry.NewBackoff(options.Retry, options.Seed),
		budget:  retry.NewBudget(options.Retry.Budget),
		metrics: newMetrics(),
	}
}

// Metrics of everything that was submitted.
func (p *Producer) Metrics() *Metrics { return p.metrics }

// Run submits the items and calls settled for each as it is settled, one call at a time. It returns early where ctx ends; items that have no outcome
// then get none.
func (p *Producer) Run(ctx context.Context, items []*workv1.WorkItem, settled func(Result)) {
	todo := make(chan *workv1.WorkItem)
	results := make(chan Result)
	var workers sync.WaitGroup
	for range p.options.Concurrency {
		workers.Go(func() {
			for item := range todo {
				if result, ok := p.submit(ctx, item); ok {
					results <- result
				}
			}
		})
	}
	go func() {
		defer close(results)
		defer workers.Wait()
		defer close(todo)
		for _, item := range items {
			select {
			case todo <- item:
			case <-ctx.Done():
				return
			}
		}
	}()
	for result := range results {
		settled(result)
	}
}
