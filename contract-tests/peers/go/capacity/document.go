// Package capacity is the capacity document and the level that follows from it (PROTOCOL.md, chapter 2 and "Level").
package capacity

import capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"

// SchemaVersion is the major version of the contract.
const SchemaVersion = 1

// Document is sluice.capacity.v1.Capacity: one provider's load at one instant, every field of the same state (rule 2.4). It is comparable:
// two documents are equal when every field is.
type Document struct {
	// SchemaVersion is the major version of the contract, always SchemaVersion.
	SchemaVersion uint32
	// ProviderID names the process.
	ProviderID string
	// Epoch identifies one run of the process; at least 1 (rule 8.6).
	Epoch uint64
	// Seq rises with every change of any other field (rule 2.2).
	Seq uint64
	// Limit is ConcurrencyLimit + QueueLimit, in items.
	Limit uint32
	// Used is Running + Queued, in items; above Limit only after a policy made Limit smaller (rule 10.2).
	Used uint32
	// Available is Limit - Used, never below 0, in items.
	Available uint32
	// Level is what the provider asks of its clients (rule 2.3).
	Level Level
	// ConcurrencyLimit is W, in items, at least 1.
	ConcurrencyLimit uint32
	// QueueLimit is Q, in items.
	QueueLimit uint32
	// Running is the number of items that run now.
	Running uint32
	// Queued is the number of items accepted and not yet running.
	Queued uint32
	// TTLMs is how long a reader may rely on the document, in milliseconds, 1 to 60,000 (rule 2.5).
	TTLMs uint32
	// Utilization is Running / ConcurrencyLimit, a ratio.
	Utilization float64
	// PolicyRevision is the revision of the policy in force.
	PolicyRevision uint64
	// QueueDelayMs is how long the item that started last had been queued, in milliseconds.
	QueueDelayMs uint32
	// LatencyTargetMs is the policy's target, in milliseconds; 0 for none.
	LatencyTargetMs uint32
}

// Level is sluice.capacity.v1.CapacityLevel.
type Level = capacityv1.CapacityLevel

// The levels.
const (
	Nominal   = capacityv1.CapacityLevel_CAPACITY_LEVEL_NOMINAL
	Elevated  = capacityv1.CapacityLevel_CAPACITY_LEVEL_ELEVATED
	Saturated = capacityv1.CapacityLevel_CAPACITY_LEVEL_SATURATED
	Draining  = capacityv1.CapacityLevel_CAPACITY_LEVEL_DRAINING
)

// Message is the document as the schema has it.
func (d *Document) Message() *capacityv1.Capacity {
	return &capacityv1.Capacity{
		SchemaVersion:    d.SchemaVersion,
		ProviderId:       d.ProviderID,
		Epoch:            d.Epoch,
		Seq:              d.Seq,
		Limit:            d.Limit,
		Used:             d.Used,
		Available:        d.Available,
		Level:            d.Level,
		ConcurrencyLimit: d.ConcurrencyLimit,
		QueueLimit:       d.QueueLimit,
		Running:          d.Running,
		Queued:           d.Queued,
		TtlMs:            d.TTLMs,
		Utilization:      d.Utilization,
		PolicyRevision:   d.PolicyRevision,
		QueueDelayMs:     d.QueueDelayMs,
		LatencyTargetMs:  d.LatencyTargetMs,
	}
}
