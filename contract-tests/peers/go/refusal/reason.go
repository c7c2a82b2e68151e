// Package refusal is the table of reasons for which a provider says no, and of what each fixes: the HTTP status, the problem type and
// whether a retry can help (PROTOCOL.md, "Reasons"; rule 3.4).
package refusal

import (
	"net/http"
	"strings"
)

// Reason is sluice.work.v1.RefusalReason.
type Reason int

// The reasons, by their numbers in the schema.
const (
	Unspecified Reason = iota
	QueueFull
	Shed
	Draining
	TenantQuota
	LeaseExhausted
	LeaseExpired
	DeadlineExceeded
	AttemptsExhausted
	WorkIDReused
	AdmissionInProgress
	Malformed
	UnsupportedVersion
	TooLarge
	InvalidPolicy
	PolicyConflict
	UnknownWork
	WorkRetired
	DownstreamNotAllowed
)

type row struct {
	name      string
	status    int
	retryable bool
	title     string
}

var table = [...]row{
	Unspecified:          {"UNSPECIFIED", http.StatusInternalServerError, false, ""},
	QueueFull:            {"QUEUE_FULL", http.StatusServiceUnavailable, true, "The queue is full"},
	Shed:                 {"SHED", http.StatusServiceUnavailable, true, "Load is being shed"},
	Draining:             {"DRAINING", http.StatusServiceUnavailable, true, "The provider is shutting down"},
	TenantQuota:          {"TENANT_QUOTA", http.StatusTooManyRequests, true, "The free slots belong to other tenants"},
	LeaseExhausted:       {"LEASE_EXHAUSTED", http.StatusTooManyRequests, true, "The lease has no credit left"},
	LeaseExpired:         {"LEASE_EXPIRED", http.StatusTooManyRequests, true, "The lease has expired"},
	DeadlineExceeded:     {"DEADLINE_EXCEEDED", http.StatusGatewayTimeout, false, "The deadline has passed"},
	AttemptsExhausted:    {"ATTEMPTS_EXHAUSTED", http.StatusUnprocessableEntity, false, "Too many attempts"},
	WorkIDReused:         {"WORK_ID_REUSED", http.StatusUnprocessableEntity, false, "The work id belongs to another item"},
	AdmissionInProgress:  {"ADMISSION_IN_PROGRESS", http.StatusConflict, true, "The item is being decided on"},
	Malformed:            {"MALFORMED", http.StatusBadRequest, false, "The request is malformed"},
	UnsupportedVersion:   {"UNSUPPORTED_VERSION", http.StatusBadRequest, false, "The version is not supported"},
	TooLarge:             {"TOO_LARGE", http.StatusRequestEntityTooLarge, false, "The request is too large"},
	InvalidPolicy:        {"INVALID_POLICY", http.StatusUnprocessableEntity, false, "The policy is invalid"},
	PolicyConflict:       {"POLICY_CONFLICT", http.StatusPreconditionFailed, false, "Another policy is in force"},
	UnknownWork:          {"UNKNOWN_WORK", http.StatusNotFound, false, "No such work item"},
	WorkRetired:          {"WORK_RETIRED", http.StatusGone, false, "The work item is no longer kept"},
	DownstreamNotAllowed: {"DOWNSTREAM_NOT_ALLOWED", http.StatusUnprocessableEntity, false, "The downstream is not allowed"},
}

// Submission lists the reasons with which a submission can be refused by a provider that decides in one step, in the order of the checks.
func Submission() []Reason {
	return []Reason{
		TooLarge, Malformed, UnsupportedVersion, WorkIDReused, DeadlineExceeded, AttemptsExhausted, DownstreamNotAllowed,
		Draining, QueueFull, Shed, TenantQuota, LeaseExhausted, LeaseExpired,
	}
}

// Name is the full name of the enum value, as JSON has it.
func (r Reason) Name() string { return "REFUSAL_REASON_" + table[r].name }

// Label is the value of the metric label error_type, such as "queue_full".
func (r Reason) Label() string { return strings.ToLower(table[r].name) }

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

// MarshalText writes the full name of the enum value.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.Name()), nil }
