package admission_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/work"
)

func isolating(t *testing.T, w, q uint32, shares map[string]uint32) provider {
	t.Helper()
	p := start(t, w, q)
	p.change(func(p *policy.Policy) {
		p.TenantShares = shares
		p.Features.TenantIsolation = true
	})
	return p
}

func (p provider) submitFor(tenant, id string) error {
	i := item(id)
	i.Tenant = tenant
	_, err := p.submitItem(i)
	return err
}

// Rule 7.3: A takes what is free, B gets its share all the same, and starts every other item from then on.
func TestATenantThatFloodsLeavesOthersTheirShareAndTheirTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := isolating(t, 1, 9, map[string]uint32{"a": 20, "b": 49})
		ids := make(map[string][]string)
		submit := func(tenant string) error {
			id := fmt.Sprintf("%s%d", tenant, len(ids[tenant]))
			err := p.submitFor(tenant, id)
			if err == nil {
				ids[tenant] = append(ids[tenant], id)
			}
			return err
		}
		var quota *admission.TenantQuotaError
		for len(ids["a"]) < 6 {
			if err := submit("a"); err != nil {
				t.Fatalf("a's item %d: %v", len(ids["a"]), err)
			}
		}
		if err := submit("a"); !errors.As(err, &quota) {
			t.Errorf("a beyond what is free: %v", err)
		}
		if err := submit("c"); !errors.As(err, &quota) {
			t.Errorf("a tenant without a share: %v", err)
		}
		for len(ids["b"]) < 4 {
			if err := submit("b"); err != nil {
				t.Fatalf("b's item %d: %v", len(ids["b"]), err)
			}
		}
		var full *admission.QueueFullError
		if err := submit("b"); !errors.As(err, &full) {
			t.Errorf("a full provider: %v", err)
		}
		synctest.Wait()
		for range 10 {
			begun := p.gate.begins()
			p.gate.letGo(begun[len(begun)-1], work.Done())
			synctest.Wait()
		}
		want := []string{"a0", "a1", "b0", "a2", "b1", "a3", "b2", "a4", "b3", "a5"}
		if got := p.gate.begins(); !slices.Equal(got, want) {
			t.Errorf("begun: %v, want %v", got, want)
		}
		if r := p.Report(); r.Counts.Settled[work.Completed] != 10 {
			t.Errorf("counts: %+v", r.Counts)
		}
	})
}

// The definition in PROTOCOL.md, counted anew at each step, against what the provider decides, while shares and limits change.
func TestSharesAreThoseOfTheDefinition(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	p := isolating(t, 2, 18, map[string]uint32{"a": 30, "b": 25, "c": 7})
	held := make(map[string][]string)
	for step := range 500 {
		tenant := []string{"a", "b", "c", "d"}[random.IntN(4)]
		switch random.IntN(10) {
		case 0:
			p.change(func(p *policy.Policy) {
				p.QueueLimit = random.Uint32N(30)
				p.TenantShares = map[string]uint32{"a": 1 + random.Uint32N(50), "c": 1 + random.Uint32N(50)}
			})
		case 1, 2, 3, 4:
			if ids := held[tenant]; len(ids) > 0 {
				_, _ = p.Cancel(ids[0])
				held[tenant] = ids[1:]
				eventually(t, "the slot is free", func() bool { return p.Capacity().Used == count(held) })
			}
		default:
			id := fmt.Sprintf("i%d", step)
			want := admitted(p.Policy(), held, tenant)
			if err := p.submitFor(tenant, id); (err == nil) != want {
				t.Fatalf("seed %d, step %d: tenant %s, held %v, policy %+v: %v", seed, step, tenant, held, p.Policy().TenantShares, err)
			}
			if want {
				held[tenant] = append(held[tenant], id)
			}
		}
	}
}

func count(held map[string][]string) uint32 {
	sum := 0
	for _, ids := range held {
		sum += len(ids)
	}
	return uint32(sum)
}

func admitted(p policy.Policy, held map[string][]string, tenant string) bool {
	used, limit := count(held), p.ConcurrencyLimit+p.QueueLimit
	guaranteed := func(tenant string) uint32 { return limit * p.TenantShares[tenant] / 100 }
	others := uint32(0)
	for other := range p.TenantShares {
		if n := uint32(len(held[other])); other != tenant && n < guaranteed(other) {
			others += guaranteed(other) - n
		}
	}
	return used < limit && (uint32(len(held[tenant])) < guaranteed(tenant) || used+others < limit)
}

// Rules 7.2 and 7.3 together: tenants take turns within a criticality.
func TestTenantsTakeTurnsWithinACriticality(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := isolating(t, 1, 9, nil)
		p.change(func(p *policy.Policy) { p.Features.PriorityDispatch = true })
		p.mustAccept("first")
		for _, s := range []struct {
			id, tenant  string
			criticality work.Criticality
		}{
			{"as1", "a", work.Sheddable}, {"ac1", "a", work.Critical}, {"ac2", "a", work.Critical}, {"ac3", "a", work.Critical},
			{"bc1", "b", work.Critical}, {"bs1", "b", work.Sheddable}, {"bc2", "b", work.Critical},
		} {
			i := item(s.id)
			i.Tenant, i.Criticality = s.tenant, s.criticality
			if _, err := p.submitItem(i); err != nil {
				t.Fatal(err)
			}
		}
		want := []string{"first", "ac1", "bc1", "ac2", "bc2", "ac3", "as1", "bs1"}
		for _, id := range want {
			p.gate.letGo(id, work.Done())
			synctest.Wait()
		}
		if got := p.gate.begins(); !slices.Equal(got, want) {
			t.Errorf("begun: %v, want %v", got, want)
		}
	})
}
