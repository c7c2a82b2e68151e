package httpapi_test

import (
	"net/http"
	"testing"

	"sluice.dev/peers/go/policy"
)

func TestLeasesAreGrantedAndDemandedOverHTTP(t *testing.T) {
	p := newPeer(t, 1, 5)
	on := policy.Initial(1, 5)
	on.Features.Leases = true
	if _, err := p.controller.Replace(on, func(uint64) bool { return true }); err != nil {
		t.Fatal(err)
	}
	granted := p.send(http.MethodPost, "/v1/leases", `{"clientId":"a","tenant":"t","credits":1,"zz":0}`)
	if granted.StatusCode != http.StatusOK || granted.json["credits"] != 1.0 || granted.json["ttlMs"] != 5000.0 {
		t.Fatal(granted.text)
	}
	under := func(id string, lease any) answer {
		return p.send(http.MethodPost, "/v1/work", p.item(id, map[string]any{"leaseId": lease}))
	}
	if a := under("one", granted.json["leaseId"]); a.StatusCode != http.StatusAccepted {
		t.Error(a.text)
	}
	for lease, reason := range map[any]string{granted.json["leaseId"]: "LEASE_EXHAUSTED", "unknown": "LEASE_EXPIRED"} {
		a := under("two", lease)
		wantProblem(t, a, http.StatusTooManyRequests, reason)
		if a.json["capacity"] == nil || a.json["retryable"] != true {
			t.Error(a.text)
		}
	}
	for _, body := range []string{``, `{}`, `{"clientId":"a","tenant":"t","credits":-1}`, `{"clientId":"a","tenant":"t","credits":2000001}`,
		`{"clientId":"a","client_id":"a","tenant":"t"}`} {
		wantProblem(t, p.send(http.MethodPost, "/v1/leases", body), http.StatusBadRequest, "MALFORMED")
	}
	wantProblem(t, p.send(http.MethodGet, "/v1/leases", ""), http.StatusMethodNotAllowed, "UNSPECIFIED")
}
