package strictjson

import "slices"

// names are those of one object: a few in place, since most objects have few, and more in a map, so that many cost no more each.
type names struct {
	few  [16]string
	size int
	more map[string]struct{}
}

// add tells whether the name was not there before.
func (n *names) add(name string) bool {
	if slices.Contains(n.few[:n.size], name) {
		return false
	}
	if n.size < len(n.few) {
		n.few[n.size] = name
		n.size++
		return true
	}
	if n.more == nil {
		n.more = make(map[string]struct{})
	}
	before := len(n.more)
	n.more[name] = struct{}{}
	return len(n.more) > before
}
