package client

import (
	"net/http"
	"strconv"
	"time"

	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/refusal"
)

// Answer is a provider's decision on one submission.
type Answer struct {
	// Status is the HTTP status.
	Status int
	// Reason of a refusal; Unspecified where it is not known.
	Reason refusal.Reason
	// Retryable tells whether the item may be submitted again.
	Retryable bool
	// Wait is the least time before that, where the provider asks for one (rule 11.2).
	Wait *time.Duration
	// Capacity at the decision, or nil.
	Capacity *capacityv1.Capacity
}

// Accepted tells whether the item was accepted, now or before.
func (a Answer) Accepted() bool {
	return a.Status == http.StatusAccepted || a.Status == http.StatusOK
}

// read goes by the document where it is one whose reason is known, else by the status.
func read(response *http.Response, body []byte) Answer {
	answer := Answer{Status: response.StatusCode}
	if answer.Accepted() {
		admission := &workv1.Admission{}
		if parse(body, admission) == nil {
			answer.Capacity = admission.Capacity
		}
		return answer
	}
	answer.Retryable = retryable(answer.Status)
	answer.Wait = retryAfter(response.Header.Get("Retry-After"))
	problem := &servicev1.Problem{}
	if parse(body, problem) != nil {
		return answer
	}
	answer.Capacity = problem.Capacity
	if problem.Reason != workv1.RefusalReason_REFUSAL_REASON_UNSPECIFIED {
		answer.Reason = refusal.Reason(problem.Reason)
		answer.Retryable = answer.Retryable && problem.Retryable
	}
	if problem.RetryAfterMs != nil {
		wait := time.Duration(*problem.RetryAfterMs) * time.Millisecond
		answer.Wait = &wait
		answer.Retryable = answer.Retryable && wait >= 0
	}
	return answer
}

// retryable is what a status says by itself (PROTOCOL.md, "Reasons").
func retryable(status int) bool {
	return status == http.StatusConflict || status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable
}

func retryAfter(header string) *time.Duration {
	seconds, err := strconv.ParseUint(header, 10, 31)
	if err != nil {
		return nil
	}
	wait := time.Duration(seconds) * time.Second
	return &wait
}
