package producer

import (
	"context"

	"sluice.dev/peers/go/client"
)

// Gate lets submissions through, each when it may be sent.
type Gate interface {
	// Enter waits until one more submission may be sent, or returns the error of a context that ends first.
	Enter(ctx context.Context) (Pass, error)
}

// Pass is the permission for one submission.
type Pass struct {
	// LeaseID under which to submit; empty for none.
	LeaseID string
	// Leave is called once with the answer, nil where there was none.
	Leave func(answer *client.Answer)
}

type passes []Pass

// enter passes all gates, or none.
func enter(ctx context.Context, gates []Gate) (passes, error) {
	var entered passes
	for _, gate := range gates {
		pass, err := gate.Enter(ctx)
		if err != nil {
			entered.leave(nil)
			return nil, err
		}
		entered = append(entered, pass)
	}
	return entered, ctx.Err()
}

func (p passes) leave(answer *client.Answer) {
	for _, pass := range p {
		pass.Leave(answer)
	}
}

func (p passes) lease() *string {
	for _, pass := range p {
		if pass.LeaseID != "" {
			return &pass.LeaseID
		}
	}
	return nil
}
