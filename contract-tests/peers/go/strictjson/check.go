package strictjson

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxDepth is the deepest nesting of objects and arrays that is read. PROTOCOL.md, "JSON", asks for 32 or more.
const MaxDepth = 64

// SyntaxError says where a text stops being acceptable JSON.
type SyntaxError struct {
	// Offset of the fault, in bytes from the begin of the text.
	Offset int
	// Message says what is wrong, for a person.
	Message string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("at byte %d: %s", e.Offset, e.Message)
}

// Parse checks a whole text and returns its value, or a *SyntaxError.
func Parse(text []byte) (Value, error) {
	if !utf8.Valid(text) {
		return "", &SyntaxError{invalidUTF8At(text), "invalid UTF-8"}
	}
	s := scanner{text: string(text)}
	s.space()
	start := s.pos
	if err := s.value(0); err != nil {
		return "", err
	}
	end := s.pos
	s.space()
	if s.pos != len(text) {
		return "", s.fault("text after the end of the value")
	}
	return Value(s.text[start:end]), nil
}

func invalidUTF8At(text []byte) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(text)
}

// scanner walks over JSON text and checks it on the way.
type scanner struct {
	text string
	pos  int
	// checked is set on text that has passed Parse: member names need no second comparison.
	checked bool
}

func (s *scanner) fault(message string) error {
	return &SyntaxError{s.pos, message}
}

func (s *scanner) space() {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return
		}
	}
}

// peek returns the present byte, or 0 at the end; a NUL byte is not valid anywhere in JSON outside a string.
func (s *scanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

func (s *scanner) value(depth int) error {
	switch c := s.peek(); {
	case c == '{':
		return s.object(depth + 1)
	case c == '[':
		return s.array(depth + 1)
	case c == '"':
		return s.str()
	case c == 't':
		return s.literal("true")
	case c == 'f':
		return s.literal("false")
	case c == 'n':
		return s.literal("null")
	case c == '-' || isDigit(c):
		return s.number()
	case s.pos >= len(s.text):
		return s.fault("the text ends where a value should be")
	default:
		return s.fault("no JSON value begins here")
	}
}

func (s *scanner) literal(word string) error {
	if !strings.HasPrefix(s.text[s.pos:], word) {
		return s.fault("no JSON value begins here")
	}
	s.pos += len(word)
	return nil
}

func (s *scanner) array(depth int) error {
	if depth > MaxDepth {
		return s.fault(fmt.Sprintf("nested deeper than %d", MaxDepth))
	}
	s.pos++
	s.space()
	if s.peek() == ']' {
		s.pos++
		return nil
	}
	for {
		s.space()
		if err := s.value(depth); err != nil {
			return err
		}
		if done, err := s.separator(']'); done || err != nil {
			return err
		}
	}
}

func (s *scanner) object(depth int) error {
	if depth > MaxDepth {
		return s.fault(fmt.Sprintf("nested deeper than %d", MaxDepth))
	}
	var seen names
	return s.members(func(at int, name Value) error {
		if !s.checked {
			if text, _ := name.Text(); !seen.add(text) {
				return &SyntaxError{at, fmt.Sprintf("the member %.80q appears twice", text)}
			}
		}
		return s.value(depth)
	})
}

// members walks over the object that begins here; visit is called with the scanner at the member's value and must move it past.
func (s *scanner) members(visit func(at int, name Value) error) error {
	s.pos++
	s.space()
	if s.peek() == '}' {
		s.pos++
		return nil
	}
	for {
		s.space()
		at := s.pos
		if s.peek() != '"' {
			return s.fault("a member name should be here")
		}
		if err := s.str(); err != nil {
			return err
		}
		name := Value(s.text[at:s.pos])
		s.space()
		if s.peek() != ':' {
			return s.fault("a colon should be here")
		}
		s.pos++
		s.space()
		if err := visit(at, name); err != nil {
			return err
		}
		if done, err := s.separator('}'); done || err != nil {
			return err
		}
	}
}

func (s *scanner) separator(end byte) (done bool, err error) {
	s.space()
	switch s.peek() {
	case ',':
		s.pos++
		return false, nil
	case end:
		s.pos++
		return true, nil
	default:
		return false, s.fault(fmt.Sprintf("a comma or %q should be here", end))
	}
}
