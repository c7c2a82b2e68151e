package main

import (
	"encoding/json"
	"net/http"
	"sync"
)

// order is shop.v1.Order as proto3 JSON.
type order struct {
	ID       string `json:"id"`
	Quantity int32  `json:"quantity"`
}

type orders struct {
	lock sync.Mutex
	byID map[string]order
}

func newOrders() *orders {
	return &orders{byID: map[string]order{}}
}

func (o *orders) get(w http.ResponseWriter, r *http.Request) {
	o.lock.Lock()
	found, ok := o.byID[r.PathValue("id")]
	o.lock.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(found)
}

// changeState brings about the states that consumers name in their contracts; it is served in tests only.
func (o *orders) changeState(w http.ResponseWriter, r *http.Request) {
	var change struct{ State string }
	if err := json.NewDecoder(r.Body).Decode(&change); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	o.lock.Lock()
	defer o.lock.Unlock()
	clear(o.byID)
	switch change.State {
	case "the order o-1 exists":
		o.byID["o-1"] = order{ID: "o-1", Quantity: 3}
	case "there are no orders":
	default:
		http.Error(w, "unknown state: "+change.State, http.StatusNotFound)
	}
}
