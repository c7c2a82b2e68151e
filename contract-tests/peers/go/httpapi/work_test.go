package httpapi_test

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestAnAcceptedItemHasALocationAndRunsOnce(t *testing.T) {
	p := newPeer(t, 1, 1)
	a := p.submit("w-1")
	capacity := a.json["capacity"].(map[string]any)
	if a.StatusCode != http.StatusAccepted || a.Header.Get("Location") != "/v1/work/w-1" || a.json["workId"] != "w-1" ||
		a.json["outcome"] != "ADMISSION_OUTCOME_ACCEPTED" || capacity["used"] != 1.0 || capacity["epoch"] != "7" ||
		a.Header.Get("RateLimit") != `"slots";r=1` || a.Header.Get("RateLimit-Policy") != `"slots";q=2;qu="concurrent-requests"` {
		t.Errorf("%v %s", a.Header, a.text)
	}
	if again := p.submit("w-1"); again.StatusCode != http.StatusOK || again.Header.Get("Location") != "/v1/work/w-1" {
		t.Errorf("replay: %d %s", again.StatusCode, again.text)
	}
	p.settle()
	if s := p.send(http.MethodGet, "/v1/work/w-1", ""); s.json["state"] != "WORK_STATE_COMPLETED" || p.sink.begins() != 1 {
		t.Errorf("%s, %d begins", s.text, p.sink.begins())
	}
}

// Rules 1.1, 3.1 to 3.3.
func TestAFullProviderRefusesAndTheRefusedLeaveNoTrace(t *testing.T) {
	p := newPeer(t, 2, 3)
	p.fill()
	for i := range 10 {
		a := p.submit(fmt.Sprintf("x%d", i))
		wantProblem(t, a, http.StatusServiceUnavailable, "QUEUE_FULL")
		wait := a.json["retryAfterMs"].(float64)
		seconds := strconv.Itoa(int(math.Ceil(wait / 1000)))
		if wait < 1 || a.Header.Get("Retry-After") != seconds || a.Header.Get("RateLimit") != `"slots";r=0;t=`+seconds ||
			a.json["workId"] != fmt.Sprintf("x%d", i) || a.json["retryable"] != true || a.json["capacity"] == nil {
			t.Errorf("%v %s", a.Header, a.text)
		}
		wantProblem(t, p.send(http.MethodGet, fmt.Sprintf("/v1/work/x%d", i), ""), http.StatusNotFound, "UNKNOWN_WORK")
	}
	if n := p.sink.begins(); n != 2 {
		t.Errorf("%d begins", n)
	}
	p.settle()
	if a := p.submit("x0"); a.StatusCode != http.StatusAccepted {
		t.Errorf("after settling: %s", a.text)
	}
}

// Rule 3.4: one stimulus for each row that this provider can be brought to, and the order of the checks.
func TestEveryReasonHasItsStatus(t *testing.T) {
	p := newPeer(t, 1, 0)
	p.fill()
	far := map[string]string{"sluice.downstream": "http://192.0.2.1:80/"}
	for _, c := range []struct {
		status  int
		reason  string
		body    string
		headers []string
	}{
		{400, "MALFORMED", `{`, nil},
		{400, "MALFORMED", "{\"workId\":\"\xff\"}", nil},
		{400, "MALFORMED", `{"workId":"a","workId":"a"}`, nil},
		{400, "MALFORMED", `{"workId":"a","work_id":"a"}`, nil},
		{400, "MALFORMED", strings.Repeat(`{"a":`, 100_000), nil},
		{400, "MALFORMED", p.item("a", map[string]any{"deadlineMs": nil}), nil},
		{400, "MALFORMED", p.item("a", map[string]any{"deadlineMs": 86400001}), nil},
		{400, "MALFORMED", p.item("a", map[string]any{"attempt": 0}), nil},
		{400, "MALFORMED", p.item("a", map[string]any{"criticality": "URGENT"}), nil},
		{400, "MALFORMED", p.item("a", nil), []string{"Idempotency-Key", `"b"`}},
		{400, "MALFORMED", p.item("a", nil), []string{"Idempotency-Key", `a`}},
		{400, "MALFORMED", p.item("a", nil), []string{"Idempotency-Key", `"a"`, "Idempotency-Key", `"a"`}},
		{400, "UNSUPPORTED_VERSION", p.item("a", map[string]any{"schemaVersion": 2}), nil},
		{413, "TOO_LARGE", p.item("a", map[string]any{"payload": strings.Repeat("A", 4*(1<<20/3+1))}), nil},
		{413, "TOO_LARGE", `"` + strings.Repeat("A", 10<<20) + `"`, nil},
		{422, "WORK_ID_REUSED", p.item("fill-0", map[string]any{"payload": "aGk=", "deadlineMs": 0}), nil},
		{504, "DEADLINE_EXCEEDED", p.item("a", map[string]any{"deadlineMs": 0, "attempt": 99}), nil},
		{504, "DEADLINE_EXCEEDED", p.item("a", map[string]any{"deadlineMs": "-1"}), nil},
		{422, "ATTEMPTS_EXHAUSTED", p.item("a", map[string]any{"attempt": 6, "attributes": far}), nil},
		{422, "DOWNSTREAM_NOT_ALLOWED", p.item("a", map[string]any{"attributes": far}), nil},
		{503, "QUEUE_FULL", p.item("a", map[string]any{"zz": map[string]any{"unknown": true}}), []string{"Idempotency-Key", `"a"`}},
		{415, "UNSPECIFIED", p.item("a", nil), []string{"Content-Type", "text/plain"}},
		{503, "QUEUE_FULL", p.item("a", nil), []string{"Content-Type", "application/json; charset=utf-8"}},
	} {
		a := p.send(http.MethodPost, "/v1/work", c.body, c.headers...)
		wantProblem(t, a, c.status, c.reason)
		if a.json["instance"] != "/v1/work" {
			t.Errorf("instance: %s", a.text)
		}
		if listed := len(a.json["violations"].([]any)) > 0; listed != (c.reason == "MALFORMED") {
			t.Errorf("%s with violations %v", c.reason, a.json["violations"])
		}
	}
	if d := p.controller.Capacity(); d.Used != 1 || p.sink.begins() != 1 {
		t.Errorf("state has changed: %+v", d)
	}
}

func TestALargestPayloadIsAccepted(t *testing.T) {
	p := newPeer(t, 1, 0)
	body := p.item("big", map[string]any{"payload": strings.Repeat("A", 1<<20/3*4) + "AA"})
	if a := p.send(http.MethodPost, "/v1/work", body); a.StatusCode != http.StatusAccepted {
		t.Errorf("%s", a.text)
	}
}

func TestWhatIsNoPartOfTheContractIsABlankProblem(t *testing.T) {
	p := newPeer(t, 1, 0)
	for _, path := range []string{"/", "/v2/work", "/v1/work/", "/v1/work/a/b", "/v1//capacity", "/v1/Work"} {
		wantProblem(t, p.send(http.MethodGet, path, ""), http.StatusNotFound, "UNSPECIFIED")
	}
	for path, allow := range map[string]string{
		"/v1/work": "POST", "/v1/work/a": "GET, DELETE", "/v1/capacity": "GET", "/v1/policy": "GET, PUT", "/metrics": "GET",
	} {
		a := p.send(http.MethodPatch, path, "")
		wantProblem(t, a, http.StatusMethodNotAllowed, "UNSPECIFIED")
		if a.Header.Get("Allow") != allow {
			t.Errorf("%s: Allow %q", path, a.Header.Get("Allow"))
		}
	}
	wantProblem(t, p.send(http.MethodPost, "/v1/leases", `{}`), http.StatusNotFound, "UNSPECIFIED")
	wantProblem(t, p.send(http.MethodGet, "/v1/work/%20", ""), http.StatusNotFound, "UNKNOWN_WORK")
	if a := p.send(http.MethodHead, "/v1/capacity", ""); a.StatusCode != http.StatusOK || a.text != "" {
		t.Errorf("HEAD: %d %q", a.StatusCode, a.text)
	}
}

// Rules 5.4, 5.5.
func TestCancellingAbortsTheCallAndFreesTheSlot(t *testing.T) {
	p := newPeer(t, 1, 1)
	p.fill()
	wantProblem(t, p.submit("y"), http.StatusServiceUnavailable, "QUEUE_FULL")
	for range 3 {
		if a := p.send(http.MethodDelete, "/v1/work/fill-1", ""); a.StatusCode != http.StatusOK || a.json["state"] != "WORK_STATE_CANCELLED" {
			t.Errorf("queued: %s", a.text)
		}
	}
	if a := p.submit("y"); a.StatusCode != http.StatusAccepted {
		t.Errorf("after cancelling a queued item: %s", a.text)
	}
	p.send(http.MethodDelete, "/v1/work/fill-0", "")
	p.eventually("the SINK sees the abort", func() bool {
		p.sink.mu.Lock()
		defer p.sink.mu.Unlock()
		return p.sink.aborted == 1
	})
	p.eventually("its slot is free", func() bool { return p.submit("z").StatusCode == http.StatusAccepted })
	p.settle()
	if a := p.send(http.MethodDelete, "/v1/work/y", ""); a.json["state"] != "WORK_STATE_COMPLETED" {
		t.Errorf("completed: %s", a.text)
	}
	wantProblem(t, p.send(http.MethodDelete, "/v1/work/unknown", ""), http.StatusNotFound, "UNKNOWN_WORK")
}

// Rule 9.3.
func TestTheTraceReachesTheDownstreamAndProblems(t *testing.T) {
	const id = "4bf92f3577b34da6a3ce929d0e0e4736"
	header := []string{"traceparent", "00-" + id + "-00f067aa0ba902b7-01"}
	p := newPeer(t, 1, 0)
	p.send(http.MethodPost, "/v1/work", p.item("a", nil), header...)
	p.eventually("a begin", func() bool { return p.sink.begins() == 1 })
	if got := p.sink.begun[0].Header.Get("Traceparent"); !strings.HasPrefix(got, "00-"+id+"-") {
		t.Errorf("downstream: %s", got)
	}
	if a := p.send(http.MethodPost, "/v1/work", p.item("b", nil), header...); a.json["traceId"] != id {
		t.Errorf("problem: %s", a.text)
	}
}

// Rule 5.6: clients that go away at any byte of their request leave no slot taken and no item half known.
func TestClientsThatGoAwayLoseNoSlot(t *testing.T) {
	p := newPeer(t, 2, 100)
	p.sink.release()
	const seed = 20240607
	random := rand.New(rand.NewPCG(seed, seed))
	t.Logf("seed %d", seed)
	for i := range 100 {
		body := p.item(fmt.Sprintf("cut-%d", i), nil)
		request := fmt.Sprintf("POST /v1/work HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		conn, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(conn, request[:random.IntN(len(request)+1)])
		conn.Close()
	}
	time.Sleep(50 * time.Millisecond)
	p.settle()
	for i := range 100 {
		a := p.send(http.MethodGet, fmt.Sprintf("/v1/work/cut-%d", i), "")
		if a.StatusCode != http.StatusNotFound && a.json["state"] != "WORK_STATE_COMPLETED" {
			t.Errorf("cut-%d: %s", i, a.text)
		}
	}
	r := p.controller.Report()
	settled := uint64(0)
	for _, n := range r.Counts.Settled {
		settled += n
	}
	if r.Counts.Accepted != settled {
		t.Errorf("%+v", r.Counts)
	}
}

// Rule 9.1 and 9.2: the counts of a scrape, and as many series for many ids as for one.
func TestMetricsCountAndDoNotGrowWithIDs(t *testing.T) {
	p := newPeer(t, 2, 50)
	p.sink.release()
	scrape := func() map[string]string {
		a := p.send(http.MethodGet, "/metrics", "")
		series := make(map[string]string)
		for lines := bufio.NewScanner(strings.NewReader(a.text)); lines.Scan(); {
			if line := lines.Text(); !strings.HasPrefix(line, "#") {
				at := strings.LastIndexByte(line, ' ')
				series[line[:at]] = line[at+1:]
			}
		}
		return series
	}
	round := func(id string) {
		p.submit(id)
		p.send(http.MethodGet, "/v1/work/"+id, "")
		p.settle()
	}
	round("first")
	scrape()
	before := scrape()
	for i := range 40 {
		round(fmt.Sprintf("i%d", i))
	}
	after := scrape()
	if len(before) != len(after) {
		t.Errorf("%d series, then %d", len(before), len(after))
	}
	for series, want := range map[string]string{
		`backpressure_admission_requests_total{outcome="accepted",error_type=""}`:           "41",
		`backpressure_admission_requests_total{outcome="rejected",error_type="queue_full"}`: "0",
		`backpressure_work_settled_total{state="completed"}`:                                "41",
		`backpressure_work_settled_total{state="failed"}`:                                   "0",
		`backpressure_queue_wait_duration_seconds_count`:                                    "41",
		`backpressure_work_running`:                                                         "0",
		`backpressure_queue_capacity`:                                                       "50",
	} {
		if after[series] != want {
			t.Errorf("%s is %q, want %s", series, after[series], want)
		}
	}
}
