// Package problem writes refusals as problem documents (RFC 9457; sluice.service.v1.Problem; rules 3.1 to 3.4).
package problem

import (
	"net/http"
	"strconv"
	"time"
	"unicode/utf8"

	"google.golang.org/protobuf/proto"

	"sluice.dev/peers/go/admission"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
)

// ContentType of a problem document.
const ContentType = "application/problem+json"

// maxDetail bounds detail, in bytes; the contract allows 4,096 characters.
const maxDetail = 4096

// Document is one problem.
type Document struct {
	message *servicev1.Problem
}

// Of makes the problem of a reason.
func Of(reason refusal.Reason, detail string) *Document {
	return &Document{&servicev1.Problem{
		Type:      reason.Type(),
		Title:     reason.Title(),
		Status:    uint32(reason.Status()),
		Detail:    detail,
		Reason:    reason.Message(),
		Retryable: reason.Retryable(),
	}}
}

// Refused makes the problem of a refusal, with the load that decided where it is one of load.
func Refused(err admission.Refusal) *Document {
	d := Of(err.Reason(), err.Error())
	if overload, ok := err.(admission.Overload); ok {
		load := overload.At()
		d.message.RetryAfterMs = proto.Int32(int32(load.RetryAfter.Milliseconds()))
		d.message.Capacity = load.Capacity.Message()
	}
	return d
}

// Plain makes the problem of what is no part of the contract: about:blank, titled as the status is (RFC 9457, 4.2.1).
func Plain(status int, detail string) *Document {
	return &Document{&servicev1.Problem{
		Type:   "about:blank",
		Title:  http.StatusText(status),
		Status: uint32(status),
		Detail: detail,
	}}
}

// Reason is what the request was refused for; Unspecified with about:blank only.
func (d *Document) Reason() refusal.Reason { return refusal.Reason(d.message.Reason) }

// About sets the item that the request was about.
func (d *Document) About(workID string) *Document {
	if protojson.IsID(workID) {
		d.message.WorkId = workID
	}
	return d
}

// Violating sets the constraints that the request breaks.
func (d *Document) Violating(violations []protojson.Violation) *Document {
	for _, v := range violations {
		d.message.Violations = append(d.message.Violations, &servicev1.FieldViolation{Field: v.Field, Rule: v.Rule, Message: v.Message})
	}
	return d
}

// RetryAfter is the Retry-After header in whole seconds, rounded up (rule 3.2); ok is false where there is none.
func (d *Document) RetryAfter() (seconds int64, ok bool) {
	if d.message.RetryAfterMs == nil {
		return 0, false
	}
	wait := time.Duration(*d.message.RetryAfterMs) * time.Millisecond
	return int64((wait + time.Second - 1) / time.Second), true
}

// Write sends the document as the answer to a request for a path, which belongs to a trace (rule 9.3).
func (d *Document) Write(w http.ResponseWriter, instance, traceID string) {
	d.message.Instance, d.message.TraceId = instance, traceID
	d.message.Detail = cut(d.message.Detail)
	body := protojson.Write(d.message)
	header := w.Header()
	header.Set("Content-Type", ContentType)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	if seconds, ok := d.RetryAfter(); ok {
		header.Set("Retry-After", strconv.FormatInt(seconds, 10))
	}
	w.WriteHeader(int(d.message.Status))
	// The client may be gone; there is no one else to tell.
	_, _ = w.Write(body)
}

// cut shortens a detail to maxDetail bytes at a rune boundary.
func cut(detail string) string {
	if len(detail) <= maxDetail {
		return detail
	}
	end := maxDetail
	for !utf8.RuneStart(detail[end]) {
		end--
	}
	return detail[:end]
}
