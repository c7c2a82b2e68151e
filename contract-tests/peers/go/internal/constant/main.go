// Command constant is the worker's server with a handler that answers every request alike: what the worker's throughput is measured against.
package main

import (
	"fmt"
	"io"
	"log/slog"
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
	document := capacity.Document{ProviderID: "constant", Epoch: 1, Seq: 1, Limit: 4096, Available: 4096, Level: capacity.Nominal}
	answer := protojson.Write(&workv1.Admission{
		WorkId:   "constant",
		Outcome:  workv1.AdmissionOutcome_ADMISSION_OUTCOME_ACCEPTED,
		Capacity: document.Message(),
	})
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
		w.WriteHeader(http.StatusAccepted)
		_, _ = w.Write(answer)
	})
	fmt.Printf("listening on http://%s\n", listener.Addr())
	fmt.Fprintln(os.Stderr, server.Serve(server.New(handler, slog.New(slog.DiscardHandler)), listener))
	os.Exit(1)
}
