// Package client makes the calls of the contract over HTTP, each exactly once.
package client

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	writer "sluice.dev/peers/go/protojson"
)

// maxAnswer bounds what is read of an answer, in bytes.
const maxAnswer = 1 << 20

// Client calls one provider. It is safe for concurrent use.
type Client struct {
	base      string
	transport *http.Transport
}

// New makes a client of the provider at a base URL, which is http, that keeps up to so many connections open.
func New(base string, connections int) (*Client, error) {
	parsed, err := url.Parse(base)
	if err != nil || parsed.Scheme != "http" || parsed.Host == "" || parsed.RawQuery != "" || parsed.User != nil {
		return nil, fmt.Errorf("%q is not the http URL of a provider", base)
	}
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	return &Client{
		base:      strings.TrimSuffix(base, "/"),
		transport: &http.Transport{MaxIdleConns: connections, MaxIdleConnsPerHost: connections, DisableCompression: true, Protocols: &protocols},
	}, nil
}

// Close closes the connections that are kept.
func (c *Client) Close() { c.transport.CloseIdleConnections() }

// Submit sends one item on behalf of a trace and waits for the decision. It returns an error where there was no complete answer: then the
// provider may or may not have accepted the item.
func (c *Client) Submit(ctx context.Context, item *workv1.WorkItem, traceparent string) (Answer, error) {
	response, body, err := c.call(ctx, http.MethodPost, "/v1/work", item, traceparent)
	if err != nil {
		return Answer{}, err
	}
	return read(response, body), nil
}

// Capacity reads the provider's load.
func (c *Client) Capacity(ctx context.Context) (*capacityv1.Capacity, error) {
	return fetch(ctx, c, http.MethodGet, "/v1/capacity", nil, &capacityv1.Capacity{})
}

// Acquire asks for a lease.
func (c *Client) Acquire(ctx context.Context, request *servicev1.AcquireLeaseRequest) (*capacityv1.Lease, error) {
	return fetch(ctx, c, http.MethodPost, "/v1/leases", request, &capacityv1.Lease{})
}

// StatusError is an answer with another status than the call's success.
type StatusError struct {
	Status int
}

func (e *StatusError) Error() string { return fmt.Sprintf("the provider answered %d", e.Status) }

func fetch[M proto.Message](ctx context.Context, c *Client, method, path string, body proto.Message, answer M) (M, error) {
	response, text, err := c.call(ctx, method, path, body, "")
	if err != nil {
		return answer, err
	}
	if response.StatusCode != http.StatusOK {
		return answer, &StatusError{response.StatusCode}
	}
	return answer, parse(text, answer)
}

// parse reads what a provider sends: what is not known in it is no error (PROTOCOL.md, "Messages").
func parse(text []byte, message proto.Message) error {
	return protojson.UnmarshalOptions{DiscardUnknown: true}.Unmarshal(text, message)
}

func (c *Client) call(ctx context.Context, method, path string, message proto.Message, traceparent string) (*http.Response, []byte, error) {
	var body io.Reader
	if message != nil {
		body = bytes.NewReader(writer.Write(message))
	}
	request, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return nil, nil, err
	}
	if message != nil {
		// Without a way to read the body again net/http cannot send the request again by itself, which would be an attempt that is not counted.
		request.GetBody = nil
		request.Header.Set("Content-Type", "application/json")
	}
	if traceparent != "" {
		request.Header.Set("Traceparent", traceparent)
	}
	request.Header.Set("User-Agent", "sluice-go-producer")
	response, err := c.transport.RoundTrip(request)
	if err != nil {
		return nil, nil, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	return response, text, err
}
