package work

import (
	"strconv"
	"strings"

	"google.golang.org/protobuf/proto"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
)

// State is sluice.work.v1.WorkState: where an accepted item stands.
type State = workv1.WorkState

// The states.
const (
	Queued    = workv1.WorkState_WORK_STATE_QUEUED
	Running   = workv1.WorkState_WORK_STATE_RUNNING
	Completed = workv1.WorkState_WORK_STATE_COMPLETED
	Failed    = workv1.WorkState_WORK_STATE_FAILED
	Expired   = workv1.WorkState_WORK_STATE_EXPIRED
	Cancelled = workv1.WorkState_WORK_STATE_CANCELLED
)

// TerminalStates lists the states that never change (rule 9.1).
func TerminalStates() []State { return []State{Completed, Failed, Expired, Cancelled} }

// Terminal tells whether the state never changes.
func Terminal(s State) bool { return s != Queued && s != Running }

// Label is the value of the metric label state.
func Label(s State) string { return strings.ToLower(strings.TrimPrefix(s.String(), "WORK_STATE_")) }

// ErrorCode is sluice.work.v1.WorkErrorCode.
type ErrorCode = workv1.WorkErrorCode

// The kinds of failure.
const (
	DownstreamStatus      = workv1.WorkErrorCode_WORK_ERROR_CODE_DOWNSTREAM_STATUS
	DownstreamUnreachable = workv1.WorkErrorCode_WORK_ERROR_CODE_DOWNSTREAM_UNREACHABLE
	DownstreamBroken      = workv1.WorkErrorCode_WORK_ERROR_CODE_DOWNSTREAM_BROKEN
	DeadlinePassed        = workv1.WorkErrorCode_WORK_ERROR_CODE_DEADLINE_EXCEEDED
	CancelledByClient     = workv1.WorkErrorCode_WORK_ERROR_CODE_CANCELLED
	DrainTimeout          = workv1.WorkErrorCode_WORK_ERROR_CODE_DRAIN_TIMEOUT
	Internal              = workv1.WorkErrorCode_WORK_ERROR_CODE_INTERNAL
)

// Outcome is a terminal state and, unless it is Completed, its error.
type Outcome struct {
	State State
	Error *workv1.WorkError
}

// Done is the outcome of work that succeeded.
func Done() Outcome { return Outcome{State: Completed} }

// Fail is the outcome of work that began and did not succeed.
func Fail(code ErrorCode, message string) Outcome {
	return Ended(Failed, code, message)
}

// FailWithStatus is the outcome of a downstream call answered with another status than 2xx.
func FailWithStatus(status int) Outcome {
	outcome := Fail(DownstreamStatus, "the downstream answered "+strconv.Itoa(status))
	outcome.Error.DownstreamStatus = proto.Uint32(uint32(status))
	return outcome
}

// Ended is an outcome with its error.
func Ended(state State, code ErrorCode, message string) Outcome {
	return Outcome{state, &workv1.WorkError{Code: code, Message: message}}
}
