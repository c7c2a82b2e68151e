package strictjson

import "strconv"

func isDigit(c byte) bool {
	return '0' <= c && c <= '9'
}

// IsNumber tells whether the text is a number of JSON and nothing else.
func IsNumber(text string) bool {
	s := scanner{text: text}
	return s.number() == nil && s.pos == len(text)
}

// number moves past a number of RFC 8259, 6.
func (s *scanner) number() error {
	if s.peek() == '-' {
		s.pos++
	}
	if s.peek() == '0' {
		s.pos++
	} else if err := s.digits(); err != nil {
		return err
	}
	if s.peek() == '.' {
		s.pos++
		if err := s.digits(); err != nil {
			return err
		}
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		return s.digits()
	}
	return nil
}

func (s *scanner) digits() error {
	start := s.pos
	for isDigit(s.peek()) {
		s.pos++
	}
	if s.pos == start {
		return s.fault("a digit should be here")
	}
	return nil
}

// str moves past a string of RFC 8259, 7. Escapes of surrogates must come in pairs.
func (s *scanner) str() error {
	s.pos++
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '"':
			s.pos++
			return nil
		case c == '\\':
			if err := s.escape(); err != nil {
				return err
			}
		case c < 0x20:
			return s.fault("a control character in a string")
		default:
			s.pos++
		}
	}
	return s.fault("the text ends within a string")
}

func (s *scanner) escape() error {
	s.pos++
	switch s.peek() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.pos++
		return nil
	case 'u':
		return s.codeUnits()
	default:
		return s.fault("an unknown escape")
	}
}

// codeUnits moves past the rest of \uXXXX, and past its second half where it is the first of a surrogate pair.
func (s *scanner) codeUnits() error {
	unit, ok := s.hex4()
	switch {
	case !ok:
		return s.fault("four hexadecimal digits should be here")
	case unit < 0xD800 || unit > 0xDFFF:
		return nil
	case unit < 0xDC00 && s.peek() == '\\':
		s.pos++
		if low, ok := s.hex4(); ok && low >= 0xDC00 && low <= 0xDFFF {
			return nil
		}
	}
	return s.fault("an unpaired surrogate")
}

func (s *scanner) hex4() (uint64, bool) {
	if s.peek() != 'u' || len(s.text)-s.pos < 5 {
		return 0, false
	}
	unit, err := strconv.ParseUint(s.text[s.pos+1:s.pos+5], 16, 16)
	if err != nil {
		return 0, false
	}
	s.pos += 5
	return unit, true
}
