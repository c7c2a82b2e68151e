// Package trace carries a W3C Trace Context from a submission to its downstream call and into problem documents (rule 9.3).
package trace

import (
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"strings"
)

// Context is what a request belongs to, as a traceparent header says it.
type Context struct {
	// TraceID is 32 lower-case hexadecimal digits, not all zero.
	TraceID string
	// Flags is two lower-case hexadecimal digits; "01" is sampled.
	Flags string
}

// Parse reads a traceparent header (W3C Trace Context, 3.2). A header that is not valid begins a new trace, not sampled.
func Parse(header string) Context {
	if c, ok := parse(strings.Trim(header, " \t")); ok {
		return c
	}
	var id [16]byte
	return Context{TraceID: randomID(id[:]), Flags: "00"}
}

func parse(header string) (Context, bool) {
	const length = 55
	if len(header) < length || (len(header) > length && (header[:2] == "00" || header[length] != '-')) {
		return Context{}, false
	}
	version, traceID, parentID, flags := header[:2], header[3:35], header[36:52], header[53:55]
	dashes := header[2] == '-' && header[35] == '-' && header[52] == '-'
	if !dashes || !isHex(version) || version == "ff" || !isID(traceID) || !isID(parentID) || !isHex(flags) {
		return Context{}, false
	}
	return Context{traceID, flags}, true
}

// Traceparent writes the header of a call made on behalf of the request, with a new parent-id.
func (c Context) Traceparent() string {
	var id [8]byte
	return "00-" + c.TraceID + "-" + randomID(id[:]) + "-" + c.Flags
}

func isHex(text string) bool {
	return strings.Trim(text, "0123456789abcdef") == ""
}

// isID tells whether text is hexadecimal and not all zero.
func isID(text string) bool {
	return isHex(text) && strings.Trim(text, "0") != ""
}

// randomID fills id, a multiple of 8 bytes, at random and writes it. No identifier is all zero.
func randomID(id []byte) string {
	for at := 0; at < len(id); at += 8 {
		binary.BigEndian.PutUint64(id[at:], max(rand.Uint64(), 1))
	}
	return hex.EncodeToString(id)
}
