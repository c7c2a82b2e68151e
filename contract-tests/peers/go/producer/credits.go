package producer

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"google.golang.org/protobuf/proto"

	"sluice.dev/peers/go/client"
	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/retry"
)

// Credits is a gate that submits under leases and sends no more than their credits (rule 11.1). A credit is used by sending, whatever the answer, and
// the next lease is asked for only when every submission under the last one has been answered: so at no time is more under way than the
// provider has granted.
type Credits struct {
	client  *client.Client
	request *servicev1.AcquireLeaseRequest
	backoff *retry.Backoff
	log     *slog.Logger

	// turn is held by the one who looks for a credit.
	turn chan struct{}
	// back wakes the one who waits for answers.
	back chan struct{}

	mu       sync.Mutex
	lease    *capacityv1.Lease
	expires  time.Time
	underWay int
}

// NewCredits makes a gate whose requests for leases are the one given.
func NewCredits(c *client.Client, request *servicev1.AcquireLeaseRequest, backoff *retry.Backoff, log *slog.Logger) *Credits {
	return &Credits{
		client:  c,
		request: proto.CloneOf(request),
		backoff: backoff,
		log:     log,
		turn:    make(chan struct{}, 1),
		back:    make(chan struct{}, 1),
	}
}

// Enter takes a credit.
func (c *Credits) Enter(ctx context.Context) (Pass, error) {
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return Pass{}, ctx.Err()
	}
	for failures := 0; ; failures++ {
		if id, ok := c.take(); ok {
			return Pass{id, func(answer *client.Answer) { c.leave(id, answer) }}, nil
		}
		if err := c.allAnswered(ctx); err != nil {
			return Pass{}, err
		}
		if failures > 0 {
			if err := sleep(ctx, c.backoff.Before(failures)); err != nil {
				return Pass{}, err
			}
		}
		if err := c.acquire(ctx); err != nil {
			return Pass{}, err
		}
	}
}

func (c *Credits) take() (id string, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lease.GetCredits() == 0 || !time.Now().Before(c.expires) {
		return "", false
	}
	c.lease.Credits--
	c.underWay++
	return c.lease.LeaseId, true
}

func (c *Credits) leave(id string, answer *client.Answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.underWay--
	worthless := answer != nil && (answer.Reason == refusal.LeaseExpired || answer.Reason == refusal.LeaseExhausted)
	if worthless && c.lease.GetLeaseId() == id {
		c.lease.Credits = 0
	}
	select {
	case c.back <- struct{}{}:
	default:
	}
}

// allAnswered waits until nothing is under way.
func (c *Credits) allAnswered(ctx context.Context) error {
	for {
		c.mu.Lock()
		underWay := c.underWay
		c.mu.Unlock()
		if underWay == 0 {
			return nil
		}
		select {
		case <-c.back:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// acquire asks for a lease. The time that it took is not added to its life.
func (c *Credits) acquire(ctx context.Context) error {
	asked := time.Now()
	lease, err := c.client.Acquire(ctx, c.request)
	if err != nil {
		c.log.Warn("no lease", "error", err)
		return ctx.Err()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lease = lease
	c.expires = asked.Add(time.Duration(lease.TtlMs) * time.Millisecond)
	return nil
}
