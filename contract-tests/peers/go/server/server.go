// Package server runs a worker: it serves the API within bounds and shuts down in order (rule 8.5).
package server

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/httpapi"
)

// Bounds on what clients can make the server hold.
const (
	maxConnections    = 1024
	maxHeaderBytes    = 16 << 10
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 30 * time.Second
	idleTimeout       = 60 * time.Second
	// lastAnswers is how long answers under way may take after the last item has ended.
	lastAnswers = 2 * time.Second
)

// Run serves the controller's API at the listener until ctx ends. Then it drains: new items are refused, everything else is answered, and the
// socket stays open until the last accepted item has ended. It returns nil after that, admission.ErrDrainTimeout where items were
// cut off, or the error that ended serving. The policy can be replaced by those who send the token, or, where that is empty, by everyone on
// this host if the listener is bound to loopback.
func Run(ctx context.Context, listener net.Listener, controller *admission.Controller, policyToken string, log *slog.Logger) error {
	server := New(httpapi.New(controller, httpapi.GuardOf(listener.Addr(), policyToken), log), log)
	failed := make(chan error, 1)
	go func() { failed <- Serve(server, listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("draining", "held", controller.Capacity().Used)
	drained := controller.Drain(context.Background())
	return errors.Join(drained, shutdown(server))
}

// New makes a server within the bounds of this package.
func New(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           counted(handler),
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ConnContext:       remember,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// Serve serves at the listener until the server is shut down.
func Serve(server *http.Server, listener net.Listener) error {
	return server.Serve(bound(listener, maxConnections))
}

// shutdown lets answers under way end; connections that stay busy are closed.
func shutdown(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), lastAnswers)
	defer cancel()
	if err := server.Shutdown(ctx); errors.Is(err, context.DeadlineExceeded) {
		return server.Close()
	} else {
		return err
	}
}
