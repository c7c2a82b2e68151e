package httpapi

import (
	"net/http"
	"strconv"
	"strings"

	"sluice.dev/peers/go/capacity"
)

// setRateLimit describes the slots of one snapshot (draft-ietf-httpapi-ratelimit-headers, revision 11; rule 2.5). retryAfter is in seconds; 0 for none.
func setRateLimit(header http.Header, d *capacity.Document, retryAfter int64) {
	header["Ratelimit-Policy"] = []string{string(appendRateLimitPolicy(nil, d))}
	header["Ratelimit"] = []string{string(appendRateLimit(nil, d, retryAfter))}
}

func appendRateLimitPolicy(text []byte, d *capacity.Document) []byte {
	return append(decimal(append(text, `"slots";q=`...), d.Limit), `;qu="concurrent-requests"`...)
}

func appendRateLimit(text []byte, d *capacity.Document, retryAfter int64) []byte {
	text = decimal(append(text, `"slots";r=`...), d.Available)
	if retryAfter > 0 {
		text = strconv.AppendInt(append(text, ";t="...), retryAfter, 10)
	}
	return text
}

// agrees tells whether the Idempotency-Key headers, if any, name the item: one structured-field string, parameters ignored
// (draft-ietf-httpapi-idempotency-key-header, revision 07). Identifiers hold nothing that such a string would escape.
func agrees(keys []string, workID string) bool {
	if len(keys) == 0 {
		return true
	}
	rest, ok := strings.CutPrefix(strings.Trim(keys[0], " "), `"`+workID+`"`)
	return ok && len(keys) == 1 && (rest == "" || rest[0] == ';')
}

func etag(revision uint64) string {
	return `"` + strconv.FormatUint(revision, 10) + `"`
}

// matcher evaluates If-Match (RFC 9110, 13.1.1) by strong comparison; absent, it matches whatever is in force.
func matcher(header http.Header) func(revision uint64) bool {
	values := header.Values("If-Match")
	return func(revision uint64) bool {
		if len(values) == 0 {
			return true
		}
		for tag := range strings.SplitSeq(strings.Join(values, ","), ",") {
			if tag = strings.Trim(tag, " \t"); tag == "*" || tag == etag(revision) {
				return true
			}
		}
		return false
	}
}
