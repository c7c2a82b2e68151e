package work

import (
	"math/rand/v2"
	"strings"
	"testing"

	"google.golang.org/protobuf/proto"

	workv1 "sluice.dev/peers/go/protocol/work/v1"
	"sluice.dev/peers/go/protojson"
	"sluice.dev/peers/go/strictjson"
)

func TestOrdinaryItemsAreReadQuickly(t *testing.T) {
	for _, text := range []string{
		`{"workId":"w-1","tenant":"t","kind":"k","criticality":"CRITICALITY_CRITICAL","deadlineMs":"60000","attempt":1,"payload":"aGk="}`,
		` { "work_id" : "w" , "deadline_ms":60000, "cost":"3", "leaseId":"l", "schemaVersion":1, "attributes":{"a":"b","sluice.downstream":"http://h:1/?x"} } `,
		`{"attributes":{}}`,
		`{}`,
	} {
		m := &workv1.WorkItem{}
		if !quick([]byte(text), m) {
			t.Errorf("%s: declined", text)
		}
		mustReadAlike(t, []byte(text), m)
	}
}

// What the general reader judges by itself is declined; what is read quickly, it reads alike.
func TestWhatIsReadQuicklyIsReadAlikeByTheGeneralReader(t *testing.T) {
	tokens := []string{
		"{", "}", "{", "}", ":", ",", `"workId":`, `"work_id":`, `"tenant":"t",`, `"kind":"k"`, `"criticality":`, `"CRITICALITY_CRITICAL"`, `"deadlineMs":`,
		`"attempt":`, `"payload":`, `"cost":1`, `"attributes":{`, `"a":"b"`, `"schemaVersion":`, `"leaseId":"l"`, `"x":`, `"aGk="`, `"aGk"`, `"a-_="`, `""`,
		"1", `"1"`, "01", "1.0", "1e2", "-1", "4294967296", `"é"`, `"\n"`, "\"\x01\"", "null", "true", "[]", " ", "\n", `"`, "\\",
	}
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	read := 0
	for range 300_000 {
		var text strings.Builder
		text.WriteString("{")
		for range random.IntN(7) {
			text.WriteString(tokens[random.IntN(len(tokens))])
		}
		text.WriteString("}")
		m := &workv1.WorkItem{}
		if quick([]byte(text.String()), m) {
			read++
			mustReadAlike(t, []byte(text.String()), m)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if read < 1000 {
		t.Errorf("seed %d: only %d texts were read", seed, read)
	}
}

func mustReadAlike(t *testing.T, text []byte, m *workv1.WorkItem) {
	t.Helper()
	document, err := strictjson.Parse(text)
	if err != nil {
		t.Errorf("%s: the general reader says %v", text, err)
		return
	}
	r, want := &protojson.Reader{}, &workv1.WorkItem{}
	r.Read(document, want)
	if r.Fault() != nil || len(r.Violations()) > 0 || !proto.Equal(m, want) {
		t.Errorf("%s: read %v; the general reader %v, %v, %v", text, m, want, r.Fault(), r.Violations())
	}
}
