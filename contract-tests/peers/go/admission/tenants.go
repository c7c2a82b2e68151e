package admission

import "sluice.dev/peers/go/policy"

// tenants counts the held items of each tenant, and the slots that are kept free for those below their share (PROTOCOL.md, "Tenant shares").
// Each operation takes constant time; a new policy is counted once.
type tenants struct {
	policy *policy.Policy
	used   map[string]uint32
	// reserved is the sum, over all tenants, of what each has guaranteed and does not use.
	reserved uint64
}

func newTenants(p *policy.Policy) tenants {
	t := tenants{policy: p, used: make(map[string]uint32)}
	t.recount()
	return t
}

// recount is called after every change of the policy.
func (t *tenants) recount() {
	t.reserved = 0
	for tenant := range t.policy.TenantShares {
		t.reserved += t.unused(tenant)
	}
}

func (t *tenants) unused(tenant string) uint64 {
	guaranteed := t.policy.Guaranteed(tenant)
	return uint64(guaranteed - min(t.used[tenant], guaranteed))
}

// admits tells whether a further item of the tenant leaves to every other tenant what it has guaranteed, where used items are held of less than
// limit (rule 7.3).
func (t *tenants) admits(tenant string, used, limit uint32) bool {
	own := t.unused(tenant)
	return own > 0 || uint64(used)+t.reserved-own < uint64(limit)
}

// hold counts an item that was accepted.
func (t *tenants) hold(tenant string) {
	before := t.unused(tenant)
	t.used[tenant]++
	t.reserved -= before - t.unused(tenant)
}

// release counts an item that has ended.
func (t *tenants) release(tenant string) {
	before := t.unused(tenant)
	if t.used[tenant]--; t.used[tenant] == 0 {
		delete(t.used, tenant)
	}
	t.reserved += t.unused(tenant) - before
}
