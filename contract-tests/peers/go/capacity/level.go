package capacity

// Hysteresis is the flag "elevated": up from the high mark on, down from the low mark on, in between as it was (rule 2.3). Down at first.
type Hysteresis struct {
	elevated bool
}

// Observe updates the flag. It is to be called after every change of used, of limit or of the marks, which are percentages of limit.
func (h *Hysteresis) Observe(used, limit, lowPercent, highPercent uint32) {
	switch {
	case Reaches(used, limit, highPercent):
		h.elevated = true
	case uint64(used)*100 <= uint64(lowPercent)*uint64(limit):
		h.elevated = false
	}
}

// Level derives the level from the flag and the rest of the state.
func (h *Hysteresis) Level(draining bool, available uint32) Level {
	switch {
	case draining:
		return Draining
	case available == 0:
		return Saturated
	case h.elevated:
		return Elevated
	default:
		return Nominal
	}
}

// Reaches tells whether used has reached percent of limit, compared without rounding.
func Reaches(used, limit, percent uint32) bool {
	return uint64(used)*100 >= uint64(percent)*uint64(limit)
}
