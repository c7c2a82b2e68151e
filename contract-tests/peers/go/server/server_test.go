package server

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/work"
)

// held is an executor whose items end when the test says so.
type held struct{ release chan struct{} }

func (held) Vet(*work.Item) error { return nil }

func (held) Instant(*work.Item) bool { return false }

func (h held) Execute(ctx context.Context, _ admission.Job) work.Outcome {
	select {
	case <-h.release:
		return work.Done()
	case <-ctx.Done():
		return work.Fail(work.Internal, "aborted")
	}
}

type running struct {
	t       *testing.T
	url     string
	release chan struct{}
	signal  context.CancelFunc
	ended   chan error
}

func start(t *testing.T, initial policy.Policy) *running {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	executor := held{make(chan struct{})}
	controller := admission.New("test", 7, initial, executor)
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	r := &running{t, "http://" + listener.Addr().String(), executor.release, cancel, make(chan error, 1)}
	go func() { r.ended <- Run(ctx, listener, controller, "", slog.New(slog.DiscardHandler)) }()
	return r
}

func (r *running) do(method, path, body string) (status int, text string, header http.Header) {
	r.t.Helper()
	request, err := http.NewRequest(method, r.url+path, strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		r.t.Fatal(err)
	}
	defer response.Body.Close()
	data, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(data), response.Header
}

func (r *running) submit(id string) (int, string, http.Header) {
	r.t.Helper()
	return r.do(http.MethodPost, "/v1/work",
		`{"workId":"`+id+`","tenant":"t","kind":"k","criticality":2,"deadlineMs":60000,"attempt":1}`)
}

func (r *running) end() error {
	r.t.Helper()
	select {
	case err := <-r.ended:
		return err
	case <-time.After(10 * time.Second):
		r.t.Fatal("not ended within 10 s")
		return nil
	}
}

// Rule 8.5.
func TestASignalDrains(t *testing.T) {
	r := start(t, policy.Initial(1, 2))
	for _, id := range []string{"a", "b", "c"} {
		if status, text, _ := r.submit(id); status != http.StatusAccepted {
			t.Fatal(text)
		}
	}
	r.signal()
	for limit := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		if _, text, _ := r.do(http.MethodGet, "/v1/capacity", ""); strings.Contains(text, "CAPACITY_LEVEL_DRAINING") {
			break
		} else if time.Now().After(limit) {
			t.Fatal("the level is not DRAINING within 10 s: " + text)
		}
	}
	status, text, header := r.submit("x")
	if status != http.StatusServiceUnavailable || !strings.Contains(text, "REFUSAL_REASON_DRAINING") || header.Get("Retry-After") == "" {
		t.Errorf("%d %s", status, text)
	}
	if status, text, _ := r.submit("a"); status != http.StatusOK {
		t.Errorf("replay: %d %s", status, text)
	}
	if status, text, _ := r.do(http.MethodDelete, "/v1/work/c", ""); status != http.StatusOK || !strings.Contains(text, "CANCELLED") {
		t.Errorf("cancel: %d %s", status, text)
	}
	select {
	case err := <-r.ended:
		t.Fatalf("ended with items held: %v", err)
	default:
	}
	close(r.release)
	if err := r.end(); err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", strings.TrimPrefix(r.url, "http://")); err == nil {
		t.Error("the socket is still open")
	}
}

func TestADrainThatTakesTooLongIsAnError(t *testing.T) {
	initial := policy.Initial(1, 2)
	initial.DrainTimeoutMs = 50
	r := start(t, initial)
	r.submit("a")
	r.signal()
	if err := r.end(); !errors.Is(err, admission.ErrDrainTimeout) {
		t.Errorf("got %v", err)
	}
}
