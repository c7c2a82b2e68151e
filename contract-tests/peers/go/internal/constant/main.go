// Command constant is the worker's server with a handler that answers every request alike, with an admission of the worker's: what the worker's
// throughput is measured against.
package main

import (
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"strconv"

	"sluice.dev/peers/go/capacity"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/server"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, "constant:", err)
		os.Exit(1)
	}
	document := capacity.Document{
		SchemaVersion: 1, ProviderID: "constant-4711", Epoch: 1, Seq: 123_456, Limit: 4096, Used: 1, Available: 4095, Level: capacity.Nominal,
		ConcurrencyLimit: 64, QueueLimit: 4032, Running: 1, TTLMs: 1000, Utilization: 1.0 / 64, PolicyRevision: 1,
	}
	answer := protojson.Write(&workv1.Admission{
		WorkId:   "constant",
		Outcome:  workv1.AdmissionOutcome_ADMISSION_OUTCOME_ACCEPTED,
		Capacity: document.Message(),
	})
	header := http.Header{
		"Content-Type":     {"application/json"},
		"Content-Length":   {strconv.Itoa(len(answer))},
		"Location":         {"/v1/work/constant"},
		"Ratelimit-Policy": {`"slots";q=4096;qu="concurrent-requests"`},
		"Ratelimit":        {`"slots";r=4095`},
	}
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		maps.Copy(w.Header(), header)
		w.WriteHeader(http.StatusAccepted)
		_, _ = w.Write(answer)
	})
	fmt.Printf("listening on http://%s\n", listener.Addr())
	fmt.Fprintln(os.Stderr, server.Serve(server.New(handler, slog.New(slog.DiscardHandler)), listener))
	os.Exit(1)
}
