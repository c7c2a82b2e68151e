package producer_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"sluice.dev/peers/go/client"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/producer"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/retry"
	"sluice.dev/peers/go/work"
)

// arrival is one submission as the provider saw it.
type arrival struct {
	at         time.Time
	WorkID     string `json:"workId"`
	Attempt    int    `json:"attempt"`
	DeadlineMs string `json:"deadlineMs"`
	LeaseID    string `json:"leaseId"`
}

// provider is scripted: it answers as the test says and remembers what arrived.
type provider struct {
	*httptest.Server
	mu       sync.Mutex
	arrivals []arrival
	// capacity and lease are the bodies of those answers, "" for silence.
	capacity, lease string
	answer          func(w http.ResponseWriter, a arrival)
	silence         chan struct{}
}

func provide(t *testing.T, answer func(w http.ResponseWriter, a arrival)) *provider {
	t.Helper()
	p := &provider{answer: answer, silence: make(chan struct{})}
	p.Server = httptest.NewServer(p)
	t.Cleanup(func() {
		close(p.silence)
		p.Close()
	})
	return p
}

func (p *provider) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	fixed := map[string]string{"/v1/capacity": p.capacity, "/v1/leases": p.lease}[r.URL.Path]
	p.mu.Unlock()
	switch {
	case r.URL.Path == "/v1/work":
		a := arrival{at: time.Now()}
		_ = json.NewDecoder(r.Body).Decode(&a)
		p.mu.Lock()
		p.arrivals = append(p.arrivals, a)
		p.mu.Unlock()
		p.answer(w, a)
	case fixed != "":
		fmt.Fprint(w, fixed)
	default:
		p.hold()
	}
}

func (p *provider) hold() { <-p.silence }

func (p *provider) seen() []arrival {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.arrivals)
}

func accept(w http.ResponseWriter, _ arrival) { w.WriteHeader(http.StatusAccepted) }

func refuse(status int, headers ...string) func(http.ResponseWriter, arrival) {
	return func(w http.ResponseWriter, _ arrival) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
	}
}

func problem(status int, body string) func(http.ResponseWriter, arrival) {
	return func(w http.ResponseWriter, _ arrival) {
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}
}

var quick = policy.Retry{
	MaxAttempts: 4, InitialBackoffMs: 20, MaxBackoffMs: 60, Multiplier: 2, Jitter: 0.2, Budget: policy.Budget{MaxTokens: 1000, TokenRatio: 1},
}

func items(count int) []*workv1.WorkItem {
	var items []*workv1.WorkItem
	for i := range count {
		items = append(items, &workv1.WorkItem{WorkId: fmt.Sprintf("w-%d", i), Tenant: "t", Kind: "k", Criticality: work.Critical})
	}
	return items
}

type gates func(*client.Client) []producer.Gate

// run submits and returns the outcomes in the order of settling.
func run(t *testing.T, p *provider, count int, options producer.Options, through gates) []producer.Result {
	t.Helper()
	c, err := client.New(p.URL, options.Concurrency)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var passed []producer.Gate
	if through != nil {
		passed = through(c)
	}
	var results []producer.Result
	producer.New(c, options, passed...).Run(ctx, items(count), func(r producer.Result) { results = append(results, r) })
	return results
}

func options(concurrency int, retry policy.Retry) producer.Options {
	return producer.Options{Concurrency: concurrency, Deadline: 8 * time.Second, Retry: retry, Seed: 7}
}

// Rules 11.3 and 11.6: without a wait asked for, the gaps are the backoff's; the item stays the same.
func TestRetriesBackOffUnderTheSameIdAndALesserDeadline(t *testing.T) {
	p := provide(t, refuse(http.StatusServiceUnavailable))
	results := run(t, p, 1, options(1, quick), nil)
	if len(results) != 1 || results[0] != (producer.Result{WorkID: "w-0", Outcome: producer.GaveUp, Attempts: 4}) {
		t.Errorf("%+v", results)
	}
	arrivals := p.seen()
	if len(arrivals) != 4 {
		t.Fatalf("%+v", arrivals)
	}
	for i, a := range arrivals {
		if a.WorkID != "w-0" || a.Attempt != i+1 {
			t.Errorf("%+v", a)
		}
		if i == 0 {
			continue
		}
		before, _ := strconv.Atoi(arrivals[i-1].DeadlineMs)
		if now, err := strconv.Atoi(a.DeadlineMs); err != nil || now >= before {
			t.Errorf("deadline %s after %s", a.DeadlineMs, arrivals[i-1].DeadlineMs)
		}
		least := time.Duration([]float64{16, 32, 48}[i-1] * float64(time.Millisecond))
		if gap := a.at.Sub(arrivals[i-1].at); gap < least {
			t.Errorf("gap %d is %v, at least %v", i, gap, least)
		}
	}
}

// Rule 11.2.
func TestTheProvidersWaitIsKept(t *testing.T) {
	for name, answer := range map[string]func(http.ResponseWriter, arrival){
		"header":         refuse(http.StatusServiceUnavailable, "Retry-After", "1"),
		"body":           problem(http.StatusTooManyRequests, `{"reason":"REFUSAL_REASON_TENANT_QUOTA","retryable":true,"retryAfterMs":400}`),
		"unknown reason": problem(http.StatusServiceUnavailable, `{"reason":"REFUSAL_REASON_OF_LATER","retryable":true,"retryAfterMs":400}`),
	} {
		p := provide(t, answer)
		twice := quick
		twice.MaxAttempts = 2
		run(t, p, 1, options(1, twice), nil)
		least := map[string]time.Duration{"header": time.Second}[name]
		least = max(least, 400*time.Millisecond)
		if a := p.seen(); len(a) != 2 || a[1].at.Sub(a[0].at) < least {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

func TestWhatARetryCannotHelpIsNotRetried(t *testing.T) {
	for name, c := range map[string]struct {
		answer func(http.ResponseWriter, arrival)
		want   producer.Outcome
	}{
		"400":               {refuse(http.StatusBadRequest), producer.Refused},
		"422":               {refuse(http.StatusUnprocessableEntity, "Retry-After", "1"), producer.Refused},
		"500":               {refuse(http.StatusInternalServerError), producer.Refused},
		"504":               {refuse(http.StatusGatewayTimeout), producer.Deadline},
		"negative pushback": {problem(http.StatusServiceUnavailable, `{"retryAfterMs":-1}`), producer.Refused},
		"not retryable":     {problem(http.StatusServiceUnavailable, `{"reason":"REFUSAL_REASON_QUEUE_FULL","retryable":false}`), producer.Refused},
	} {
		p := provide(t, c.answer)
		results := run(t, p, 1, options(1, quick), nil)
		if len(p.seen()) != 1 || len(results) != 1 || results[0].Outcome != c.want {
			t.Errorf("%s: %+v, %d arrivals", name, results, len(p.seen()))
		}
	}
}

// Rule 11.5 over HTTP.
func TestTheBudgetBoundsAllRetriesTogether(t *testing.T) {
	p := provide(t, refuse(http.StatusServiceUnavailable))
	tight := policy.Retry{
		MaxAttempts: 5, InitialBackoffMs: 1, MaxBackoffMs: 1, Multiplier: 1, Jitter: 0.2, Budget: policy.Budget{MaxTokens: 10, TokenRatio: 0.1},
	}
	if results := run(t, p, 100, options(1, tight), nil); len(results) != 100 || len(p.seen()) != 104 {
		t.Errorf("%d results, %d arrivals", len(results), len(p.seen()))
	}
}

func TestAConnectionThatFailsIsRetriedUnderTheSameId(t *testing.T) {
	p := provide(t, func(w http.ResponseWriter, a arrival) {
		if a.Attempt > 2 {
			accept(w, a)
			return
		}
		conn, _, err := http.NewResponseController(w).Hijack()
		if err == nil {
			conn.Close()
		}
	})
	results := run(t, p, 1, options(1, quick), nil)
	if len(results) != 1 || results[0].Outcome != producer.Accepted || results[0].Attempts != 3 || len(p.seen()) != 3 {
		t.Errorf("%+v, %d arrivals", results, len(p.seen()))
	}
}

func TestAWaitBeyondTheDeadlineEndsTheItemAtOnce(t *testing.T) {
	p := provide(t, refuse(http.StatusServiceUnavailable, "Retry-After", "120"))
	patient := options(1, quick)
	patient.Deadline = time.Minute
	// A run ends without an outcome long before that deadline.
	if results := run(t, p, 1, patient, nil); len(results) != 1 || results[0].Outcome != producer.Deadline {
		t.Errorf("%+v", results)
	}
}

func TestASilentProviderMeetsTheDeadline(t *testing.T) {
	p := provide(t, nil)
	p.answer = func(http.ResponseWriter, arrival) { p.hold() }
	hasty := options(1, quick)
	hasty.Deadline = time.Second
	results := run(t, p, 1, hasty, nil)
	if len(results) != 1 || results[0].Outcome != producer.Deadline || len(p.seen()) != 1 {
		t.Errorf("%+v, %d arrivals", results, len(p.seen()))
	}
}

func credits(c *client.Client) []producer.Gate {
	request := &servicev1.AcquireLeaseRequest{ClientId: "c", Tenant: "t", Credits: 100}
	return []producer.Gate{producer.NewCredits(c, request, retry.NewBackoff(quick, 1), slog.New(slog.DiscardHandler))}
}

// Rule 11.1.
func TestNoMoreIsUnderWayThanWasGranted(t *testing.T) {
	p := provide(t, nil)
	p.answer = func(http.ResponseWriter, arrival) { p.hold() }
	p.lease = `{"leaseId":"l","credits":3,"ttlMs":100}`
	hasty := options(10, quick)
	hasty.Deadline = 1500 * time.Millisecond
	began := time.Now()
	results := run(t, p, 10, hasty, credits)
	arrivals := p.seen()
	if len(results) != 10 || len(arrivals) == 0 {
		t.Fatalf("%+v, %+v", results, arrivals)
	}
	// The lease may expire before all of its credits are used; then fewer are.
	for i, a := range arrivals {
		if i >= 3 && a.at.Sub(began) < hasty.Deadline {
			t.Errorf("a fourth arrival while three are under way: %+v", arrivals)
		}
	}
	if arrivals[0].LeaseID != "l" {
		t.Errorf("%+v", arrivals[0])
	}
}

func TestEveryItemIsSentUnderSomeLease(t *testing.T) {
	p := provide(t, accept)
	p.lease = `{"leaseId":"l","credits":2,"ttlMs":60000}`
	if results := run(t, p, 7, options(3, quick), credits); len(results) != 7 || len(p.seen()) != 7 {
		t.Errorf("%+v", results)
	}
}

func TestALeaseOfNothingMeansStop(t *testing.T) {
	p := provide(t, accept)
	p.lease = `{"leaseId":"l","credits":0,"ttlMs":60000}`
	hasty := options(2, quick)
	hasty.Deadline = 200 * time.Millisecond
	results := run(t, p, 2, hasty, credits)
	if len(p.seen()) != 0 || len(results) != 2 || results[0].Outcome != producer.GaveUp {
		t.Errorf("%+v, %d arrivals", results, len(p.seen()))
	}
}

func following(t *testing.T) gates {
	return func(c *client.Client) []producer.Gate {
		ctx, cancel := context.WithCancel(t.Context())
		follower := producer.NewFollower(c, retry.NewBackoff(quick, 1), slog.New(slog.DiscardHandler))
		done := make(chan struct{})
		go func() {
			follower.Follow(ctx)
			close(done)
		}()
		t.Cleanup(func() {
			cancel()
			<-done
		})
		return []producer.Gate{follower}
	}
}

func document(available, ttl int, level string) string {
	return fmt.Sprintf(`{"epoch":"1","seq":"1","available":%d,"ttlMs":%d,"level":"%s"}`, available, ttl, level)
}

// Rule 11.7.
func TestAfterTheDocumentHasExpiredThereIsOneProbe(t *testing.T) {
	p := provide(t, nil)
	p.answer = func(http.ResponseWriter, arrival) { p.hold() }
	p.capacity = document(0, 300, "CAPACITY_LEVEL_SATURATED")
	time.AfterFunc(200*time.Millisecond, func() {
		p.mu.Lock()
		p.capacity = ""
		p.mu.Unlock()
	})
	slow := options(8, quick)
	slow.Deadline = 2 * time.Second
	began := time.Now()
	run(t, p, 8, slow, following(t))
	arrivals := p.seen()
	if len(arrivals) == 0 {
		t.Fatal("no probe")
	}
	for _, a := range arrivals[1:] {
		if a.at.Sub(began) < slow.Deadline {
			t.Errorf("a second arrival while the probe is under way: %+v", arrivals)
		}
	}
}

func TestNothingIsSentWhileNothingIsAvailable(t *testing.T) {
	for _, level := range []string{"CAPACITY_LEVEL_SATURATED", "CAPACITY_LEVEL_OF_LATER", "CAPACITY_LEVEL_DRAINING"} {
		p := provide(t, accept)
		p.capacity = document(5, 60_000, level)
		hasty := options(2, quick)
		hasty.Deadline = 200 * time.Millisecond
		results := run(t, p, 2, hasty, following(t))
		if len(p.seen()) != 0 || len(results) != 2 {
			t.Errorf("%s: %+v, %d arrivals", level, results, len(p.seen()))
		}
	}
}

func TestWhatIsAvailableIsUsed(t *testing.T) {
	p := provide(t, accept)
	p.capacity = document(2, 60, "CAPACITY_LEVEL_ELEVATED")
	if results := run(t, p, 20, options(4, quick), following(t)); len(results) != 20 || results[19].Outcome != producer.Accepted {
		t.Errorf("%+v", results)
	}
}
