package lease

import (
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

// maxCredits is the most credits that can be asked for.
const maxCredits = 2_000_000

// Request is sluice.service.v1.AcquireLeaseRequest.
type Request struct {
	// ClientID of who asks, whatever its connections.
	ClientID string
	// Tenant whose items are to be submitted.
	Tenant string
	// Credits wished for; 0 gives the lease back.
	Credits uint32
}

// Read reads a request and returns what is wrong with it. Members that are not known are ignored.
func Read(text []byte) (Request, []protojson.Violation) {
	document, err := strictjson.Parse(text)
	if err != nil {
		return Request{}, []protojson.Violation{{Rule: "json", Message: err.Error()}}
	}
	r := &protojson.Reader{}
	m := r.Open(document, "", "client_id", "tenant", "credits")
	request := Request{ClientID: id(r, m, "client_id"), Tenant: id(r, m, "tenant")}
	request.Credits, _ = m.Uint32("credits")
	if request.Credits > maxCredits {
		r.Reject("credits", "uint32.lte", "must be at most %d", maxCredits)
	}
	if err := r.Fault(); err != nil {
		return Request{}, []protojson.Violation{{Rule: "json", Message: err.Error()}}
	}
	return request, r.Violations()
}

func id(r *protojson.Reader, m *protojson.Message, field string) string {
	text, _ := m.String(field)
	if !protojson.IsID(text) {
		r.Reject(field, "string.pattern", "must be 1 to 128 characters of A-Z a-z 0-9 . _ -")
	}
	return text
}
