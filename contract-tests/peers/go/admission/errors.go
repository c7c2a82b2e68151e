package admission

import (
	"fmt"
	"time"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/refusal"
)

// Refusal is the error of everything in this package that says no.
type Refusal interface {
	error
	// Reason of the contract for it.
	Reason() refusal.Reason
}

// Overload is a Refusal that depends on the load and passes with it.
type Overload interface {
	Refusal
	// At returns the load that decided.
	At() Load
}

// Load is the state in which an item was refused.
type Load struct {
	// Capacity at the decision.
	Capacity capacity.Document
	// RetryAfter is the least time to wait before the next attempt: whole milliseconds, at least 1 ms, at most the policy's
	// max_backoff_ms (rule 3.2).
	RetryAfter time.Duration
}

// At returns the load itself.
func (l Load) At() Load { return l }

// QueueFullError refuses an item because limit items are held (rule 1.1).
type QueueFullError struct{ Load }

func (e *QueueFullError) Error() string {
	d := e.Capacity
	return fmt.Sprintf("%d of %d running, %d of %d queued", d.Running, d.ConcurrencyLimit, d.Queued, d.QueueLimit)
}

// Reason is QUEUE_FULL.
func (e *QueueFullError) Reason() refusal.Reason { return refusal.QueueFull }

// ShedError refuses an item because the load has reached the threshold of its criticality (rule 7.1).
type ShedError struct {
	Load
	// Percent of the limit that is the threshold.
	Percent uint32
}

func (e *ShedError) Error() string {
	return fmt.Sprintf("%d of %d held; items of this criticality are shed from %d percent on",
		e.Capacity.Used, e.Capacity.Limit, e.Percent)
}

// Reason is SHED.
func (e *ShedError) Reason() refusal.Reason { return refusal.Shed }

// DrainingError refuses an item because the provider is shutting down (rule 8.5).
type DrainingError struct{ Load }

func (e *DrainingError) Error() string {
	return fmt.Sprintf("%d accepted items are being finished", e.Capacity.Used)
}

// Reason is DRAINING.
func (e *DrainingError) Reason() refusal.Reason { return refusal.Draining }

// TenantQuotaError refuses an item because the free slots are guaranteed to other tenants (rule 7.3).
type TenantQuotaError struct {
	Load
	// Tenant of the item.
	Tenant string
}

func (e *TenantQuotaError) Error() string {
	return fmt.Sprintf("the %d free slots are guaranteed to tenants other than %s", e.Capacity.Available, e.Tenant)
}

// Reason is TENANT_QUOTA.
func (e *TenantQuotaError) Reason() refusal.Reason { return refusal.TenantQuota }

// LeaseExhaustedError refuses an item because its lease has no credit left (rule 4.1).
type LeaseExhaustedError struct{ Load }

func (e *LeaseExhaustedError) Error() string { return "all credits of the lease are used" }

// Reason is LEASE_EXHAUSTED.
func (e *LeaseExhaustedError) Reason() refusal.Reason { return refusal.LeaseExhausted }

// LeaseExpiredError refuses an item because its lease has expired, was replaced or is not known (rules 4.2, 4.3).
type LeaseExpiredError struct{ Load }

func (e *LeaseExpiredError) Error() string {
	return "the lease has expired, was replaced or is not known"
}

// Reason is LEASE_EXPIRED.
func (e *LeaseExpiredError) Reason() refusal.Reason { return refusal.LeaseExpired }

// DeadlineError refuses an item whose deadline has passed (rule 5.1).
type DeadlineError struct{ DeadlineMs int64 }

func (e *DeadlineError) Error() string {
	return fmt.Sprintf("deadline_ms is %d", e.DeadlineMs)
}

// Reason is DEADLINE_EXCEEDED.
func (e *DeadlineError) Reason() refusal.Reason { return refusal.DeadlineExceeded }

// AttemptsError refuses an item that was tried too often (rule 6.4).
type AttemptsError struct{ Attempt, Max uint32 }

func (e *AttemptsError) Error() string {
	return fmt.Sprintf("attempt %d exceeds the maximum of %d", e.Attempt, e.Max)
}

// Reason is ATTEMPTS_EXHAUSTED.
func (e *AttemptsError) Reason() refusal.Reason { return refusal.AttemptsExhausted }

// DownstreamError refuses an item that its executor can never run.
type DownstreamError struct{ Cause error }

func (e *DownstreamError) Error() string { return e.Cause.Error() }

// Unwrap returns the executor's objection.
func (e *DownstreamError) Unwrap() error { return e.Cause }

// Reason is DOWNSTREAM_NOT_ALLOWED.
func (e *DownstreamError) Reason() refusal.Reason { return refusal.DownstreamNotAllowed }

// ReusedError refuses an item whose id belongs to another item (rule 6.2).
type ReusedError struct{ WorkID string }

func (e *ReusedError) Error() string {
	return fmt.Sprintf("%s was submitted before with other content", e.WorkID)
}

// Reason is WORK_ID_REUSED.
func (e *ReusedError) Reason() refusal.Reason { return refusal.WorkIDReused }

// UnknownError answers a request about an item that is not known, or no longer (rules 5.5, 6.3).
type UnknownError struct{ WorkID string }

func (e *UnknownError) Error() string { return "no item of this id is known" }

// Reason is UNKNOWN_WORK.
func (e *UnknownError) Reason() refusal.Reason { return refusal.UnknownWork }

// ConflictError refuses a policy that was made from another one than that in force.
type ConflictError struct{ Revision uint64 }

func (e *ConflictError) Error() string {
	return fmt.Sprintf("revision %d is in force", e.Revision)
}

// Reason is POLICY_CONFLICT.
func (e *ConflictError) Reason() refusal.Reason { return refusal.PolicyConflict }
