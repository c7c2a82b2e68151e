package httpapi_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/downstream"
	"sluice.dev/peers/go/httpapi"
	"sluice.dev/peers/go/policy"
)

// sink holds every call until it is opened, and counts the begins and the calls whose connection was closed.
type sink struct {
	*httptest.Server
	mu      sync.Mutex
	begun   []*http.Request
	aborted int
	open    chan struct{}
}

func newSink(t *testing.T) *sink {
	s := &sink{open: make(chan struct{})}
	s.Server = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		s.mu.Lock()
		s.begun = append(s.begun, r)
		s.mu.Unlock()
		select {
		case <-s.open:
		case <-r.Context().Done():
			s.mu.Lock()
			s.aborted++
			s.mu.Unlock()
		}
	}))
	t.Cleanup(func() {
		s.release()
		s.Close()
	})
	return s
}

func (s *sink) release() {
	select {
	case <-s.open:
	default:
		close(s.open)
	}
}

func (s *sink) begins() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.begun)
}

// peer is a provider over HTTP, its SINK and a client that neither retries nor follows redirects.
type peer struct {
	t          *testing.T
	url        string
	controller *admission.Controller
	sink       *sink
}

func newPeer(t *testing.T, w, q uint32) *peer {
	t.Helper()
	s := newSink(t)
	allowed, err := downstream.ParseAllowList(s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	controller := admission.New("test", 7, policy.Initial(w, q), downstream.NewCaller(allowed))
	server := httptest.NewServer(httpapi.New(controller, httpapi.GuardOf(s.Listener.Addr(), ""), slog.New(slog.DiscardHandler)))
	t.Cleanup(server.Close)
	return &peer{t, server.URL, controller, s}
}

// answer is a response with its body, as text and as JSON.
type answer struct {
	*http.Response
	text string
	json map[string]any
}

func (p *peer) send(method, path, body string, headers ...string) answer {
	p.t.Helper()
	request, err := http.NewRequest(method, p.url+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Add(headers[i], headers[i+1])
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		p.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	a := answer{Response: response, text: string(text)}
	if len(text) > 0 && strings.Contains(response.Header.Get("Content-Type"), "json") {
		if err := json.Unmarshal(text, &a.json); err != nil {
			p.t.Fatalf("%v in %s", err, text)
		}
	}
	return a
}

// item is an item that the SINK holds, with changes; a nil change takes a member out.
func (p *peer) item(id string, changes map[string]any) string {
	members := map[string]any{
		"workId": id, "tenant": "t", "kind": "k", "criticality": "CRITICALITY_CRITICAL", "deadlineMs": 60000, "attempt": 1,
		"attributes": map[string]string{"sluice.downstream": p.sink.URL + "/" + id},
	}
	maps.Copy(members, changes)
	maps.DeleteFunc(members, func(_ string, value any) bool { return value == nil })
	text, err := json.Marshal(members)
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

func (p *peer) submit(id string) answer {
	p.t.Helper()
	return p.send(http.MethodPost, "/v1/work", p.item(id, nil))
}

// fill takes every slot.
func (p *peer) fill() {
	p.t.Helper()
	d := p.controller.Capacity()
	for i := range d.Limit {
		if a := p.submit(fmt.Sprintf("fill-%d", i)); a.StatusCode != http.StatusAccepted {
			p.t.Fatalf("item %d: %s", i, a.text)
		}
	}
	p.eventually("W begins", func() bool { return p.sink.begins() == int(d.ConcurrencyLimit) })
}

func (p *peer) settle() {
	p.t.Helper()
	p.sink.release()
	p.eventually("nothing is held", func() bool { return p.controller.Capacity().Used == 0 })
}

func (p *peer) eventually(what string, holds func() bool) {
	p.t.Helper()
	for limit := time.Now().Add(10 * time.Second); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(limit) {
			p.t.Fatalf("not within 10 s: %s", what)
		}
	}
}

// wantProblem checks what every problem has to be (rule 3.1).
func wantProblem(t *testing.T, a answer, status int, reason string) {
	t.Helper()
	problemType := "about:blank"
	if reason != "UNSPECIFIED" {
		problemType = "urn:sluice:problem:" + strings.ReplaceAll(strings.ToLower(reason), "_", "-")
	}
	if a.StatusCode != status || a.Header.Get("Content-Type") != "application/problem+json" || a.json["status"] != float64(status) ||
		a.json["reason"] != "REFUSAL_REASON_"+reason || a.json["type"] != problemType || a.json["title"] == "" ||
		len(fmt.Sprint(a.json["traceId"])) != 32 || a.json["violations"] == nil {
		t.Errorf("want %d %s, got %d %s", status, reason, a.StatusCode, a.text)
	}
	if waits := status == http.StatusServiceUnavailable || status == http.StatusTooManyRequests; waits != (a.Header.Get("Retry-After") != "") {
		t.Errorf("status %d with Retry-After %q", status, a.Header.Get("Retry-After"))
	}
}
