package httpapi

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"sluice.dev/peers/go/metrics"
	"sluice.dev/peers/go/refusal"
	"sluice.dev/peers/go/work"
)

// getMetrics writes the catalogue of PROTOCOL.md, "Metrics" (rule 9.2). All but the HTTP durations are of one snapshot (rule 9.1).
func (a *API) getMetrics(w http.ResponseWriter, _ *call) {
	report := a.controller.Report()
	d, counts := &report.Capacity, &report.Counts
	t := &metrics.Text{}
	t.Gauge("backpressure_queue_size", "Items accepted and not yet running.", d.Queued)
	t.Gauge("backpressure_queue_capacity", "Most items that may be queued.", d.QueueLimit)
	t.Gauge("backpressure_work_running", "Items running.", d.Running)
	t.Gauge("backpressure_concurrency_limit", "Most items that may run at once.", d.ConcurrencyLimit)

	const requests = "backpressure_admission_requests_total"
	t.Family(requests, "counter", "Submissions by what was decided.")
	decided := func(outcome, errorType string, n uint64) {
		t.Sample(requests, float64(n), metrics.Label{Name: "outcome", Value: outcome}, metrics.Label{Name: "error_type", Value: errorType})
	}
	decided("accepted", "", counts.Accepted)
	decided("replayed", "", counts.Replayed)
	for _, reason := range refusal.Submission() {
		decided("rejected", reason.Label(), counts.Rejected[reason])
	}

	const settled = "backpressure_work_settled_total"
	t.Family(settled, "counter", "Items that ended, by terminal state.")
	for _, state := range work.TerminalStates() {
		t.Sample(settled, float64(counts.Settled[state]), metrics.Label{Name: "state", Value: work.Label(state)})
	}

	const wait = "backpressure_queue_wait_duration_seconds"
	t.Family(wait, "histogram", "Time from acceptance to the begin of the run.")
	t.Histogram(wait, &counts.QueueWait)
	a.durations.write(t)

	w.Header().Set("Content-Type", metrics.ContentType)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(t.Bytes())
}

// durations are the times that answers took, by route: the number of series is bounded by the contract, not by ids.
type durations struct {
	mu     sync.Mutex
	series map[series]*metrics.Histogram
}

type series struct {
	method, route string
	status        int
}

func newDurations() *durations {
	return &durations{series: make(map[series]*metrics.Histogram)}
}

func (d *durations) observe(method, route string, status int, took time.Duration) {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete:
	default:
		method = "_OTHER"
	}
	key := series{method, route, status}
	d.mu.Lock()
	defer d.mu.Unlock()
	h, ok := d.series[key]
	if !ok {
		empty := metrics.NewHistogram()
		h = &empty
		d.series[key] = h
	}
	h.Observe(took.Seconds())
}

func (d *durations) write(t *metrics.Text) {
	const name = "http_server_request_duration_seconds"
	d.mu.Lock()
	defer d.mu.Unlock()
	t.Family(name, "histogram", "Time from the begin of a request to the end of its answer.")
	for _, key := range slices.SortedFunc(maps.Keys(d.series), compare) {
		t.Histogram(name, d.series[key],
			metrics.Label{Name: "http_request_method", Value: key.method},
			metrics.Label{Name: "http_route", Value: key.route},
			metrics.Label{Name: "http_response_status_code", Value: strconv.Itoa(key.status)})
	}
}

func compare(a, b series) int {
	return cmp.Or(cmp.Compare(a.route, b.route), cmp.Compare(a.method, b.method), cmp.Compare(a.status, b.status))
}
