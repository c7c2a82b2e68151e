package httpapi

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/problem"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/work"
)

func (a *API) submit(w http.ResponseWriter, c *call) {
	item, unread := a.readItem(w, c)
	if unread != nil {
		if reason := unread.Reason(); reason != refusal.Unspecified {
			a.controller.CountRejected(reason)
		}
		c.answer(w, unread)
		return
	}
	admitted, err := a.controller.Submit(admission.Submission{Item: item, Trace: c.trace, Received: time.Now()})
	if err != nil {
		c.refuse(w, item.WorkID, err)
		return
	}
	status := http.StatusAccepted
	if admitted.Replay {
		status = http.StatusOK
	}
	writeAccepted(w, status, item.WorkID, &admitted.Capacity)
}

// readItem does steps 1 and 2 of PROTOCOL.md, "Order of checks on submission".
func (a *API) readItem(w http.ResponseWriter, c *call) (*work.Item, *problem.Document) {
	maxPayload := a.controller.MaxItemBytes()
	body, unread := c.readBody(w, maxItemBody(maxPayload))
	if unread != nil {
		return nil, unread
	}
	item, err := work.Read(body)
	if err != nil {
		return nil, unreadable(err)
	}
	if !agrees(c.Header.Values("Idempotency-Key"), item.WorkID) {
		return nil, problem.Of(refusal.Malformed, "Idempotency-Key is not the work_id as a string").
			About(item.WorkID).
			Violating([]protojson.Violation{{Field: "work_id", Rule: "idempotency_key", Message: "differs from Idempotency-Key"}})
	}
	if uint64(len(item.Payload)) > uint64(maxPayload) {
		return nil, problem.Of(refusal.TooLarge, fmt.Sprintf("the payload exceeds %d bytes", maxPayload)).About(item.WorkID)
	}
	return item, nil
}

func unreadable(err error) *problem.Document {
	var version *work.VersionError
	if errors.As(err, &version) {
		return problem.Of(refusal.UnsupportedVersion, err.Error()).About(version.WorkID)
	}
	d := problem.Of(refusal.Malformed, err.Error())
	var malformed *work.MalformedError
	if errors.As(err, &malformed) {
		d.About(malformed.WorkID).Violating(malformed.Violations)
	}
	return d
}

func (a *API) getWork(w http.ResponseWriter, c *call) {
	a.writeStatus(w, c, a.controller.Status)
}

func (a *API) cancelWork(w http.ResponseWriter, c *call) {
	a.writeStatus(w, c, a.controller.Cancel)
}

func (a *API) writeStatus(w http.ResponseWriter, c *call, ask func(id string) (*workv1.WorkStatus, error)) {
	status, err := ask(c.workID)
	if err != nil {
		c.refuse(w, c.workID, err)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, status)
}

// refuse answers with the problem of a refusal; any other error is a fault of the provider.
func (c *call) refuse(w http.ResponseWriter, workID string, err error) {
	var refused admission.Refusal
	if !errors.As(err, &refused) {
		panic(err)
	}
	d := problem.Refused(refused).About(workID)
	if overload, ok := refused.(admission.Overload); ok {
		seconds, _ := d.RetryAfter()
		load := overload.At()
		setRateLimit(w.Header(), &load.Capacity, seconds)
	}
	c.answer(w, d)
}
