package protojson

import (
	"math"
	"math/rand/v2"
	"testing"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	policyv1 "sluice.dev/peers/go/protocol/policy/v1"
	servicev1 "sluice.dev/peers/go/protocol/service/v1"
	workv1 "sluice.dev/peers/go/protocol/work/v1"
)

var texts = []string{"", "plain", `quo"te\`, "é\n\x01", "<&>", "\u2028😀"}

// random fills some fields of a message at random.
func random(r *rand.Rand, message protoreflect.Message) {
	fields := message.Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		switch {
		case r.IntN(4) == 0:
		case field.IsMap():
			for range r.IntN(4) {
				key := protoreflect.ValueOfString(texts[r.IntN(len(texts))]).MapKey()
				message.Mutable(field).Map().Set(key, single(r, field.MapValue()))
			}
		case field.IsList():
			for range r.IntN(3) {
				random(r, message.Mutable(field).List().AppendMutable().Message())
			}
		case field.Message() != nil:
			random(r, message.Mutable(field).Message())
		default:
			message.Set(field, single(r, field))
		}
	}
}

func single(r *rand.Rand, field protoreflect.FieldDescriptor) protoreflect.Value {
	switch field.Kind() {
	case protoreflect.BoolKind:
		return protoreflect.ValueOfBool(r.IntN(2) == 0)
	case protoreflect.Uint32Kind:
		return protoreflect.ValueOfUint32(r.Uint32())
	case protoreflect.Int32Kind:
		return protoreflect.ValueOfInt32(int32(r.Uint32()))
	case protoreflect.Uint64Kind:
		return protoreflect.ValueOfUint64(r.Uint64())
	case protoreflect.Int64Kind:
		return protoreflect.ValueOfInt64(int64(r.Uint64()))
	case protoreflect.DoubleKind:
		return protoreflect.ValueOfFloat64([]float64{0, 0.2, -1e300, 1e-9, math.Inf(1), math.Inf(-1), 1e21, 100}[r.IntN(8)])
	case protoreflect.BytesKind:
		return protoreflect.ValueOfBytes([]byte(texts[r.IntN(len(texts))]))
	case protoreflect.EnumKind:
		return protoreflect.ValueOfEnum(protoreflect.EnumNumber(r.IntN(25)))
	default:
		return protoreflect.ValueOfString(texts[r.IntN(len(texts))])
	}
}

// protobuf's own reader takes back what was written, whatever it is.
func TestProtobufReadsWhatIsWritten(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	for range 300 {
		for _, message := range []proto.Message{&workv1.WorkItem{}, &workv1.Admission{}, &workv1.WorkStatus{}, &policyv1.BackpressurePolicy{}, &servicev1.Problem{}} {
			random(r, message.ProtoReflect())
			text := Write(message)
			read := message.ProtoReflect().New().Interface()
			if err := protojson.Unmarshal(text, read); err != nil || !proto.Equal(read, message) {
				t.Fatalf("seed %d: %s: %v", seed, text, err)
			}
		}
	}
}

func TestDefaultsAreWrittenAndAbsenceIsNot(t *testing.T) {
	want := `{"workId":"","outcome":"ADMISSION_OUTCOME_UNSPECIFIED","reason":"REFUSAL_REASON_UNSPECIFIED","retryable":false}`
	if got := string(Write(&workv1.Admission{})); got != want {
		t.Errorf("got %s", got)
	}
}
