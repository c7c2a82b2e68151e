package capacity_test

import (
	"testing"

	"sluice.dev/peers/go/capacity"
)

// With limit 10 and marks 50 and 80, the level at each step up to the limit and down again (rule 2.3).
func TestTheLevelHasHysteresis(t *testing.T) {
	const n, e, s = capacity.Nominal, capacity.Elevated, capacity.Saturated
	up := []capacity.Level{n, n, n, n, n, n, n, n, e, e, s}
	down := []capacity.Level{n, n, n, n, n, n, e, e, e, e, s}
	var h capacity.Hysteresis
	at := func(used uint32) capacity.Level {
		h.Observe(used, 10, 50, 80)
		return h.Level(false, 10-used)
	}
	for used := range uint32(11) {
		if got := at(used); got != up[used] {
			t.Errorf("up at %d: %v, want %v", used, got, up[used])
		}
	}
	for used := int32(10); used >= 0; used-- {
		if got := at(uint32(used)); got != down[used] {
			t.Errorf("down at %d: %v, want %v", used, got, down[used])
		}
	}
	if got := h.Level(true, 0); got != capacity.Draining {
		t.Errorf("draining: %v", got)
	}
}

func TestTheMarksAreComparedWithoutRounding(t *testing.T) {
	for _, c := range []struct {
		used, limit, percent uint32
		want                 bool
	}{{2, 3, 66, true}, {2, 3, 67, false}, {2_000_000, 2_000_000, 100, true}, {1_999_999, 2_000_000, 100, false}, {0, 1, 1, false}} {
		if got := capacity.Reaches(c.used, c.limit, c.percent); got != c.want {
			t.Errorf("%d of %d reaches %d percent: %v", c.used, c.limit, c.percent, got)
		}
	}
}
