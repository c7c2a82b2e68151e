// Package problem writes refusals as problem documents (RFC 9457; sluice.service.v1.Problem; rules 3.1 to 3.4).
package problem

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"
	"unicode/utf8"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
)

// ContentType of a problem document.
const ContentType = "application/problem+json"

// maxDetail bounds detail, in bytes; the contract allows 4,096 characters.
const maxDetail = 4096

// Document is one problem.
type Document struct {
	// Type is a URI to compare: one of the registry, or about:blank.
	Type string `json:"type"`
	// Title is the same for every problem of one type.
	Title string `json:"title"`
	// Status repeats the HTTP status.
	Status int `json:"status"`
	// Detail says what is wrong with this one request.
	Detail string `json:"detail"`
	// Instance is the path of the request.
	Instance string `json:"instance"`
	// Reason is Unspecified with about:blank only.
	Reason refusal.Reason `json:"reason"`
	// Retryable tells whether the same request may be sent again.
	Retryable bool `json:"retryable"`
	// RetryAfterMs is the least wait before that, in milliseconds, at least 1; present with 429 and 503 only.
	RetryAfterMs *int64 `json:"retryAfterMs,omitempty"`
	// Capacity right after the decision; present where the reason is one of load.
	Capacity *capacity.Document `json:"capacity,omitempty"`
	// WorkID of the item that the request was about, or empty.
	WorkID string `json:"workId"`
	// TraceID of the request (rule 9.3).
	TraceID string `json:"traceId"`
	// Violations are the constraints that the request breaks, never nil.
	Violations []protojson.Violation `json:"violations"`
}

// Of makes the problem of a reason.
func Of(reason refusal.Reason, detail string) *Document {
	return &Document{
		Type:       reason.Type(),
		Title:      reason.Title(),
		Status:     reason.Status(),
		Detail:     detail,
		Reason:     reason,
		Retryable:  reason.Retryable(),
		Violations: []protojson.Violation{},
	}
}

// Refused makes the problem of a refusal, with the load that decided where it is one of load.
func Refused(err admission.Refusal) *Document {
	d := Of(err.Reason(), err.Error())
	if overload, ok := err.(admission.Overload); ok {
		load := overload.At()
		wait := load.RetryAfter.Milliseconds()
		d.RetryAfterMs, d.Capacity = &wait, &load.Capacity
	}
	return d
}

// Plain makes the problem of what is no part of the contract: about:blank, titled as the status is (RFC 9457, 4.2.1).
func Plain(status int, detail string) *Document {
	return &Document{
		Type:       "about:blank",
		Title:      http.StatusText(status),
		Status:     status,
		Detail:     detail,
		Violations: []protojson.Violation{},
	}
}

// About sets the item that the request was about.
func (d *Document) About(workID string) *Document {
	if protojson.IsID(workID) {
		d.WorkID = workID
	}
	return d
}

// Violating sets the constraints that the request breaks.
func (d *Document) Violating(violations []protojson.Violation) *Document {
	d.Violations = append(d.Violations, violations...)
	return d
}

// RetryAfter is the Retry-After header in whole seconds, rounded up (rule 3.2); ok is false where there is none.
func (d *Document) RetryAfter() (seconds int64, ok bool) {
	if d.RetryAfterMs == nil {
		return 0, false
	}
	wait := time.Duration(*d.RetryAfterMs) * time.Millisecond
	return int64((wait + time.Second - 1) / time.Second), true
}

// Write sends the document as the answer to a request.
func (d *Document) Write(w http.ResponseWriter) {
	if len(d.Detail) > maxDetail {
		end := maxDetail
		for !utf8.RuneStart(d.Detail[end]) {
			end--
		}
		d.Detail = d.Detail[:end]
	}
	body, err := json.Marshal(d)
	if err != nil {
		// Every field is of a type that JSON can hold.
		panic(err)
	}
	header := w.Header()
	header.Set("Content-Type", ContentType)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	if seconds, ok := d.RetryAfter(); ok {
		header.Set("Retry-After", strconv.FormatInt(seconds, 10))
	}
	w.WriteHeader(d.Status)
	// The client may be gone; there is no one else to tell.
	_, _ = w.Write(body)
}
