package httpapi

import (
	"net/http"

	"sluice.dev/peers/go/lease"
	"sluice.dev/peers/go/problem"
	"sluice.dev/peers/go/refusal"
)

// maxLeaseBytes bounds the body of a request for a lease.
const maxLeaseBytes = 64 << 10

// acquireLease answers 404 while the feature is off (PROTOCOL.md, "HTTP").
func (a *API) acquireLease(w http.ResponseWriter, c *call) {
	if !a.controller.Policy().Features.Leases {
		c.answer(w, noLeases())
		return
	}
	body, unread := c.readBody(w, maxLeaseBytes)
	if unread != nil {
		c.answer(w, unread)
		return
	}
	request, violations := lease.Read(body)
	if len(violations) > 0 {
		c.answer(w, problem.Of(refusal.Malformed, "the request for a lease is malformed").Violating(violations))
		return
	}
	granted, ok := a.controller.Acquire(request)
	if !ok {
		c.answer(w, noLeases())
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, granted)
}

func noLeases() *problem.Document {
	return problem.Plain(http.StatusNotFound, "the feature leases is off")
}
