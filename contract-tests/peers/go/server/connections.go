package server

import (
	"container/list"
	"context"
	"net"
	"net/http"
	"sync"
)

// connections accepts at most a number of connections at a time. A new one beyond takes the place of the one that has waited longest for its client,
// so that silent and slow clients cannot keep others out; where every one is being answered, the new one is closed.
type connections struct {
	net.Listener
	most int

	mu    sync.Mutex
	count int
	// waiting are those without a request that is being answered, the one whose last ended first in front.
	waiting list.List
}

func bound(l net.Listener, most int) *connections {
	return &connections{Listener: l, most: most}
}

// Accept waits for a connection that there is a place for.
func (c *connections) Accept() (net.Conn, error) {
	for {
		accepted, err := c.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if opened := c.open(accepted); opened != nil {
			return opened, nil
		}
		accepted.Close()
	}
}

// open finds a place, or returns nil.
func (c *connections) open(accepted net.Conn) *connection {
	c.mu.Lock()
	opened := &connection{Conn: accepted, all: c}
	var evicted *connection
	if c.count >= c.most {
		front := c.waiting.Front()
		if front == nil {
			c.mu.Unlock()
			return nil
		}
		evicted = front.Value.(*connection)
		c.waiting.Remove(front)
		evicted.place = nil
	}
	c.count++
	opened.place = c.waiting.PushBack(opened)
	c.mu.Unlock()
	if evicted != nil {
		evicted.Close()
	}
	return opened
}

// connection is one that is open.
type connection struct {
	net.Conn
	all *connections
	// place among those that wait; nil while a request is being answered.
	place  *list.Element
	closed bool
}

// begin tells that a request is being answered.
func (c *connection) begin() {
	c.all.mu.Lock()
	defer c.all.mu.Unlock()
	if c.place != nil {
		c.all.waiting.Remove(c.place)
		c.place = nil
	}
}

// end tells that it has been.
func (c *connection) end() {
	c.all.mu.Lock()
	defer c.all.mu.Unlock()
	if c.place == nil && !c.closed {
		c.place = c.all.waiting.PushBack(c)
	}
}

// Close frees the place, once.
func (c *connection) Close() error {
	c.all.mu.Lock()
	if !c.closed {
		c.closed = true
		c.all.count--
		if c.place != nil {
			c.all.waiting.Remove(c.place)
			c.place = nil
		}
	}
	c.all.mu.Unlock()
	return c.Conn.Close()
}

// CloseWrite half-closes, so that net/http can finish an answer to a client that still sends.
func (c *connection) CloseWrite() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

type connectionKey struct{}

// remember lets a request find its connection.
func remember(ctx context.Context, conn net.Conn) context.Context {
	return context.WithValue(ctx, connectionKey{}, conn)
}

// counted marks the connections whose requests the handler is answering.
func counted(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, ok := r.Context().Value(connectionKey{}).(*connection); ok {
			c.begin()
			defer c.end()
		}
		handler.ServeHTTP(w, r)
	})
}
