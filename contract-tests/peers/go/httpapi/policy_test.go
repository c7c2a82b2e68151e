package httpapi_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestAPolicyIsReplacedUnderItsRevision(t *testing.T) {
	p := newPeer(t, 2, 4)
	read := p.send(http.MethodGet, "/v1/policy", "")
	if read.StatusCode != http.StatusOK || read.Header.Get("ETag") != `"1"` || read.json["revision"] != "1" {
		t.Fatalf("%v %s", read.Header, read.text)
	}
	same := p.send(http.MethodPut, "/v1/policy", read.text)
	if same.StatusCode != http.StatusOK || same.Header.Get("ETag") != `"1"` {
		t.Errorf("without a change: %v %s", same.Header, same.text)
	}
	smaller := strings.Replace(read.text, `"queueLimit":4`, `"queueLimit":2`, 1)
	changed := p.send(http.MethodPut, "/v1/policy", smaller, "If-Match", `"1"`)
	if changed.StatusCode != http.StatusOK || changed.Header.Get("ETag") != `"2"` || changed.json["queueLimit"] != 2.0 {
		t.Errorf("%v %s", changed.Header, changed.text)
	}
	for _, stale := range []string{`"1"`, `W/"2"`, `2`, `"x"`} {
		wantProblem(t, p.send(http.MethodPut, "/v1/policy", read.text, "If-Match", stale), http.StatusPreconditionFailed, "POLICY_CONFLICT")
	}
	for _, fresh := range []string{`"2"`, `*`, `"1", "2"`} {
		if a := p.send(http.MethodPut, "/v1/policy", smaller, "If-Match", fresh); a.StatusCode != http.StatusOK {
			t.Errorf("If-Match %s: %s", fresh, a.text)
		}
	}
	if d := p.controller.Capacity(); d.PolicyRevision != 2 || d.QueueLimit != 2 {
		t.Errorf("%+v", d)
	}
}

// Rule 10.1.
func TestAnInvalidPolicyChangesNothing(t *testing.T) {
	p := newPeer(t, 2, 4)
	valid := p.send(http.MethodGet, "/v1/policy", "").text
	before := p.controller.Capacity()
	for from, to := range map[string]string{
		`"queueLimit":4`:      `"queueLimit":-1`,
		`"levelLowPercent":5`: `"levelLowPercent":9`,
		`"leases":false`:      `"leases":false,"turbo":true`,
		`"jitter":0.2`:        `"jitter":"NaN"`,
	} {
		a := p.send(http.MethodPut, "/v1/policy", strings.Replace(valid, from, to, 1))
		wantProblem(t, a, http.StatusUnprocessableEntity, "INVALID_POLICY")
		if len(a.json["violations"].([]any)) == 0 {
			t.Errorf("no violations: %s", a.text)
		}
	}
	for _, body := range []string{``, `[]`, valid[:len(valid)-1], strings.Replace(valid, `"queueLimit":4`, `"queueLimit":4,"queueLimit":5`, 1)} {
		wantProblem(t, p.send(http.MethodPut, "/v1/policy", body), http.StatusBadRequest, "MALFORMED")
	}
	wantProblem(t, p.send(http.MethodPut, "/v1/policy", strings.Repeat(" ", 2<<20)), http.StatusRequestEntityTooLarge, "TOO_LARGE")
	if after := p.controller.Capacity(); after != before {
		t.Errorf("%+v", after)
	}
}

// Rule 10.2, over HTTP: answered while the SINK is shut.
func TestShrinkingIsAnsweredWhileFull(t *testing.T) {
	p := newPeer(t, 1, 4)
	p.fill()
	policy := p.send(http.MethodGet, "/v1/policy", "").text
	if a := p.send(http.MethodPut, "/v1/policy", strings.Replace(policy, `"queueLimit":4`, `"queueLimit":2`, 1)); a.StatusCode != http.StatusOK {
		t.Fatal(a.text)
	}
	a := p.send(http.MethodGet, "/v1/capacity", "")
	if a.json["used"] != 5.0 || a.json["limit"] != 3.0 || a.json["available"] != 0.0 || a.json["level"] != "CAPACITY_LEVEL_SATURATED" {
		t.Errorf("%s", a.text)
	}
	wantProblem(t, p.submit("x"), http.StatusServiceUnavailable, "QUEUE_FULL")
	p.settle()
	if p.sink.begins() != 5 {
		t.Errorf("%d begins", p.sink.begins())
	}
}

// Rules 2.1 and 2.5.
func TestCapacityIsAnsweredWhileFullAndTakesNoSlot(t *testing.T) {
	p := newPeer(t, 1, 1)
	p.fill()
	for range 100 {
		a := p.send(http.MethodGet, "/v1/capacity", "")
		if a.StatusCode != http.StatusOK || a.json["used"] != 2.0 || a.json["level"] != "CAPACITY_LEVEL_SATURATED" ||
			a.Header.Get("Cache-Control") != "max-age=1" || a.Header.Get("RateLimit") != `"slots";r=0` || a.json["ttlMs"] != 1000.0 {
			t.Fatalf("%v %s", a.Header, a.text)
		}
	}
}
