package strictjson_test

import (
	"errors"
	"strings"
	"testing"

	"sluice.dev/peers/go/strictjson"
)

func TestAcceptsJSON(t *testing.T) {
	for _, text := range []string{
		`null`, ` true `, `false`, `0`, `-0`, `12.5e-3`, `1E+2`, `""`, `"\u00e9\ud83d\ude00\n"`, `[]`, `[ 1 , [ ] ]`, `{}`,
		`{"a":{"b":[1,{"a":2}]},"A":1}`, strings.Repeat("[", strictjson.MaxDepth) + strings.Repeat("]", strictjson.MaxDepth),
	} {
		if _, err := strictjson.Parse([]byte(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestRefusesWhatIsNotJSON(t *testing.T) {
	deep := strings.Repeat("[", strictjson.MaxDepth+1)
	for text, offset := range map[string]int{
		``:                             0,
		`  `:                           2,
		`nul`:                          0,
		`nullx`:                        4,
		`01`:                           1,
		`-`:                            1,
		`1.`:                           2,
		`1e`:                           2,
		`+1`:                           0,
		`.5`:                           0,
		`NaN`:                          0,
		`'a'`:                          0,
		`"a`:                           2,
		"\"a\nb\"":                     2,
		`"\x"`:                         2,
		`"\u12"`:                       2,
		`"\ud800"`:                     7,
		`"\ud800\u0041"`:               13,
		`"\udc00"`:                     7,
		`[1,]`:                         3,
		`[1 2]`:                        3,
		`[`:                            1,
		`{"a"}`:                        4,
		`{"a":}`:                       5,
		`{"a":1,}`:                     7,
		`{a:1}`:                        1,
		`{"a":1`:                       6,
		`{} {}`:                        3,
		`{"a":1,"a":2}`:                7,
		`{"a":1,"\u0061":2}`:           7,
		`{"x":[{"b":1,"b":1}]}`:        13,
		"\"\xff\"":                     1,
		"\xef\xbb\xbf{}":               0,
		deep:                           strictjson.MaxDepth,
		strings.Repeat(`{"a":`, 1<<18): 5 * strictjson.MaxDepth,
	} {
		_, err := strictjson.Parse([]byte(text))
		var fault *strictjson.SyntaxError
		if !errors.As(err, &fault) {
			t.Errorf("%.40q: accepted, or another error: %v", text, err)
		} else if fault.Offset != offset {
			t.Errorf("%.40q: offset %d, want %d (%v)", text, fault.Offset, offset, err)
		}
	}
}

func TestMembersComeInOrderWithTheirText(t *testing.T) {
	value, err := strictjson.Parse([]byte(` { "b" : [1, 2] , "\u0061" : "x\ty", "c":null } `))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for name, member := range value.Members() {
		got = append(got, name+"="+string(member))
	}
	if want := `b=[1, 2]|a="x\ty"|c=null`; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, member := range value.Members() {
		if name == "a" {
			if text, ok := member.Text(); !ok || text != "x\ty" {
				t.Errorf("text of a is %q", text)
			}
			break
		}
	}
}

func FuzzParseAgreesWithItself(f *testing.F) {
	f.Add([]byte(`{"a":[1,"\u00e9",{"b":null}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		value, err := strictjson.Parse(text)
		if err != nil {
			return
		}
		for name, member := range value.Members() {
			if _, err := strictjson.Parse([]byte(member)); err != nil {
				t.Errorf("member %q of an accepted text is not accepted: %v", name, err)
			}
		}
	})
}
