package lease

import (
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

// maxCredits is the most credits that can be asked for.
const maxCredits = 2_000_000

// Read reads a request and returns what is wrong with it. Members that are not known are ignored.
func Read(text []byte) (*servicev1.AcquireLeaseRequest, []protojson.Violation) {
	document, err := strictjson.Parse(text)
	if err != nil {
		return nil, []protojson.Violation{{Rule: "json", Message: err.Error()}}
	}
	r := &protojson.Reader{}
	request := &servicev1.AcquireLeaseRequest{}
	r.Read(document, request)
	checkID(r, "client_id", request.ClientId)
	checkID(r, "tenant", request.Tenant)
	if request.Credits > maxCredits {
		r.Reject("credits", "uint32.lte", "must be at most %d", maxCredits)
	}
	if err := r.Fault(); err != nil {
		return nil, []protojson.Violation{{Rule: "json", Message: err.Error()}}
	}
	return request, r.Violations()
}

func checkID(r *protojson.Reader, field, text string) {
	if !protojson.IsID(text) {
		r.Reject(field, "string.pattern", "must be 1 to 128 characters of A-Z a-z 0-9 . _ -")
	}
}
