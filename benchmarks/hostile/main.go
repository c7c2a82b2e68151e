// Command hostile does to a worker what careless and malicious clients do, and says what came of it and how much memory it took.
//
// Usage: hostile PID URL. PID is the worker's process.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

const (
	idle   = 10_000
	slow   = 2_000
	rounds = 20
	// bound is how many connections a worker keeps, and a few that it is about to close.
	bound = 1024 + 16
)

type worker struct{ pid, url, address string }

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: hostile PID URL")
		os.Exit(2)
	}
	w := worker{os.Args[1], os.Args[2], strings.TrimPrefix(os.Args[2], "http://")}
	fmt.Printf("at rest: %d MiB\n", w.memory())
	failed := false
	for _, trial := range []struct {
		name string
		run  func() (string, bool)
	}{
		{fmt.Sprintf("%d idle connections", idle), w.idle},
		{fmt.Sprintf("%d connections that send a header byte by byte", slow), w.slowHeaders},
		{"8 bodies of 1 GiB", func() (string, bool) { return w.body(func() io.Reader { return endless(1 << 30) }) }},
		{"8 times 10 MB of text in one member", w.text(`{"workId":"` + strings.Repeat("a", 10_000_000) + `"}`)},
		{"8 times one member 300,000 times", w.text("{" + strings.Repeat(`"a":1,`, 300_000) + `"b":1}`)},
		{"8 times 100,000 different members", w.text(members(100_000))},
		{"8 times nesting of 1,000,000", w.text(strings.Repeat("[", 1_000_000))},
	} {
		what, held := trial.run()
		answered := w.answers()
		fmt.Printf("%s: %s; %d MiB; answers %v\n", trial.name, what, w.memory(), answered)
		failed = failed || !held || !answered
	}
	if failed {
		os.Exit(1)
	}
}

// memory is the resident set, in MiB.
func (w worker) memory() int {
	status, err := os.ReadFile("/proc/" + w.pid + "/status")
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes := 0
	_, _ = fmt.Sscan(rest, &kilobytes)
	return kilobytes >> 10
}

// answers tells whether a fresh client is served.
func (w worker) answers() bool {
	client := http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Get(w.url + "/v1/capacity")
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode == http.StatusOK
}

func (w worker) idle() (string, bool) {
	conns := w.dial(idle)
	defer hangUp(conns)
	served := w.answers()
	open := stillOpen(conns)
	return fmt.Sprintf("%d opened, %d still open, a fresh client is answered meanwhile: %v", len(conns), open, served), served && open <= bound
}

func (w worker) slowHeaders() (string, bool) {
	conns := w.dial(slow)
	defer hangUp(conns)
	text := "GET /v1/capacity HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("a", rounds)
	served := true
	for i := range rounds {
		for _, conn := range conns {
			_, _ = conn.Write([]byte(text[i : i+1]))
		}
		served = served && (i%5 > 0 || w.answers())
		time.Sleep(100 * time.Millisecond)
	}
	open := stillOpen(conns)
	return fmt.Sprintf("%d still open, fresh clients are answered meanwhile: %v", open, served), served && open <= bound
}

func (w worker) dial(count int) []net.Conn {
	var conns []net.Conn
	for range count {
		conn, err := net.DialTimeout("tcp", w.address, 5*time.Second)
		if err != nil {
			break
		}
		conns = append(conns, conn)
	}
	return conns
}

func hangUp(conns []net.Conn) {
	for _, conn := range conns {
		conn.Close()
	}
}

// stillOpen counts the connections that the worker has not closed.
func stillOpen(conns []net.Conn) int {
	open := 0
	for _, conn := range conns {
		_ = conn.SetReadDeadline(time.Now().Add(time.Millisecond))
		_, err := conn.Read(make([]byte, 1))
		var timeout net.Error
		if errors.As(err, &timeout) && timeout.Timeout() {
			open++
		}
	}
	return open
}

// text submits the same body each time.
func (w worker) text(body string) func() (string, bool) {
	return func() (string, bool) { return w.body(func() io.Reader { return strings.NewReader(body) }) }
}

// body submits a body eight times at once; each has to be refused or cut off.
func (w worker) body(body func() io.Reader) (string, bool) {
	outcomes := together(func() string { return w.submit(body()) })
	held := true
	counts := map[string]int{}
	for _, outcome := range outcomes {
		counts[outcome]++
		held = held && (outcome == "closed" || strings.HasPrefix(outcome, "4"))
	}
	return fmt.Sprint(counts), held
}

func together(one func() string) [8]string {
	var outcomes [8]string
	var all sync.WaitGroup
	for i := range outcomes {
		all.Go(func() { outcomes[i] = one() })
	}
	all.Wait()
	return outcomes
}

func (w worker) submit(body io.Reader) string {
	client := http.Client{Timeout: time.Minute, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Post(w.url+"/v1/work", "application/json", body)
	if err != nil {
		return "closed"
	}
	response.Body.Close()
	return response.Status
}

// endless is so many spaces, of a length that is not told.
func endless(length int64) io.Reader { return io.LimitReader(spaces{}, length) }

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func members(count int) string {
	var text strings.Builder
	text.WriteByte('{')
	for i := range count {
		fmt.Fprintf(&text, `"m%d":%d,`, i, i)
	}
	text.WriteString(`"z":0}`)
	return text.String()
}
