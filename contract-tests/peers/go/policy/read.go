package policy

import (
	"fmt"

	policyv1 "sluice.dev/peers/go/protocol/policy/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

// InvalidError lists everything that is wrong with a policy that can be read (status 422, rule 10.1).
type InvalidError struct {
	Violations []protojson.Violation
}

func (e *InvalidError) Error() string {
	first := e.Violations[0]
	return fmt.Sprintf("%d constraints are violated, the first: %s %s", len(e.Violations), first.Field, first.Message)
}

// Read reads a policy strictly: unlike any other message, a member that is not known is an error. The revision is ignored.
// It returns a *strictjson.SyntaxError or another error for text that is no policy at all (status 400), and an *InvalidError for a policy that
// breaks a constraint (422).
func Read(text []byte) (Policy, error) {
	document, err := strictjson.Parse(text)
	if err != nil {
		return Policy{}, err
	}
	if document.Kind() != strictjson.Object {
		return Policy{}, &strictjson.SyntaxError{Message: "a policy is an object"}
	}
	r := &protojson.Reader{Strict: true, Ignored: "revision"}
	m := &policyv1.BackpressurePolicy{}
	r.Read(document, m)
	if r.Fault() != nil {
		return Policy{}, r.Fault()
	}
	p := of(m)
	demand(r, m)
	constrain(r, &p)
	if violations := r.Violations(); len(violations) > 0 {
		return Policy{}, &InvalidError{violations}
	}
	return p, nil
}

// demand rejects the absence of messages that are required.
func demand(r *protojson.Reader, m *policyv1.BackpressurePolicy) {
	absent := func(field string, absent bool) {
		if absent {
			r.Reject(field, "required", "is required")
		}
	}
	absent("shed_thresholds", m.ShedThresholds == nil)
	absent("retry", m.Retry == nil)
	absent("retry.budget", m.Retry != nil && m.Retry.Budget == nil)
	absent("features", m.Features == nil)
}
