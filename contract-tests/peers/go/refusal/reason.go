// Package refusal is the table of reasons for which a provider says no, and of what each fixes: the HTTP status, the problem type and
// whether a retry can help (PROTOCOL.md, "Reasons"; rule 3.4).
package refusal

import (
	"net/http"
	"strings"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
)

// Reason is sluice.work.v1.RefusalReason.
type Reason workv1.RefusalReason

// The reasons.
const (
	Unspecified          = Reason(workv1.RefusalReason_REFUSAL_REASON_UNSPECIFIED)
	QueueFull            = Reason(workv1.RefusalReason_REFUSAL_REASON_QUEUE_FULL)
	Shed                 = Reason(workv1.RefusalReason_REFUSAL_REASON_SHED)
	Draining             = Reason(workv1.RefusalReason_REFUSAL_REASON_DRAINING)
	TenantQuota          = Reason(workv1.RefusalReason_REFUSAL_REASON_TENANT_QUOTA)
	LeaseExhausted       = Reason(workv1.RefusalReason_REFUSAL_REASON_LEASE_EXHAUSTED)
	LeaseExpired         = Reason(workv1.RefusalReason_REFUSAL_REASON_LEASE_EXPIRED)
	DeadlineExceeded     = Reason(workv1.RefusalReason_REFUSAL_REASON_DEADLINE_EXCEEDED)
	AttemptsExhausted    = Reason(workv1.RefusalReason_REFUSAL_REASON_ATTEMPTS_EXHAUSTED)
	WorkIDReused         = Reason(workv1.RefusalReason_REFUSAL_REASON_WORK_ID_REUSED)
	AdmissionInProgress  = Reason(workv1.RefusalReason_REFUSAL_REASON_ADMISSION_IN_PROGRESS)
	Malformed            = Reason(workv1.RefusalReason_REFUSAL_REASON_MALFORMED)
	UnsupportedVersion   = Reason(workv1.RefusalReason_REFUSAL_REASON_UNSUPPORTED_VERSION)
	TooLarge             = Reason(workv1.RefusalReason_REFUSAL_REASON_TOO_LARGE)
	InvalidPolicy        = Reason(workv1.RefusalReason_REFUSAL_REASON_INVALID_POLICY)
	PolicyConflict       = Reason(workv1.RefusalReason_REFUSAL_REASON_POLICY_CONFLICT)
	UnknownWork          = Reason(workv1.RefusalReason_REFUSAL_REASON_UNKNOWN_WORK)
	WorkRetired          = Reason(workv1.RefusalReason_REFUSAL_REASON_WORK_RETIRED)
	DownstreamNotAllowed = Reason(workv1.RefusalReason_REFUSAL_REASON_DOWNSTREAM_NOT_ALLOWED)
)

type row struct {
	status    int
	retryable bool
	title     string
}

var table = [...]row{
	Unspecified:          {http.StatusInternalServerError, false, ""},
	QueueFull:            {http.StatusServiceUnavailable, true, "The queue is full"},
	Shed:                 {http.StatusServiceUnavailable, true, "Load is being shed"},
	Draining:             {http.StatusServiceUnavailable, true, "The provider is shutting down"},
	TenantQuota:          {http.StatusTooManyRequests, true, "The free slots belong to other tenants"},
	LeaseExhausted:       {http.StatusTooManyRequests, true, "The lease has no credit left"},
	LeaseExpired:         {http.StatusTooManyRequests, true, "The lease has expired"},
	DeadlineExceeded:     {http.StatusGatewayTimeout, false, "The deadline has passed"},
	AttemptsExhausted:    {http.StatusUnprocessableEntity, false, "Too many attempts"},
	WorkIDReused:         {http.StatusUnprocessableEntity, false, "The work id belongs to another item"},
	AdmissionInProgress:  {http.StatusConflict, true, "The item is being decided on"},
	Malformed:            {http.StatusBadRequest, false, "The request is malformed"},
	UnsupportedVersion:   {http.StatusBadRequest, false, "The version is not supported"},
	TooLarge:             {http.StatusRequestEntityTooLarge, false, "The request is too large"},
	InvalidPolicy:        {http.StatusUnprocessableEntity, false, "The policy is invalid"},
	PolicyConflict:       {http.StatusPreconditionFailed, false, "Another policy is in force"},
	UnknownWork:          {http.StatusNotFound, false, "No such work item"},
	WorkRetired:          {http.StatusGone, false, "The work item is no longer kept"},
	DownstreamNotAllowed: {http.StatusUnprocessableEntity, false, "The downstream is not allowed"},
}

// Submission lists the reasons with which a submission can be refused by a provider that decides in one step, in the order of the checks.
func Submission() []Reason {
	return []Reason{
		TooLarge, Malformed, UnsupportedVersion, WorkIDReused, DeadlineExceeded, AttemptsExhausted, DownstreamNotAllowed,
		Draining, QueueFull, Shed, TenantQuota, LeaseExhausted, LeaseExpired,
	}
}

// Name is the full name of the enum value, as JSON has it.
func (r Reason) Name() string { return r.Message().String() }

// Message is the reason as the schema has it.
func (r Reason) Message() workv1.RefusalReason { return workv1.RefusalReason(r) }

// Label is the value of the metric label error_type, such as "queue_full".
func (r Reason) Label() string {
	return strings.ToLower(strings.TrimPrefix(r.Name(), "REFUSAL_REASON_"))
}

// Type is the problem type, such as "urn:sluice:problem:queue-full".
func (r Reason) Type() string {
	return "urn:sluice:problem:" + strings.ReplaceAll(r.Label(), "_", "-")
}

// Title is a short text for a person, the same for every problem of this reason.
func (r Reason) Title() string { return table[r].title }

// Status is the HTTP status that belongs to the reason.
func (r Reason) Status() int { return table[r].status }

// Retryable tells whether the same request may be sent again and could then succeed.
func (r Reason) Retryable() bool { return table[r].retryable }
