package httpapi

import (
	"fmt"
	"net/http"
)

// getCapacity answers from the present document: it takes no slot and never waits for one (rule 2.1).
func (a *API) getCapacity(w http.ResponseWriter, _ *call) {
	d := a.controller.Capacity()
	// Rounded down: no cache keeps the document longer than its ttl (rule 2.5).
	w.Header().Set("Cache-Control", fmt.Sprintf("max-age=%d", d.TTLMs/1000))
	setRateLimit(w.Header(), &d, 0)
	writeJSON(w, http.StatusOK, d.Message())
}
