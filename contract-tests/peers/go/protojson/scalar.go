package protojson

import (
	"encoding/base64"
	"math"
	"strconv"
	"strings"

	"sluice.dev/peers/go/strictjson"
)

// String reads a string field; ok is false where it is absent or of another type.
func (m *Message) String(field string) (text string, ok bool) {
	value, ok := m.take(field)
	if !ok {
		return "", false
	}
	return m.reader.StringValue(m.At(field), value)
}

// StringValue reads a string.
func (r *Reader) StringValue(path string, value strictjson.Value) (text string, ok bool) {
	text, ok = value.Text()
	if !ok {
		r.mistype(path, "a string")
	}
	return text, ok
}

// Bool reads a bool field; absent is false.
func (m *Message) Bool(field string) bool {
	value, ok := m.take(field)
	if !ok {
		return false
	}
	if value.Kind() != strictjson.Bool {
		m.reader.mistype(m.At(field), "true or false")
		return false
	}
	return value[0] == 't'
}

// Uint32 reads an integer of 0 to 2^32-1; ok is false where it is absent or of another type.
func (m *Message) Uint32(field string) (n uint32, ok bool) {
	value, ok := m.take(field)
	if !ok {
		return 0, false
	}
	return m.reader.Uint32Value(m.At(field), value)
}

// Uint32Value reads an integer of 0 to 2^32-1.
func (r *Reader) Uint32Value(path string, value strictjson.Value) (uint32, bool) {
	if n, ok := integer(value); ok && 0 <= n && n <= math.MaxUint32 {
		return uint32(n), true
	}
	r.mistype(path, "an integer of 0 to 4294967295")
	return 0, false
}

// Int64 reads a 64-bit integer; ok is false where it is absent or of another type.
func (m *Message) Int64(field string) (n int64, ok bool) {
	value, ok := m.take(field)
	if !ok {
		return 0, false
	}
	n, ok = integer(value)
	if !ok {
		m.reader.mistype(m.At(field), "a 64-bit integer")
	}
	return n, ok
}

// Double reads a floating-point field; absent is 0.
func (m *Message) Double(field string) float64 {
	value, ok := m.take(field)
	if !ok {
		return 0
	}
	if text, ok := numeral(value); ok {
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return f
		}
	} else if text, _ := value.Text(); text == "NaN" || text == "Infinity" || text == "-Infinity" {
		f, _ := strconv.ParseFloat(text, 64)
		return f
	}
	m.reader.mistype(m.At(field), "a number")
	return 0
}

// Bytes reads base64 of either alphabet, padded or not; absent is empty.
func (m *Message) Bytes(field string) []byte {
	value, ok := m.take(field)
	if !ok {
		return nil
	}
	if text, ok := value.Text(); ok {
		encoding := base64.RawStdEncoding
		if strings.ContainsAny(text, "-_") {
			encoding = base64.RawURLEncoding
		}
		if data, err := encoding.DecodeString(unpad(text)); err == nil && !strings.ContainsAny(text, "\r\n") {
			return data
		}
	}
	m.reader.mistype(m.At(field), "base64")
	return nil
}

// unpad takes off the padding where it is what the length demands; other padding stays, to be found wrong.
func unpad(text string) string {
	if len(text)%4 == 0 {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "="), "=")
	}
	return text
}

// Enum reads an enum field by name or number; absent is 0. A number that is no value of the enum is returned as it is.
func (m *Message) Enum(field string, names map[string]int32) int32 {
	value, ok := m.take(field)
	if !ok {
		return 0
	}
	if name, ok := value.Text(); ok {
		if n, ok := names[name]; ok {
			return n
		}
	} else if n, ok := integer(value); ok && math.MinInt32 <= n && n <= math.MaxInt32 {
		return int32(n)
	}
	m.reader.mistype(m.At(field), "the name of a value of its enum")
	return 0
}

// numeral returns the text of a number, or of a string that holds one.
func numeral(value strictjson.Value) (text string, ok bool) {
	if value.Kind() == strictjson.Number {
		return string(value), true
	}
	text, ok = value.Text()
	if !ok {
		return "", false
	}
	inner, err := strictjson.Parse([]byte(text))
	return text, err == nil && inner.Kind() == strictjson.Number && len(inner) == len(text)
}

// integer reads a whole number in any notation of JSON: 7, "7", 7.0, 70e-1.
func integer(value strictjson.Value) (int64, bool) {
	text, ok := numeral(value)
	if !ok {
		return 0, false
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	plain, ok := withoutExponent(text)
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	return n, err == nil
}

// withoutExponent writes a whole number out in digits; ok is false where it has a fraction or more digits than any 64-bit integer.
func withoutExponent(text string) (plain string, ok bool) {
	mantissa, power, _ := strings.Cut(strings.ToLower(text), "e")
	mantissa, negative := strings.CutPrefix(mantissa, "-")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return "0", true
	}
	exponent := 0
	if power != "" {
		var err error
		if exponent, err = strconv.Atoi(power); err != nil {
			return "", false
		}
	}
	const most = 19
	significant := strings.TrimRight(digits, "0")
	if exponent > len(text)+most || exponent < -len(text) {
		return "", false
	}
	zeros := exponent - len(fraction) + len(digits) - len(significant)
	if zeros < 0 || len(significant)+zeros > most {
		return "", false
	}
	plain = significant + strings.Repeat("0", zeros)
	if negative {
		plain = "-" + plain
	}
	return plain, true
}
