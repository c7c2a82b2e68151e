package policy

import (
	"math"

	policyv1 "sluice.dev/peers/go/protocol/policy/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

// ReadRetry reads a retry policy by itself, as strictly as it is read within a policy. It returns an *InvalidError, or another error for text that is none
// at all.
func ReadRetry(text []byte) (Retry, error) {
	document, err := strictjson.Parse(text)
	if err != nil {
		return Retry{}, err
	}
	r := &protojson.Reader{Strict: true}
	m := &policyv1.RetryPolicy{}
	r.Read(document, m)
	if r.Fault() != nil {
		return Retry{}, r.Fault()
	}
	if m.Budget == nil {
		r.Reject("budget", "required", "is required")
	}
	retry := retryOf(m)
	constrainRetry(r, "", retry)
	if !r.Mistyped() {
		constrainBackoff(r, "", retry)
	}
	if violations := r.Violations(); len(violations) > 0 {
		return Retry{}, &InvalidError{violations}
	}
	return retry, nil
}

// constrainRetry checks the constraints of single fields; the prefix is that of their paths.
func constrainRetry(r *protojson.Reader, prefix string, retry Retry) {
	constrainBounds(r, []bound{
		{prefix + "max_attempts", retry.MaxAttempts, 2, 5, between},
		{prefix + "initial_backoff_ms", retry.InitialBackoffMs, 1, hour, between},
		{prefix + "max_backoff_ms", retry.MaxBackoffMs, 1, hour, between},
		{prefix + "budget.max_tokens", retry.Budget.MaxTokens, 1, 1000, between},
	})
	if m := retry.Multiplier; !(m >= 1 && m <= 10) && !r.Covers(prefix+"multiplier") {
		r.Reject(prefix+"multiplier", "double.gte_lte", "must be 1 to 10, is %v", m)
	}
	if retry.Jitter != 0.2 && !r.Covers(prefix+"jitter") {
		r.Reject(prefix+"jitter", "double.const", "must be 0.2, is %v", retry.Jitter)
	}
	ratio := retry.Budget.TokenRatio
	if (math.IsNaN(ratio) || ratio <= 0 || ratio > 1000) && !r.Covers(prefix+"budget.token_ratio") {
		r.Reject(prefix+"budget.token_ratio", "double.gt_lte", "must be above 0 and at most 1000, is %v", ratio)
	}
}

func constrainBackoff(r *protojson.Reader, path string, retry Retry) {
	if retry.InitialBackoffMs > retry.MaxBackoffMs {
		r.Reject(path, "retry_policy.backoff", "initial_backoff_ms must not exceed max_backoff_ms")
	}
}
