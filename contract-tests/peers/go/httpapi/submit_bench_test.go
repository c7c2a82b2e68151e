package httpapi_test

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/downstream"
	"sluice.dev/peers/go/httpapi"
	"sluice.dev/peers/go/policy"
)

// BenchmarkSubmit is the admission path without the network: items that complete at once.
func BenchmarkSubmit(b *testing.B) {
	controller := admission.New("test", 7, policy.Initial(64, 1<<19), downstream.NewCaller(downstream.AllowList{}))
	guard := httpapi.GuardOf(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}, "")
	api := httpapi.New(controller, guard, slog.New(slog.DiscardHandler))
	b.ReportAllocs()
	for i := range b.N {
		body := fmt.Sprintf(`{"workId":"w-%d","tenant":"t","kind":"k","criticality":"CRITICALITY_CRITICAL","deadlineMs":"60000","attempt":1,"payload":"aGVsbG8="}`, i)
		request := httptest.NewRequest(http.MethodPost, "/v1/work", strings.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		api.ServeHTTP(recorder, request)
		if recorder.Code != http.StatusAccepted {
			b.Fatal(recorder.Body)
		}
	}
}
