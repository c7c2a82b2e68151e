// Package lease is the account of credits that clients hold (PROTOCOL.md, "Leases"; chapter 4).
package lease

import (
	"crypto/rand"
	"time"

	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
)

// Standing is what a lease is worth at this moment.
type Standing int

// The standings.
const (
	// Live has a credit left.
	Live Standing = iota
	// Exhausted has none left.
	Exhausted
	// Expired is past its time, was replaced, or never was (rules 4.2, 4.3).
	Expired
)

// Ledger knows the newest lease of each client. It is not safe for concurrent use: its owner's lock makes it part of the owner's decisions.
type Ledger struct {
	byID     map[string]*entry
	byClient map[string]*entry
}

type entry struct {
	id, client string
	credits    uint32
	expires    time.Time
}

// NewLedger makes an empty ledger.
func NewLedger() *Ledger {
	return &Ledger{byID: make(map[string]*entry), byClient: make(map[string]*entry)}
}

// Grant replaces the client's lease by one of at most the credits asked for, such that all live credits together are at most ceiling
// (rules 4.2, 4.4).
func (l *Ledger) Grant(client string, asked uint32, ceiling uint64, ttl time.Duration) *capacityv1.Lease {
	if old, ok := l.byClient[client]; ok {
		l.drop(old)
	}
	credits := min(uint64(asked), ceiling-min(l.live(), ceiling))
	e := &entry{id: rand.Text(), client: client, credits: uint32(credits), expires: time.Now().Add(ttl)}
	l.byID[e.id], l.byClient[client] = e, e
	return &capacityv1.Lease{LeaseId: e.id, Credits: e.credits, TtlMs: uint32(ttl.Milliseconds())}
}

// Standing tells what a lease is worth.
func (l *Ledger) Standing(id string) Standing {
	e, ok := l.byID[id]
	switch {
	case !ok || !time.Now().Before(e.expires):
		return Expired
	case e.credits == 0:
		return Exhausted
	default:
		return Live
	}
}

// Take uses one credit of a live lease (rule 4.1).
func (l *Ledger) Take(id string) {
	l.byID[id].credits--
}

// live is the sum of the credits that can still be used; leases past their time are dropped on the way.
func (l *Ledger) live() uint64 {
	sum := uint64(0)
	for _, e := range l.byID {
		if time.Now().Before(e.expires) {
			sum += uint64(e.credits)
		} else {
			l.drop(e)
		}
	}
	return sum
}

func (l *Ledger) drop(e *entry) {
	delete(l.byID, e.id)
	delete(l.byClient, e.client)
}
