package httpapi

import (
	"net/http"
	"strconv"

	"sluice.dev/peers/go/capacity"
	capacityv1 "sluice.dev/peers/go/protocol/capacity/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
)

// accepted is the message of an item that was accepted, at the capacity after the decision.
func accepted(workID string, d *capacity.Document) *workv1.Admission {
	return &workv1.Admission{
		WorkId:   workID,
		Outcome:  workv1.AdmissionOutcome_ADMISSION_OUTCOME_ACCEPTED,
		Capacity: d.Message(),
	}
}

// appendAccepted writes that message as protojson does, without making it: every submission that is accepted is answered by it.
func appendAccepted(text []byte, workID string, d *capacity.Document) []byte {
	text = append(append(text, `{"workId":"`...), workID...)
	text = append(text, `","outcome":"ADMISSION_OUTCOME_ACCEPTED","reason":"REFUSAL_REASON_UNSPECIFIED","retryable":false,"capacity":{"schemaVersion":`...)
	text = decimal(text, d.SchemaVersion)
	text = append(append(append(text, `,"providerId":"`...), d.ProviderID...), '"')
	text = quoted(append(text, `,"epoch":`...), d.Epoch)
	text = quoted(append(text, `,"seq":`...), d.Seq)
	text = decimal(append(text, `,"limit":`...), d.Limit)
	text = decimal(append(text, `,"used":`...), d.Used)
	text = decimal(append(text, `,"available":`...), d.Available)
	text = append(append(append(text, `,"level":"`...), capacityv1.CapacityLevel_name[int32(d.Level)]...), '"')
	text = decimal(append(text, `,"concurrencyLimit":`...), d.ConcurrencyLimit)
	text = decimal(append(text, `,"queueLimit":`...), d.QueueLimit)
	text = decimal(append(text, `,"running":`...), d.Running)
	text = decimal(append(text, `,"queued":`...), d.Queued)
	text = decimal(append(text, `,"ttlMs":`...), d.TTLMs)
	text = strconv.AppendFloat(append(text, `,"utilization":`...), d.Utilization, 'g', -1, 64)
	text = quoted(append(text, `,"policyRevision":`...), d.PolicyRevision)
	text = decimal(append(text, `,"queueDelayMs":`...), d.QueueDelayMs)
	text = decimal(append(text, `,"latencyTargetMs":`...), d.LatencyTargetMs)
	return append(text, "}}"...)
}

func decimal(text []byte, n uint32) []byte {
	return strconv.AppendUint(text, uint64(n), 10)
}

func quoted(text []byte, n uint64) []byte {
	return append(strconv.AppendUint(append(text, '"'), n, 10), '"')
}

// writeAccepted answers a submission that was accepted.
func writeAccepted(w http.ResponseWriter, status int, workID string, d *capacity.Document) {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	*buffer = appendAccepted((*buffer)[:0], workID, d)
	setAccepted(w.Header(), workID, d, len(*buffer))
	w.WriteHeader(status)
	// The client may be gone; there is no one else to tell.
	_, _ = w.Write(*buffer)
}

// setAccepted sets the headers of the answer. Their values are parts of one string, and the lists of one array.
func setAccepted(header http.Header, workID string, d *capacity.Document, length int) {
	var room [256]byte
	location := len(itemFolder) + len(workID)
	text := append(append(room[:0], itemFolder...), workID...)
	text = appendRateLimitPolicy(text, d)
	policy := len(text)
	text = appendRateLimit(text, d, 0)
	limit := len(text)
	whole := string(strconv.AppendInt(text, int64(length), 10))
	values := [...]string{whole[:location], whole[location:policy], whole[policy:limit], whole[limit:]}
	header["Location"] = values[0:1:1]
	header["Ratelimit-Policy"] = values[1:2:2]
	header["Ratelimit"] = values[2:3:3]
	header["Content-Length"] = values[3:4:4]
	header["Content-Type"] = jsonType
}
