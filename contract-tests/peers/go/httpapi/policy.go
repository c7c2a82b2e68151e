package httpapi

import (
	"errors"
	"net/http"

	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/problem"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
)

func (a *API) getPolicy(w http.ResponseWriter, _ *call) {
	writePolicy(w, a.controller.Policy())
}

// putPolicy replaces the policy or changes nothing (rules 10.1, 10.2). Preconditions come after validity (RFC 9110, 13.2.1).
func (a *API) putPolicy(w http.ResponseWriter, c *call) {
	if !a.guard.admits(w, c) {
		return
	}
	body, unread := c.readBody(w, maxPolicyBytes)
	if unread != nil {
		c.answer(w, unread)
		return
	}
	next, err := policy.Read(body)
	if err != nil {
		c.answer(w, unreadablePolicy(err))
		return
	}
	inForce, err := a.controller.Replace(next, matcher(c.Header))
	if err != nil {
		c.refuse(w, "", err)
		return
	}
	writePolicy(w, inForce)
}

func unreadablePolicy(err error) *problem.Document {
	var invalid *policy.InvalidError
	if errors.As(err, &invalid) {
		return problem.Of(refusal.InvalidPolicy, err.Error()).Violating(invalid.Violations)
	}
	return problem.Of(refusal.Malformed, "the body cannot be read: "+err.Error()).
		Violating([]protojson.Violation{{Rule: "json", Message: err.Error()}})
}

func writePolicy(w http.ResponseWriter, p policy.Policy) {
	w.Header().Set("ETag", etag(p.Revision))
	w.Header().Set("Cache-Control", "no-cache")
	writeJSON(w, http.StatusOK, p.Message())
}
