package trace_test

import (
	"regexp"
	"strings"
	"testing"

	"sluice.dev/peers/go/trace"
)

const (
	traceID  = "4bf92f3577b34da6a3ce929d0e0e4736"
	parentID = "00f067aa0ba902b7"
)

func TestATraceGoesOnWithANewParent(t *testing.T) {
	for _, header := range []string{"00-" + traceID + "-" + parentID + "-01", "cc-" + traceID + "-" + parentID + "-01-more"} {
		sent := trace.Parse(header).Traceparent()
		if !regexp.MustCompile("^00-"+traceID+"-[0-9a-f]{16}-01$").MatchString(sent) || strings.Contains(sent, parentID) {
			t.Errorf("%s: sent %s", header, sent)
		}
	}
}

func TestAnInvalidHeaderBeginsANewTrace(t *testing.T) {
	zero := strings.Repeat("0", 32)
	for _, header := range []string{
		"", "x", "ff-" + traceID + "-" + parentID + "-01", "00-" + zero + "-" + parentID + "-01", "00-" + traceID + "-" + zero[:16] + "-01",
		"00-" + strings.ToUpper(traceID) + "-" + parentID + "-01", "00-" + traceID + "-" + parentID + "-01-more",
		"00-" + traceID + "-" + parentID + "-0", "cc-" + traceID + "-" + parentID + "-01more",
	} {
		c := trace.Parse(header)
		if !regexp.MustCompile("^[0-9a-f]{32}$").MatchString(c.TraceID) || c.TraceID == traceID || c.TraceID == zero {
			t.Errorf("%q: trace-id %s", header, c.TraceID)
		}
	}
}
