package server

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"
)

// serveWithin serves at most so many connections; /held is answered when release is closed.
func serveWithin(t *testing.T, most int) (address string, begun, release chan struct{}) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, release = make(chan struct{}), make(chan struct{})
	server := New(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/held" {
			begun <- struct{}{}
			<-release
		}
	}), slog.New(slog.DiscardHandler))
	go func() { _ = server.Serve(bound(listener, most)) }()
	t.Cleanup(func() { server.Close() })
	return listener.Addr().String(), begun, release
}

type client struct {
	net.Conn
	t *testing.T
}

func dial(t *testing.T, address string) client {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return client{conn, t}
}

func (c client) send(path string) {
	c.t.Helper()
	if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: x\r\n\r\n", path); err != nil {
		c.t.Fatal(err)
	}
}

func (c client) receive() {
	c.t.Helper()
	response, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil || response.StatusCode != http.StatusOK {
		c.t.Fatal(response, err)
	}
}

func (c client) mustBeClosed() {
	c.t.Helper()
	var timeout net.Error
	if n, err := io.Copy(io.Discard, c); n > 0 || errors.As(err, &timeout) && timeout.Timeout() {
		c.t.Errorf("read %d bytes, %v; want the end", n, err)
	}
}

func TestANewConnectionTakesThePlaceOfTheOneThatWaitedLongest(t *testing.T) {
	address, _, _ := serveWithin(t, 3)
	used, silent, slow := dial(t, address), dial(t, address), dial(t, address)
	if _, err := io.WriteString(slow, "GET / HTTP/1.1\r\nHo"); err != nil {
		t.Fatal(err)
	}
	used.send("/")
	used.receive()
	for range 2 {
		fresh := dial(t, address)
		fresh.send("/")
		fresh.receive()
	}
	silent.mustBeClosed()
	slow.mustBeClosed()
	used.send("/")
	used.receive()
}

func TestARequestThatIsBeingAnsweredKeepsItsConnection(t *testing.T) {
	address, begun, release := serveWithin(t, 2)
	first, second := dial(t, address), dial(t, address)
	first.send("/held")
	second.send("/held")
	<-begun
	<-begun
	third := dial(t, address)
	third.mustBeClosed()
	close(release)
	first.receive()
	second.receive()
}
