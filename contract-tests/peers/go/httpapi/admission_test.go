package httpapi

import (
	"bytes"
	"math"
	"testing"

	"sluice.dev/peers/go/capacity"
	"sluice.dev/peers/go/protojson"
)

// A field that the schema gains is missing here until it is written.
func TestAnAcceptanceIsWrittenAsTheMessageIs(t *testing.T) {
	for _, d := range []capacity.Document{
		{Level: capacity.Nominal},
		{
			SchemaVersion: 1, ProviderID: "go-1.a_b", Epoch: math.MaxUint64, Seq: 2, Limit: 3, Used: 4, Available: 5, Level: capacity.Elevated,
			ConcurrencyLimit: 6, QueueLimit: 7, Running: 8, Queued: 9, TTLMs: 10, Utilization: 1.0 / 3, PolicyRevision: 11, QueueDelayMs: 12,
			LatencyTargetMs: math.MaxUint32,
		},
	} {
		got, want := appendAccepted(nil, "w-1", &d), protojson.Write(accepted("w-1", &d))
		if !bytes.Equal(got, want) {
			t.Errorf("got\n%s, want\n%s", got, want)
		}
	}
}
