package downstream_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/downstream"
	"sluice.dev/peers/go/trace"
	"sluice.dev/peers/go/work"
)

const traceID = "4bf92f3577b34da6a3ce929d0e0e4736"

func job(url string) admission.Job {
	return admission.Job{
		Item: &work.Item{
			WorkID: "w-1", Attempt: 3, Payload: []byte("payload"), Attributes: map[string]string{work.DownstreamAttribute: url},
		},
		Trace:    trace.Parse("00-" + traceID + "-00f067aa0ba902b7-01"),
		Deadline: time.Now().Add(10 * time.Second),
	}
}

func call(t *testing.T, url string) work.Outcome {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	return downstream.NewCaller(downstream.AllowList{}).Execute(ctx, job(url))
}

func TestTheCallCarriesTheItem(t *testing.T) {
	var got *http.Request
	var body []byte
	sink := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		got = r
		body, _ = io.ReadAll(r.Body)
	}))
	defer sink.Close()
	if outcome := call(t, sink.URL+"/path?q=1"); outcome.State != work.Completed {
		t.Fatalf("%+v", outcome)
	}
	left, err := strconv.Atoi(got.Header.Get("Sluice-Deadline-Ms"))
	if err != nil || left < 1 || left > 10_000 {
		t.Errorf("Sluice-Deadline-Ms: %v", got.Header)
	}
	parent := got.Header.Get("Traceparent")
	if !strings.HasPrefix(parent, "00-"+traceID+"-") || !strings.HasSuffix(parent, "-01") || strings.Contains(parent, "00f067aa0ba902b7") {
		t.Errorf("traceparent: %s", parent)
	}
	if got.Method != http.MethodPost || got.URL.String() != "/path?q=1" || string(body) != "payload" || got.ProtoMajor != 1 || !got.Close ||
		got.Header.Get("Content-Type") != "application/octet-stream" ||
		got.Header.Get("Sluice-Work-Id") != "w-1" || got.Header.Get("Sluice-Attempt") != "3" {
		t.Errorf("%s %s %q %v", got.Method, got.URL, body, got.Header)
	}
}

func TestAnItemWithoutACallIsDoneAtOnce(t *testing.T) {
	outcome := downstream.NewCaller(downstream.AllowList{}).Execute(t.Context(), admission.Job{Item: &work.Item{}})
	if outcome.State != work.Completed {
		t.Errorf("%+v", outcome)
	}
}

func TestTheStatusDecides(t *testing.T) {
	var calls int
	sink := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls++
		status, _ := strconv.Atoi(r.URL.Path[1:])
		w.Header().Set("Location", "/200")
		w.WriteHeader(status)
	}))
	defer sink.Close()
	for i, status := range []int{200, 204, 299, 302, 307, 404, 500, 503} {
		outcome := call(t, sink.URL+"/"+strconv.Itoa(status))
		switch {
		case status < 300 && outcome.State != work.Completed:
			t.Errorf("%d: %+v", status, outcome)
		case status >= 300 && (outcome.State != work.Failed || outcome.Error.Code != work.DownstreamStatus || outcome.Error.GetDownstreamStatus() != uint32(status)):
			t.Errorf("%d: %+v", status, outcome)
		}
		if calls != i+1 {
			t.Errorf("%d: %d calls after %d items", status, calls, i+1)
		}
	}
}

// raw is a SINK that reads the request's first bytes, sends text and ends the connection, by reset where told so.
func raw(t *testing.T, text string, reset bool) (url string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = conn.Read(make([]byte, 4096))
			_, _ = io.WriteString(conn, text)
			if reset {
				_ = conn.(*net.TCPConn).SetLinger(0)
			}
			conn.Close()
		}
	}()
	return "http://" + listener.Addr().String() + "/"
}

func TestABrokenResponseFails(t *testing.T) {
	for name, url := range map[string]string{
		"reset":         raw(t, "", true),
		"closed":        raw(t, "", false),
		"half a header": raw(t, "HTTP/1.1 200 OK\r\nContent-Le", false),
		"half a body":   raw(t, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", false),
		"half a chunk":  raw(t, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", false),
		"no HTTP":       raw(t, "220 mail.example ESMTP\r\n", false),
		"strange":       raw(t, "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n", false),
		"too long":      raw(t, "HTTP/1.1 200 OK\r\n\r\n"+strings.Repeat("x", 1<<20+1), false),
	} {
		if outcome := call(t, url); outcome.State != work.Failed || outcome.Error.Code != work.DownstreamBroken {
			t.Errorf("%s: %+v", name, outcome)
		}
	}
}

func TestNoConnectionIsUnreachable(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener.Close()
	outcome := call(t, "http://"+listener.Addr().String()+"/")
	if outcome.State != work.Failed || outcome.Error.Code != work.DownstreamUnreachable {
		t.Errorf("%+v", outcome)
	}
}

// Rule 5.3: the end of the context closes the connection, and the call returns.
func TestAnAbortClosesTheConnection(t *testing.T) {
	begun, closed := make(chan struct{}), make(chan struct{})
	sink := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.ReadAll(r.Body)
		close(begun)
		<-r.Context().Done()
		close(closed)
	}))
	defer sink.Close()
	ctx, cancel := context.WithCancel(t.Context())
	returned := make(chan struct{})
	go func() {
		downstream.NewCaller(downstream.AllowList{}).Execute(ctx, job(sink.URL))
		close(returned)
	}()
	<-begun
	cancel()
	for name, event := range map[string]chan struct{}{"connection closed": closed, "call returned": returned} {
		select {
		case <-event:
		case <-time.After(10 * time.Second):
			t.Fatalf("not within 10 s: %s", name)
		}
	}
}
