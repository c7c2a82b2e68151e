package work

import (
	"encoding/base64"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
)

// quick reads what nearly every item is: an object of the item's members by either of their names, each once, its strings printable ASCII without
// escapes, its numbers whole and in digits. It declines everything else, for the general reader to judge; what it reads, that reads alike.
func quick(text []byte, m *workv1.WorkItem) bool {
	c := &cursor{text: text}
	seen := uint32(0)
	member := func(name []byte) bool {
		bit, ok := c.member(name, m)
		again := seen&bit != 0
		seen |= bit
		return ok && !again
	}
	return c.object(member) && c.at == len(text)
}

// member reads the value of a member into its field, whose bit it returns.
func (c *cursor) member(name []byte, m *workv1.WorkItem) (bit uint32, ok bool) {
	switch string(name) {
	case "workId", "work_id":
		m.WorkId, ok = c.str()
		return 1 << 0, ok
	case "tenant":
		m.Tenant, ok = c.str()
		return 1 << 1, ok
	case "kind":
		m.Kind, ok = c.str()
		return 1 << 2, ok
	case "criticality":
		value, known := workv1.Criticality_value[string(c.raw())]
		m.Criticality = workv1.Criticality(value)
		return 1 << 3, known
	case "deadlineMs", "deadline_ms":
		n, ok := c.number()
		deadline := int64(n)
		m.DeadlineMs = &deadline
		return 1 << 4, ok
	case "attempt":
		m.Attempt, ok = c.number()
		return 1 << 5, ok
	case "payload":
		m.Payload, ok = c.bytes()
		return 1 << 6, ok
	case "cost":
		cost, ok := c.number()
		m.Cost = &cost
		return 1 << 7, ok
	case "leaseId", "lease_id":
		lease, ok := c.str()
		m.LeaseId = &lease
		return 1 << 8, ok
	case "attributes":
		return 1 << 9, c.attributes(m)
	case "schemaVersion", "schema_version":
		version, ok := c.number()
		m.SchemaVersion = &version
		return 1 << 10, ok
	default:
		return 0, false
	}
}

func (c *cursor) attributes(m *workv1.WorkItem) bool {
	m.Attributes = make(map[string]string)
	return c.object(func(name []byte) bool {
		if _, again := m.Attributes[string(name)]; again {
			return false
		}
		value, ok := c.str()
		m.Attributes[string(name)] = value
		return ok
	})
}

// cursor walks over the text of an item. Its methods return false for what quick declines.
type cursor struct {
	text []byte
	at   int
}

func (c *cursor) space() {
	for c.at < len(c.text) && (c.text[c.at] == ' ' || c.text[c.at] == '\n' || c.text[c.at] == '\r' || c.text[c.at] == '\t') {
		c.at++
	}
}

// skip moves past one byte and the white space around it, if it is this byte.
func (c *cursor) skip(b byte) bool {
	c.space()
	if c.at == len(c.text) || c.text[c.at] != b {
		return false
	}
	c.at++
	c.space()
	return true
}

// object moves past an object; member is called with the cursor at each member's value and must move it past.
func (c *cursor) object(member func(name []byte) bool) bool {
	if !c.skip('{') {
		return false
	}
	if c.skip('}') {
		return true
	}
	for {
		name := c.raw()
		if name == nil || !c.skip(':') || !member(name) {
			return false
		}
		if !c.skip(',') {
			return c.skip('}')
		}
	}
}

// raw moves past a string and returns what is between its quotes; nil for none.
func (c *cursor) raw() []byte {
	if c.at == len(c.text) || c.text[c.at] != '"' {
		return nil
	}
	for end := c.at + 1; end < len(c.text); end++ {
		switch b := c.text[end]; {
		case b == '"':
			found := c.text[c.at+1 : end]
			c.at = end + 1
			return found
		case b < ' ' || b > '~' || b == '\\':
			return nil
		}
	}
	return nil
}

func (c *cursor) str() (string, bool) {
	found := c.raw()
	return string(found), found != nil
}

// number reads a whole number of at most nine digits, in quotes or without.
func (c *cursor) number() (uint32, bool) {
	quoted := c.at < len(c.text) && c.text[c.at] == '"'
	if quoted {
		c.at++
	}
	start, n := c.at, uint32(0)
	for c.at < len(c.text) && '0' <= c.text[c.at] && c.text[c.at] <= '9' {
		n = n*10 + uint32(c.text[c.at]-'0')
		c.at++
	}
	digits := c.at - start
	if digits == 0 || digits > 9 || (digits > 1 && c.text[start] == '0') {
		return 0, false
	}
	if quoted {
		if c.at == len(c.text) || c.text[c.at] != '"' {
			return 0, false
		}
		c.at++
	}
	return n, c.at < len(c.text) && (c.text[c.at] <= ' ' || c.text[c.at] == ',' || c.text[c.at] == '}')
}

// bytes reads base64 of the standard alphabet with its padding.
func (c *cursor) bytes() ([]byte, bool) {
	found := c.raw()
	if found == nil {
		return nil, false
	}
	data := make([]byte, base64.StdEncoding.DecodedLen(len(found)))
	n, err := base64.StdEncoding.Decode(data, found)
	return data[:n], err == nil
}
