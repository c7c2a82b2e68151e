// Command worker is the reference worker in Go: a provider of the backpressure contract whose work is one HTTP call for each item.
package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/config"
	"sluice.dev/peers/go/downstream"
	"sluice.dev/peers/go/server"
)

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

const version = "1.0.0"

const help = `worker serves the Sluice backpressure contract, version 1, over HTTP.

Usage: worker [--help] [--version]

Environment:
  SLUICE_LISTEN             address:port, port 0 for any free one (default 127.0.0.1:0)
  SLUICE_CONCURRENCY_LIMIT  items that run at once, 1 to 1000000 (default 4)
  SLUICE_QUEUE_LIMIT        items that wait, 0 to 1000000 (default 16)
  SLUICE_DOWNSTREAM_ALLOW   comma-separated host:port that items may call, port * for any (default none)
  SLUICE_PROVIDER_ID        name of this process, A-Z a-z 0-9 . _ - (default go-<pid>)
  SLUICE_POLICY_TOKEN       what a client sends as bearer token to replace the policy; without one, no client beyond loopback can

Prints "listening on http://ADDRESS:PORT" when it is ready; logs go to standard error.
SIGTERM or SIGINT drains: new items are refused, accepted ones finished. A second signal ends it at once.

Exit status: 0 after a complete drain, 1 if items were cut off or serving failed, 2 for bad usage or configuration.
`

func main() {
	// After the first signal the default handling is back, so that a second one ends the process.
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
}

// run is the program; it returns the exit status.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("worker", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	showVersion := flags.Bool("version", false, "")
	showHelp := flags.Bool("help", false, "")
	if err := flags.Parse(args); err != nil && err != flag.ErrHelp {
		fmt.Fprintf(stderr, "worker: %v; see worker --help\n", err)
		return exitUsage
	} else if *showHelp || err == flag.ErrHelp {
		fmt.Fprint(stdout, help)
		return exitOK
	}
	if *showVersion {
		fmt.Fprintln(stdout, "sluice-go-worker", version)
		return exitOK
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "worker: %q is not understood; see worker --help\n", flags.Arg(0))
		return exitUsage
	}
	settings, err := config.Read(getenv)
	if err != nil {
		fmt.Fprintln(stderr, "worker:", err)
		return exitUsage
	}
	return serve(ctx, settings, stdout, stderr)
}

func serve(ctx context.Context, settings config.Config, stdout, stderr io.Writer) int {
	listener, err := net.Listen("tcp", settings.Listen)
	if err != nil {
		fmt.Fprintf(stderr, "worker: %s: %v\n", config.Listen, err)
		return exitFailed
	}
	log := slog.New(slog.NewTextHandler(stderr, nil))
	controller := admission.New(settings.ProviderID, newEpoch(), settings.Policy, downstream.NewCaller(settings.Allowed))
	fmt.Fprintf(stdout, "listening on http://%s\n", listener.Addr())
	if err := server.Run(ctx, listener, controller, settings.PolicyToken, log); err != nil {
		log.Error("ended", "error", err)
		return exitFailed
	}
	return exitOK
}

// newEpoch identifies this run: random, 1 to 2^63-1, so that readers of signed integers take it too (rule 8.6).
func newEpoch() uint64 {
	var b [8]byte
	rand.Read(b[:])
	return max(binary.BigEndian.Uint64(b[:])>>1, 1)
}
