package work

import "strconv"

// State is sluice.work.v1.WorkState: where an accepted item stands.
type State int

// The states, by their numbers in the schema.
const (
	Queued State = iota + 1
	Running
	Completed
	Failed
	Expired
	Cancelled
)

var stateLabels = map[State]string{
	Queued:    "queued",
	Running:   "running",
	Completed: "completed",
	Failed:    "failed",
	Expired:   "expired",
	Cancelled: "cancelled",
}

var stateNames = map[State]string{
	Queued:    "WORK_STATE_QUEUED",
	Running:   "WORK_STATE_RUNNING",
	Completed: "WORK_STATE_COMPLETED",
	Failed:    "WORK_STATE_FAILED",
	Expired:   "WORK_STATE_EXPIRED",
	Cancelled: "WORK_STATE_CANCELLED",
}

// TerminalStates lists the states that never change (rule 9.1).
func TerminalStates() []State { return []State{Completed, Failed, Expired, Cancelled} }

// Terminal tells whether the state never changes.
func (s State) Terminal() bool { return s >= Completed }

// String is the full name of the enum value.
func (s State) String() string {
	if name, ok := stateNames[s]; ok {
		return name
	}
	return strconv.Itoa(int(s))
}

// Label is the value of the metric label state.
func (s State) Label() string { return stateLabels[s] }

// MarshalText writes the full name of the enum value.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// ErrorCode is sluice.work.v1.WorkErrorCode, by its name in the schema.
type ErrorCode string

// The kinds of failure.
const (
	DownstreamStatus      ErrorCode = "WORK_ERROR_CODE_DOWNSTREAM_STATUS"
	DownstreamUnreachable ErrorCode = "WORK_ERROR_CODE_DOWNSTREAM_UNREACHABLE"
	DownstreamBroken      ErrorCode = "WORK_ERROR_CODE_DOWNSTREAM_BROKEN"
	DeadlinePassed        ErrorCode = "WORK_ERROR_CODE_DEADLINE_EXCEEDED"
	CancelledByClient     ErrorCode = "WORK_ERROR_CODE_CANCELLED"
	DrainTimeout          ErrorCode = "WORK_ERROR_CODE_DRAIN_TIMEOUT"
	Internal              ErrorCode = "WORK_ERROR_CODE_INTERNAL"
)

// Error is sluice.work.v1.WorkError: why an item did not complete.
type Error struct {
	// Code is the kind of failure.
	Code ErrorCode `json:"code"`
	// Message for a person, at most 1,024 characters.
	Message string `json:"message"`
	// DownstreamStatus is the HTTP status received; set with DownstreamStatus only.
	DownstreamStatus *int `json:"downstreamStatus,omitempty"`
}

// Outcome is a terminal state and, unless it is Completed, its error.
type Outcome struct {
	State State
	Error *Error
}

// Done is the outcome of work that succeeded.
func Done() Outcome { return Outcome{State: Completed} }

// Fail is the outcome of work that began and did not succeed.
func Fail(code ErrorCode, message string) Outcome {
	return Outcome{Failed, &Error{Code: code, Message: message}}
}

// FailWithStatus is the outcome of a downstream call answered with another status than 2xx.
func FailWithStatus(status int) Outcome {
	return Outcome{Failed, &Error{DownstreamStatus, "the downstream answered " + strconv.Itoa(status), &status}}
}

// Status is sluice.work.v1.WorkStatus.
type Status struct {
	// WorkID of the item.
	WorkID string `json:"workId"`
	// State where the item stands.
	State State `json:"state"`
	// Attempt with which the item was accepted.
	Attempt uint32 `json:"attempt"`
	// Timings of the stages.
	Timings Timings `json:"timings"`
	// Error says why the item did not complete; absent where it did or still may.
	Error *Error `json:"error,omitempty"`
}

// Timings are the durations of an item's stages, in milliseconds.
type Timings struct {
	// QueuedMs is the time from acceptance to the begin, or to the end of an item that never began, or to now.
	QueuedMs uint32 `json:"queuedMs"`
	// RunningMs is the time from the begin to the end or to now; absent before the begin.
	RunningMs *uint32 `json:"runningMs,omitempty"`
}
