// Package downstream makes the one HTTP call that is the work of an item (PROTOCOL.md, "The downstream call").
package downstream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/work"
)

const (
	// maxResponseBytes bounds a response body; beyond it the response counts as broken.
	maxResponseBytes = 1 << 20
	// maxResponseHeaderBytes bounds a response's header section.
	maxResponseHeaderBytes = 64 << 10
)

// Caller runs items by calling the URL that each names. It is safe for concurrent use.
type Caller struct {
	allowed   AllowList
	transport *http.Transport
}

// NewCaller makes a caller that reaches allowed places only.
func NewCaller(allowed AllowList) *Caller {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	return &Caller{
		allowed: allowed,
		transport: &http.Transport{
			// One connection for each call: a kept one may be found closed by its peer, after which net/http may send a request
			// again and a fresh item would fail for an old connection.
			DisableKeepAlives:      true,
			DisableCompression:     true,
			MaxResponseHeaderBytes: maxResponseHeaderBytes,
			Protocols:              &protocols,
		},
	}
}

// Vet tells why the item can never be run, or nil.
func (c *Caller) Vet(item *work.Item) error {
	if target, ok := item.Downstream(); ok {
		return c.allowed.Check(target)
	}
	return nil
}

// Instant tells that the item has no call to make.
func (c *Caller) Instant(item *work.Item) bool {
	_, ok := item.Downstream()
	return !ok
}

// Execute makes the call of the item: once, without redirects or proxies, bounded by ctx only. An item without a call is done at once.
func (c *Caller) Execute(ctx context.Context, job admission.Job) work.Outcome {
	target, ok := job.Item.Downstream()
	if !ok {
		return work.Done()
	}
	request, err := newRequest(ctx, target, job)
	if err != nil {
		return work.Fail(work.Internal, "the call cannot be made")
	}
	response, err := c.transport.RoundTrip(request)
	if err != nil {
		return failure(err)
	}
	defer response.Body.Close()
	if response.StatusCode < http.StatusOK {
		// A switch of protocols: there is no body to read to its end.
		return status(response.StatusCode)
	}
	if n, err := io.Copy(io.Discard, io.LimitReader(response.Body, maxResponseBytes+1)); err != nil {
		return failure(err)
	} else if n > maxResponseBytes {
		return work.Fail(work.DownstreamBroken, "the response is longer than 1 MiB")
	}
	return status(response.StatusCode)
}

func newRequest(ctx context.Context, target string, job admission.Job) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, target, bytes.NewReader(job.Item.Payload))
	if err != nil {
		return nil, err
	}
	// Whole milliseconds, rounded down: what is passed on never exceeds what is left (rule 5.3).
	left := max(time.Until(job.Deadline).Milliseconds(), 1)
	request.Header.Set("Content-Type", "application/octet-stream")
	request.Header.Set("Sluice-Work-Id", job.Item.WorkID)
	request.Header.Set("Sluice-Attempt", strconv.FormatUint(uint64(job.Item.Attempt), 10))
	request.Header.Set("Sluice-Deadline-Ms", strconv.FormatInt(left, 10))
	request.Header.Set("Traceparent", job.Trace.Traceparent())
	request.Header.Set("User-Agent", "sluice-go-worker")
	return request, nil
}

func status(code int) work.Outcome {
	switch {
	case code >= 200 && code <= 299:
		return work.Done()
	case code >= 100 && code <= 599:
		return work.FailWithStatus(code)
	default:
		return work.Fail(work.DownstreamBroken, fmt.Sprintf("the response has the status %d", code))
	}
}

// failure tells a connection that could not be made from one that broke (rule 8.4). The reason of the operating system is kept out of the
// message: it may name addresses.
func failure(err error) work.Outcome {
	var operation *net.OpError
	if errors.As(err, &operation) && operation.Op == "dial" {
		return work.Fail(work.DownstreamUnreachable, "no connection to the downstream could be made")
	}
	return work.Fail(work.DownstreamBroken, "the downstream's response broke off or is not HTTP")
}
