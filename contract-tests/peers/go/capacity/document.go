// Package capacity is the capacity document and the level that follows from it (PROTOCOL.md, chapter 2 and "Level").
package capacity

import "strconv"

// SchemaVersion is the major version of the contract.
const SchemaVersion = 1

// Document is sluice.capacity.v1.Capacity: one provider's load at one instant, every field of the same state (rule 2.4). It is comparable:
// two documents are equal when every field is.
type Document struct {
	// SchemaVersion is the major version of the contract, always SchemaVersion.
	SchemaVersion uint32 `json:"schemaVersion"`
	// ProviderID names the process.
	ProviderID string `json:"providerId"`
	// Epoch identifies one run of the process; at least 1 (rule 8.6).
	Epoch uint64 `json:"epoch,string"`
	// Seq rises with every change of any other field (rule 2.2).
	Seq uint64 `json:"seq,string"`
	// Limit is ConcurrencyLimit + QueueLimit, in items.
	Limit uint32 `json:"limit"`
	// Used is Running + Queued, in items; above Limit only after a policy made Limit smaller (rule 10.2).
	Used uint32 `json:"used"`
	// Available is Limit - Used, never below 0, in items.
	Available uint32 `json:"available"`
	// Level is what the provider asks of its clients (rule 2.3).
	Level Level `json:"level"`
	// ConcurrencyLimit is W, in items, at least 1.
	ConcurrencyLimit uint32 `json:"concurrencyLimit"`
	// QueueLimit is Q, in items.
	QueueLimit uint32 `json:"queueLimit"`
	// Running is the number of items that run now.
	Running uint32 `json:"running"`
	// Queued is the number of items accepted and not yet running.
	Queued uint32 `json:"queued"`
	// TTLMs is how long a reader may rely on the document, in milliseconds, 1 to 60,000 (rule 2.5).
	TTLMs uint32 `json:"ttlMs"`
	// Utilization is Running / ConcurrencyLimit, a ratio.
	Utilization float64 `json:"utilization"`
	// PolicyRevision is the revision of the policy in force.
	PolicyRevision uint64 `json:"policyRevision,string"`
	// QueueDelayMs is how long the item that started last had been queued, in milliseconds.
	QueueDelayMs uint32 `json:"queueDelayMs"`
	// LatencyTargetMs is the policy's target, in milliseconds; 0 for none.
	LatencyTargetMs uint32 `json:"latencyTargetMs"`
}

// Level is sluice.capacity.v1.CapacityLevel.
type Level int

// The levels, by their numbers in the schema.
const (
	Nominal Level = iota + 1
	Elevated
	Saturated
	Draining
)

var levelNames = map[Level]string{
	Nominal:   "CAPACITY_LEVEL_NOMINAL",
	Elevated:  "CAPACITY_LEVEL_ELEVATED",
	Saturated: "CAPACITY_LEVEL_SATURATED",
	Draining:  "CAPACITY_LEVEL_DRAINING",
}

// String is the full name of the enum value.
func (l Level) String() string {
	if name, ok := levelNames[l]; ok {
		return name
	}
	return strconv.Itoa(int(l))
}

// MarshalText writes the full name of the enum value.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }
