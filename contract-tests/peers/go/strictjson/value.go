package strictjson

import (
	"encoding/json"
	"errors"
	"iter"
	"strings"
)

// Value is the text of one JSON value, part of a text that passed Parse.
type Value string

// Kind is one of the types of JSON.
type Kind int

// The kinds of RFC 8259, with true and false as one.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Kind tells the type of the value.
func (v Value) Kind() Kind {
	switch v[0] {
	case '{':
		return Object
	case '[':
		return Array
	case '"':
		return String
	case 't', 'f':
		return Bool
	case 'n':
		return Null
	default:
		return Number
	}
}

// Text returns the characters of a string, which may be part of the whole text and keep it in memory; ok is false for a value of another kind.
func (v Value) Text() (text string, ok bool) {
	if v.Kind() != String {
		return "", false
	}
	if strings.IndexByte(string(v), '\\') >= 0 {
		return v.unescaped()
	}
	return string(v[1 : len(v)-1]), true
}

func (v Value) unescaped() (text string, ok bool) {
	err := json.Unmarshal([]byte(v), &text)
	return text, err == nil
}

var errStopped = errors.New("stopped")

// Members yields the members of an object in their order, each name once; a value of another kind has none.
func (v Value) Members() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		if v.Kind() != Object {
			return
		}
		s := scanner{text: string(v), checked: true}
		// The text passed Parse, so the only error is the one made here.
		_ = s.members(func(_ int, name Value) error {
			start := s.pos
			if err := s.value(0); err != nil {
				return err
			}
			text, _ := name.Text()
			if !yield(text, Value(s.text[start:s.pos])) {
				return errStopped
			}
			return nil
		})
	}
}
