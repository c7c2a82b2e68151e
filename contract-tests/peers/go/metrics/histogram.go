// Package metrics writes the Prometheus text format, version 0.0.4.
package metrics

import "slices"

// buckets are upper bounds in seconds, those that OpenTelemetry advises for http.server.request.duration.
var buckets = [...]float64{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10}

// Histogram counts durations in seconds. It is not safe for concurrent use: its owner's lock makes it part of the owner's snapshot.
type Histogram struct {
	counts []uint64
	sum    float64
	total  uint64
}

// NewHistogram makes an empty histogram.
func NewHistogram() Histogram {
	return Histogram{counts: make([]uint64, len(buckets))}
}

// Observe adds a duration, in seconds.
func (h *Histogram) Observe(seconds float64) {
	if at, _ := slices.BinarySearch(buckets[:], seconds); at < len(buckets) {
		h.counts[at]++
	}
	h.sum += seconds
	h.total++
}

// Clone copies the histogram.
func (h *Histogram) Clone() Histogram {
	return Histogram{slices.Clone(h.counts), h.sum, h.total}
}
