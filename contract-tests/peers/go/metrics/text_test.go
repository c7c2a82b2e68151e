package metrics_test

import (
	"slices"
	"strings"
	"testing"

	"sluice.dev/peers/go/metrics"
)

func TestTheTextIsThatOfPrometheus(t *testing.T) {
	text := &metrics.Text{}
	text.Gauge("queue_size", "Items.", 3)
	text.Family("done_total", "counter", "Done.")
	text.Sample("done_total", 1e6, metrics.Label{Name: "state", Value: "a\"\\\n"}, metrics.Label{Name: "x", Value: ""})
	want := "# HELP queue_size Items.\n# TYPE queue_size gauge\nqueue_size 3\n" +
		"# HELP done_total Done.\n# TYPE done_total counter\ndone_total{state=\"a\\\"\\\\\\n\",x=\"\"} 1e+06\n"
	if got := string(text.Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBucketsAreCumulativeAndTheirBoundIsWithin(t *testing.T) {
	h := metrics.NewHistogram()
	for _, seconds := range []float64{0, 0.005, 0.0051, 10, 11} {
		h.Observe(seconds)
	}
	clone := h.Clone()
	h.Observe(1)
	text := &metrics.Text{}
	text.Histogram("wait", &clone)
	for _, line := range []string{
		`wait_bucket{le="0.005"} 2`, `wait_bucket{le="0.01"} 3`, `wait_bucket{le="7.5"} 3`, `wait_bucket{le="10"} 4`,
		`wait_bucket{le="+Inf"} 5`, "wait_sum 21.0101", "wait_count 5",
	} {
		if !containsLine(string(text.Bytes()), line) {
			t.Errorf("no line %q in\n%s", line, text.Bytes())
		}
	}
}
func containsLine(text, line string) bool {
	return slices.Contains(strings.Split(text, "\n"), line)
}
