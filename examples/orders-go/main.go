// Command orders serves orders, and takes work within the bounds of the backpressure contract.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/config"
	"sluice.dev/peers/go/downstream"
	"sluice.dev/peers/go/httpapi"
	"sluice.dev/peers/go/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := serve(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "orders:", err)
		os.Exit(1)
	}
}

// serve serves until ctx ends, then finishes what it has accepted.
func serve(ctx context.Context) error {
	settings, err := config.Read(os.Getenv)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", settings.Listen)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	epoch := max(rand.Uint64()>>1, 1)
	controller := admission.New(settings.ProviderID, epoch, settings.Policy, downstream.NewCaller(settings.Allowed))
	guard := httpapi.GuardOf(listener.Addr(), settings.PolicyToken)

	orders := newOrders()
	mux := http.NewServeMux()
	mux.Handle("/", httpapi.New(controller, guard, log))
	mux.HandleFunc("GET /orders/{id}", orders.get)
	if os.Getenv("ORDERS_TEST_STATES") != "" {
		mux.HandleFunc("POST /pact/states", orders.changeState)
	}

	srv := server.New(mux, log)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(srv, listener) }()
	fmt.Printf("listening on http://%s\n", listener.Addr())
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return errors.Join(controller.Drain(context.Background()), srv.Shutdown(context.Background()))
	}
}
