package protojson

import (
	"encoding/base64"
	"math"
	"strconv"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"

	"sluice.dev/peers/go/strictjson"
)

// scalar reads one value of a field that is no message; ok is false where it is of another type.
func (r *Reader) scalar(value strictjson.Value, path string, field protoreflect.FieldDescriptor) (read protoreflect.Value, ok bool) {
	switch field.Kind() {
	case protoreflect.StringKind:
		text, ok := value.Text()
		return r.typed(path, "a string", protoreflect.ValueOfString(strings.Clone(text)), ok)
	case protoreflect.BoolKind:
		return r.typed(path, "true or false", protoreflect.ValueOfBool(value[0] == 't'), value.Kind() == strictjson.Bool)
	case protoreflect.Uint32Kind:
		n, ok := integer(value)
		return r.typed(path, "an integer of 0 to 4294967295", protoreflect.ValueOfUint32(uint32(n)), ok && 0 <= n && n <= math.MaxUint32)
	case protoreflect.Int64Kind:
		n, ok := integer(value)
		return r.typed(path, "a 64-bit integer", protoreflect.ValueOfInt64(n), ok)
	case protoreflect.DoubleKind:
		f, ok := double(value)
		return r.typed(path, "a number", protoreflect.ValueOfFloat64(f), ok)
	case protoreflect.BytesKind:
		data, ok := decoded(value)
		return r.typed(path, "base64", protoreflect.ValueOfBytes(data), ok)
	case protoreflect.EnumKind:
		n, ok := number(value, field.Enum().Values())
		return r.typed(path, "the name of a value of its enum", protoreflect.ValueOfEnum(n), ok)
	default:
		// No message that a worker is sent has one; a schema that adds one needs a reader for it.
		panic("a scalar that cannot be read yet: " + field.FullName())
	}
}

func (r *Reader) typed(path, want string, value protoreflect.Value, ok bool) (protoreflect.Value, bool) {
	if !ok {
		r.mistype(path, want)
	}
	return value, ok
}

func double(value strictjson.Value) (float64, bool) {
	if text, ok := numeral(value); ok {
		f, err := strconv.ParseFloat(text, 64)
		return f, err == nil
	}
	text, _ := value.Text()
	if text != "NaN" && text != "Infinity" && text != "-Infinity" {
		return 0, false
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil
}

// decoded reads base64 of either alphabet, padded or not.
func decoded(value strictjson.Value) ([]byte, bool) {
	text, ok := value.Text()
	if !ok || strings.ContainsAny(text, "\r\n") {
		return nil, false
	}
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(text, "-_") {
		encoding = base64.RawURLEncoding
	}
	data, err := encoding.DecodeString(unpad(text))
	return data, err == nil
}

// number reads a value of an enum by name or number. A number that is no value of the enum is returned as it is.
func number(value strictjson.Value, values protoreflect.EnumValueDescriptors) (protoreflect.EnumNumber, bool) {
	if name, ok := value.Text(); ok {
		known := values.ByName(protoreflect.Name(name))
		if known == nil {
			return 0, false
		}
		return known.Number(), true
	}
	n, ok := integer(value)
	return protoreflect.EnumNumber(n), ok && math.MinInt32 <= n && n <= math.MaxInt32
}

// unpad takes off the padding where it is what the length demands; other padding stays, to be found wrong.
func unpad(text string) string {
	if len(text)%4 == 0 {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "="), "=")
	}
	return text
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
	return text, strictjson.IsNumber(text)
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
