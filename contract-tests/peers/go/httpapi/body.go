package httpapi

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"sluice.dev/peers/go/problem"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/refusal"
)

// maxPolicyBytes bounds the body of a policy: a thousand tenants with the longest names fit.
const maxPolicyBytes = 1 << 20

// maxItemBody bounds the body of an item so that every permitted payload fits, in bytes: its base64 and 1 MiB beside.
func maxItemBody(maxItemBytes uint32) int64 {
	return (int64(maxItemBytes)+2)/3*4 + 1<<20
}

// readBody reads the whole body, so that nothing that follows depends on the client staying (rule 5.6). It returns a problem where the body
// is not JSON by its media type, too long, or cut off.
func (c *call) readBody(w http.ResponseWriter, limit int64) ([]byte, *problem.Document) {
	if !isJSON(c.Header.Get("Content-Type")) {
		return nil, problem.Plain(http.StatusUnsupportedMediaType, "the body must be application/json")
	}
	if c.ContentLength > limit {
		w.Header().Set("Connection", "close")
		return nil, tooLarge(limit)
	}
	if c.ContentLength >= 0 && c.ContentLength <= smallBody {
		return c.readSmall()
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, c.Body, limit))
	if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
		return nil, tooLarge(limit)
	}
	if err != nil {
		return nil, cutOff()
	}
	return body, nil
}

// smallBody is how long a body is that gets its buffer before it comes, in bytes: so much may wait for a client that sends slowly.
const smallBody = 4096

func (c *call) readSmall() ([]byte, *problem.Document) {
	body := make([]byte, c.ContentLength)
	if _, err := io.ReadFull(c.Body, body); err != nil {
		return nil, cutOff()
	}
	return body, nil
}

func cutOff() *problem.Document {
	return malformed("json", "the body cannot be read to its end")
}

func isJSON(contentType string) bool {
	if contentType == "" || contentType == "application/json" {
		return true
	}
	mediaType, _, err := mime.ParseMediaType(contentType)
	return err == nil && mediaType == "application/json"
}

func tooLarge(limit int64) *problem.Document {
	return problem.Of(refusal.TooLarge, fmt.Sprintf("the body exceeds %d bytes", limit))
}

// malformed is the problem of a request that breaks one constraint which belongs to no field.
func malformed(rule, detail string) *problem.Document {
	return problem.Of(refusal.Malformed, detail).
		Violating([]protojson.Violation{{Rule: rule, Message: detail}})
}
