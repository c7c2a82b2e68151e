// Command producer submits items to a provider of the backpressure contract and keeps to it as a client (PROTOCOL.md, chapter 11).
package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"sluice.dev/peers/go/client"
	"sluice.dev/peers/go/producer"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/retry"
	"sluice.dev/peers/go/work"
)

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// tenant on whose behalf the items are submitted.
const tenant = "producer"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program; it returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	a, err := readArguments(args)
	if err == errHelp {
		fmt.Fprint(stdout, help)
		return exitOK
	}
	if err != nil {
		fmt.Fprintf(stderr, "producer: %v; see producer --help\n", err)
		return exitUsage
	}
	settled, err := submit(ctx, a, stdout, stderr)
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "producer:", err)
		return exitFailed
	case settled < a.items:
		fmt.Fprintf(stderr, "producer: ended with %d of %d items settled\n", settled, a.items)
		return exitFailed
	}
	return exitOK
}

// submit sends the items and returns how many were settled.
func submit(ctx context.Context, a arguments, stdout, stderr io.Writer) (settled int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c, err := client.New(a.provider, a.options.Concurrency)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	run := rand.Text()
	p := producer.New(c, a.options, gates(ctx, c, a, run, slog.New(slog.NewTextHandler(stderr, nil)))...)
	out := bufio.NewWriter(stdout)
	lines := json.NewEncoder(out)
	var unwritten error
	p.Run(ctx, items(run, a.items), func(result producer.Result) {
		settled++
		if unwritten == nil {
			unwritten = lines.Encode(result)
		}
		if unwritten == nil {
			unwritten = out.Flush()
		}
		if unwritten != nil {
			cancel()
		}
	})
	_, _ = stderr.Write(p.Metrics().Text())
	return settled, unwritten
}

func gates(ctx context.Context, c *client.Client, a arguments, run string, log *slog.Logger) []producer.Gate {
	var gates []producer.Gate
	backoff := retry.NewBackoff(a.options.Retry, a.options.Seed+1)
	if a.follow {
		follower := producer.NewFollower(c, backoff, log)
		go follower.Follow(ctx)
		gates = append(gates, follower)
	}
	if a.lease {
		request := &servicev1.AcquireLeaseRequest{ClientId: "producer-" + run, Tenant: tenant, Credits: uint32(a.items)}
		gates = append(gates, producer.NewCredits(c, request, backoff, log))
	}
	return gates
}

// items are named by the run, so that those of another are never taken for theirs.
func items(run string, count int) []*workv1.WorkItem {
	items := make([]*workv1.WorkItem, count)
	for i := range items {
		items[i] = &workv1.WorkItem{
			WorkId:      fmt.Sprintf("producer-%s-%d", run, i+1),
			Tenant:      tenant,
			Kind:        "item",
			Criticality: work.Critical,
			Payload:     fmt.Appendf(nil, "item %d", i+1),
		}
	}
	return items
}
