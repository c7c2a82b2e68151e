// Package httpapi is the HTTP binding of the contract (PROTOCOL.md, "HTTP"): it reads requests, asks the controller, and writes answers. No
// handler waits for capacity.
package httpapi

import (
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"google.golang.org/protobuf/proto"

	"sluice.dev/peers/go/admission"
	"sluice.dev/peers/go/problem"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/trace"
)

// API answers the calls of the contract.
type API struct {
	controller *admission.Controller
	guard      PolicyGuard
	log        *slog.Logger
	durations  *durations
}

// New makes the handler for a controller whose policy the guard protects. Faults of the provider go to the log.
func New(controller *admission.Controller, guard PolicyGuard, log *slog.Logger) *API {
	return &API{controller: controller, guard: guard, log: log, durations: newDurations()}
}

// call is one request on its way.
type call struct {
	*http.Request
	trace trace.Context
	// workID is the last segment of /v1/work/{work_id}, else empty.
	workID string
}

type handler func(*API, http.ResponseWriter, *call)

// route is one path of the contract and its methods.
type route struct {
	// template is the path without ids, as metrics name it.
	template string
	methods  map[string]handler
}

// itemFolder is what the path of an item begins with.
const itemFolder = "/v1/work/"

var (
	capacityRoute = route{"/v1/capacity", map[string]handler{http.MethodGet: (*API).getCapacity}}
	leaseRoute    = route{"/v1/leases", map[string]handler{http.MethodPost: (*API).acquireLease}}
	submitRoute   = route{"/v1/work", map[string]handler{http.MethodPost: (*API).submit}}
	itemRoute     = route{"/v1/work/{work_id}", map[string]handler{
		http.MethodGet:    (*API).getWork,
		http.MethodDelete: (*API).cancelWork,
	}}
	policyRoute = route{"/v1/policy", map[string]handler{
		http.MethodGet: (*API).getPolicy,
		http.MethodPut: (*API).putPolicy,
	}}
	metricsRoute = route{"/metrics", map[string]handler{http.MethodGet: (*API).getMetrics}}
	unknownRoute = route{"", nil}
)

func routeOf(path string) (r route, workID string) {
	switch path {
	case capacityRoute.template:
		return capacityRoute, ""
	case leaseRoute.template:
		return leaseRoute, ""
	case submitRoute.template:
		return submitRoute, ""
	case policyRoute.template:
		return policyRoute, ""
	case metricsRoute.template:
		return metricsRoute, ""
	}
	if id, ok := strings.CutPrefix(path, itemFolder); ok && id != "" && !strings.Contains(id, "/") {
		return itemRoute, id
	}
	return unknownRoute, ""
}

// ServeHTTP answers one request.
func (a *API) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	began := time.Now()
	r, workID := routeOf(request.URL.Path)
	c := &call{request, trace.Parse(request.Header.Get("Traceparent")), workID}
	recorder := &recorder{ResponseWriter: w}
	defer func() {
		a.recover(recorder, c, recover())
		a.durations.observe(request.Method, r.template, recorder.status, time.Since(began))
	}()
	method := request.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	handle, ok := r.methods[method]
	switch {
	case ok:
		handle(a, recorder, c)
	case r.methods == nil:
		c.answer(recorder, problem.Plain(http.StatusNotFound, "there is nothing at this path"))
	default:
		w.Header().Set("Allow", allow(r.methods))
		c.answer(recorder, problem.Plain(http.StatusMethodNotAllowed, "the path does not take this method"))
	}
}

func allow(methods map[string]handler) string {
	var names []string
	for _, name := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete} {
		if methods[name] != nil {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// recover turns a fault of the provider into a 500; its cause goes to the log, not to the client.
func (a *API) recover(w *recorder, c *call, fault any) {
	if fault == nil {
		return
	}
	a.log.Error("fault while answering", "method", c.Method, "path", c.URL.Path, "fault", fault, "stack", string(debug.Stack()))
	if w.status == 0 {
		c.answer(w, problem.Plain(http.StatusInternalServerError, "the provider failed to answer"))
	}
}

// answer sends a problem, completed by what belongs to the request.
func (c *call) answer(w http.ResponseWriter, d *problem.Document) {
	d.Write(w, c.URL.EscapedPath(), c.trace.TraceID)
}

var (
	jsonType = []string{"application/json"}
	// buffers are those of bodies that have been sent.
	buffers = sync.Pool{New: func() any { return new([]byte) }}
)

// writeJSON sends a resource.
func writeJSON(w http.ResponseWriter, status int, resource proto.Message) {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	*buffer = protojson.Append((*buffer)[:0], resource)
	header := w.Header()
	header["Content-Type"] = jsonType
	header["Content-Length"] = []string{strconv.Itoa(len(*buffer))}
	w.WriteHeader(status)
	// The client may be gone; there is no one else to tell.
	_, _ = w.Write(*buffer)
}

// recorder remembers the status that was sent; 0 for none yet.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
