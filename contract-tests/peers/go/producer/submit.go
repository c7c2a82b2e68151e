package producer

import (
	"context"
	"errors"
	"time"

	"google.golang.org/protobuf/proto"

	"sluice.dev/peers/go/client"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/trace"
)

// submit brings an item to an outcome; ok is false where ctx ended first.
func (p *Producer) submit(ctx context.Context, item *workv1.WorkItem) (result Result, ok bool) {
	s := submission{Producer: p, item: item, trace: trace.Parse("")}
	outcome := s.run(ctx)
	return Result{item.WorkId, outcome, s.attempts}, ctx.Err() == nil
}

// submission is one item on its way.
type submission struct {
	*Producer
	item     *workv1.WorkItem
	trace    trace.Context
	attempts uint32
	// end is when the deadline passes, from the first attempt on.
	end time.Time
	// left is the deadline that the attempt before was sent with, in milliseconds.
	left int64
}

func (s *submission) run(ctx context.Context) Outcome {
	// Until the first attempt the deadline does not run, but an item is not kept waiting longer than that.
	s.end = time.Now().Add(s.options.Deadline)
	for {
		answer, err := s.attempt(ctx)
		switch {
		case errors.Is(err, errTooLate) && s.attempts == 0:
			return GaveUp
		case errors.Is(err, errTooLate) || ctx.Err() != nil:
			return Deadline
		case err == nil && answer.Accepted():
			s.budget.Succeeded()
			return Accepted
		}
		again := s.budget.Failed()
		switch {
		case err == nil && answer.Status == 504:
			return Deadline
		case err == nil && !answer.Retryable:
			return Refused
		case !again || s.attempts >= s.options.Retry.MaxAttempts:
			return GaveUp
		}
		if !s.wait(ctx, answer.Wait) {
			return Deadline
		}
	}
}

// errTooLate tells that no attempt was sent because the deadline comes first.
var errTooLate = errors.New("the deadline passes before the next attempt")

// attempt sends the item once; where it returns an error other than errTooLate there was no complete answer.
func (s *submission) attempt(ctx context.Context) (client.Answer, error) {
	waiting, cancel := context.WithDeadline(ctx, s.end)
	defer cancel()
	passes, err := enter(waiting, s.gates)
	if err != nil {
		return client.Answer{}, errTooLate
	}
	answered := (*client.Answer)(nil)
	defer func() { passes.leave(answered) }()
	now := time.Now()
	if s.attempts == 0 {
		s.left = s.options.Deadline.Milliseconds()
		s.end = now.Add(s.options.Deadline)
	} else if s.left = min(s.end.Sub(now).Milliseconds(), s.left-1); s.left < 1 {
		return client.Answer{}, errTooLate
	}
	s.attempts++
	s.item.Attempt = s.attempts
	s.item.DeadlineMs = proto.Int64(s.left)
	s.item.LeaseId = passes.lease()
	calling, stop := context.WithDeadline(ctx, s.end)
	defer stop()
	answer, err := s.client.Submit(calling, s.item, s.trace.Traceparent())
	if err != nil && calling.Err() != nil {
		s.budget.Failed()
		return client.Answer{}, errTooLate
	}
	if err == nil {
		answered = &answer
	}
	return answer, err
}

// wait waits before the next attempt, at least as long as the provider asks for; false where the deadline or ctx comes first.
func (s *submission) wait(ctx context.Context, asked *time.Duration) bool {
	wait := s.backoff.Before(int(s.attempts))
	if asked != nil {
		wait = s.backoff.AtLeast(*asked)
	}
	if time.Until(s.end) <= wait {
		return false
	}
	s.metrics.retried(wait)
	return sleep(ctx, wait) == nil
}

// sleep waits, or returns the error of a context that ends first.
func sleep(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
