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
// cut off, or the error that ended serving.
func Run(ctx context.Context, listener net.Listener, controller *admission.Controller, log *slog.Logger) error {
	server := &http.Server{
		Handler:           httpapi.New(controller, log),
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(bound(listener, maxConnections)) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("draining", "held", controller.Capacity().Used)
	drained := controller.Drain(context.Background())
	return errors.Join(drained, shutdown(server))
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
