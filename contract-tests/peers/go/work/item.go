// Package work is the item that a client submits, and what becomes of it.
package work

import (
	"crypto/sha256"
	"encoding/binary"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
)

// Bounds of an item, from its schema.
const (
	// MaxDeadlineMs is the longest deadline, in milliseconds: a day.
	MaxDeadlineMs = 86_400_000
	// MaxPayloadBytes bounds a payload whatever the policy says, in bytes.
	MaxPayloadBytes = 16 << 20

	maxAttributes     = 64
	maxAttributeBytes = 4096
	maxCost           = 1_000_000
)

// DownstreamAttribute is the attribute that holds the URL which the item calls.
const DownstreamAttribute = "sluice.downstream"

// Criticality says how bad it is to lose an item; a lower number is kept longer (rule 7.1).
type Criticality = workv1.Criticality

// The criticalities.
const (
	CriticalPlus  = workv1.Criticality_CRITICALITY_CRITICAL_PLUS
	Critical      = workv1.Criticality_CRITICALITY_CRITICAL
	SheddablePlus = workv1.Criticality_CRITICALITY_SHEDDABLE_PLUS
	Sheddable     = workv1.Criticality_CRITICALITY_SHEDDABLE
)

// Item is sluice.work.v1.WorkItem, well-formed.
type Item struct {
	// WorkID identifies the item and makes its submission idempotent (rule 6.1).
	WorkID string
	// Tenant on whose behalf the work is done.
	Tenant string
	// Kind of the work.
	Kind string
	// Criticality of the item.
	Criticality Criticality
	// DeadlineMs is the time left to finish, in milliseconds from receipt; 0 and below is past (rule 5.1).
	DeadlineMs int64
	// Attempt of the client, at least 1.
	Attempt uint32
	// Payload of the downstream call.
	Payload []byte
	// Cost relative to an ordinary item, at least 1; a hint that nothing counts.
	Cost uint32
	// LeaseID under which the item is submitted; empty for none.
	LeaseID string
	// Attributes are labels for the provider.
	Attributes map[string]string
}

// Downstream returns the URL that the item calls; ok is false where it calls none.
func (i *Item) Downstream() (url string, ok bool) {
	url, ok = i.Attributes[DownstreamAttribute]
	return url, ok
}

// Digest is equal for two items exactly if they are the same item: equal in tenant, kind, criticality, payload, cost and attributes
// (rules 6.1, 6.2). What belongs to the attempt does not count.
type Digest [sha256.Size]byte

// Digest makes the item's digest.
func (i *Item) Digest() Digest {
	// Most items fit into the room on the stack.
	var room [256]byte
	text := func(to []byte, s string) []byte {
		return append(number(to, len(s)), s...)
	}
	head := text(text(room[:0], i.Tenant), i.Kind)
	head = number(number(number(head, int(i.Criticality)), int(i.Cost)), len(i.Payload))
	if len(i.Attributes) == 0 && len(head)+len(i.Payload) <= len(room) {
		return sha256.Sum256(append(head, i.Payload...))
	}
	h := sha256.New()
	h.Write(head)
	h.Write(i.Payload)
	for _, key := range sortedKeys(i.Attributes) {
		h.Write(text(text(room[:0], key), i.Attributes[key]))
	}
	return Digest(h.Sum(nil))
}

func number(to []byte, n int) []byte {
	return binary.BigEndian.AppendUint64(to, uint64(n))
}
