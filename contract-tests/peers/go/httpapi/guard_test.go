package httpapi_test

import (
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
	"sluice.dev/peers/go/protojson"
)

func TestThePolicyIsReplacedByThoseOnlyWhoMay(t *testing.T) {
	near, far := net.IPv4(127, 0, 0, 1), net.IPv4(192, 0, 2, 1)
	initial := policy.Initial(1, 1)
	body := string(protojson.Write(initial.Message()))
	for _, c := range []struct {
		address       net.IP
		token, header string
		want          int
	}{
		{near, "", "", http.StatusOK},
		{near, "secret", "", http.StatusUnauthorized},
		{near, "secret", "Bearer secret", http.StatusOK},
		{far, "", "", http.StatusForbidden},
		{far, "", "Bearer ", http.StatusForbidden},
		{far, "secret", "", http.StatusUnauthorized},
		{far, "secret", "Bearer secrets", http.StatusUnauthorized},
		{far, "secret", "Basic secret", http.StatusUnauthorized},
		{far, "secret", "bearer secret", http.StatusOK},
	} {
		controller := admission.New("test", 7, initial, downstream.NewCaller(downstream.AllowList{}))
		api := httpapi.New(controller, httpapi.GuardOf(&net.TCPAddr{IP: c.address}, c.token), slog.New(slog.DiscardHandler))
		request := httptest.NewRequest(http.MethodPut, "/v1/policy", strings.NewReader(body))
		if c.header != "" {
			request.Header.Set("Authorization", c.header)
		}
		recorder := httptest.NewRecorder()
		api.ServeHTTP(recorder, request)
		if recorder.Code != c.want || (c.want == http.StatusUnauthorized) != (recorder.Header().Get("WWW-Authenticate") == "Bearer") {
			t.Errorf("%+v: %d %s", c, recorder.Code, recorder.Body)
		}
	}
}
