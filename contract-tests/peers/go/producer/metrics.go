package producer

import (
	"sync"
	"time"

	"sluice.dev/peers/go/metrics"
)

// Metrics are the client's part of the catalogue (PROTOCOL.md, "Metrics"). They are safe for concurrent use.
type Metrics struct {
	mu      sync.Mutex
	waits   metrics.Histogram
	retries uint64
}

func newMetrics() *Metrics { return &Metrics{waits: metrics.NewHistogram()} }

// retried counts a retry and the wait before it.
func (m *Metrics) retried(wait time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.waits.Observe(wait.Seconds())
	m.retries++
}

// Text writes them in the Prometheus text format.
func (m *Metrics) Text() []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	const wait, retries = "backpressure_client_wait_duration_seconds", "backpressure_client_retries_total"
	t := &metrics.Text{}
	t.Family(wait, "histogram", "Time waited before retries.")
	t.Histogram(wait, &m.waits)
	t.Family(retries, "counter", "Attempts after the first.")
	t.Sample(retries, float64(m.retries))
	return t.Bytes()
}
