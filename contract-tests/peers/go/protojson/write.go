package protojson

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Write writes a message as JSON. Fields that hold their default value are written, absent ones are not (PROTOCOL.md, "JSON").
func Write(message proto.Message) []byte {
	return Append(make([]byte, 0, 1024), message)
}

// Append writes a message as JSON after text. Every admission is answered by it: it does what protobuf's own writer does, at a fraction of the cost.
func Append(text []byte, message proto.Message) []byte {
	return appendMessage(text, message.ProtoReflect())
}

// column is one field, the beginning of its member, and how its value is written.
type column struct {
	field    protoreflect.FieldDescriptor
	begin    string
	optional bool
	write    writer
}

type writer func(text []byte, value protoreflect.Value) []byte

// layouts holds the columns of each message by its descriptor.
var layouts sync.Map

func layout(descriptor protoreflect.MessageDescriptor) []column {
	if known, ok := layouts.Load(descriptor); ok {
		return known.([]column)
	}
	var columns []column
	fields := descriptor.Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		columns = append(columns, column{field, `"` + field.JSONName() + `":`, field.HasPresence(), writerOf(field)})
	}
	layouts.Store(descriptor, columns)
	return columns
}

func appendMessage(text []byte, message protoreflect.Message) []byte {
	text = append(text, '{')
	first := true
	for _, c := range layout(message.Descriptor()) {
		if c.optional && !message.Has(c.field) {
			continue
		}
		if !first {
			text = append(text, ',')
		}
		first = false
		text = append(text, c.begin...)
		text = c.write(text, message.Get(c.field))
	}
	return append(text, '}')
}

func writerOf(field protoreflect.FieldDescriptor) writer {
	switch {
	case field.IsMap():
		entry := singleWriter(field.MapValue())
		return func(text []byte, value protoreflect.Value) []byte { return appendMap(text, value.Map(), entry) }
	case field.IsList():
		element := singleWriter(field)
		return func(text []byte, value protoreflect.Value) []byte { return appendList(text, value.List(), element) }
	default:
		return singleWriter(field)
	}
}

func appendList(text []byte, list protoreflect.List, element writer) []byte {
	text = append(text, '[')
	for i := range list.Len() {
		if i > 0 {
			text = append(text, ',')
		}
		text = element(text, list.Get(i))
	}
	return append(text, ']')
}

func appendMap(text []byte, entries protoreflect.Map, entry writer) []byte {
	var keys []protoreflect.MapKey
	entries.Range(func(key protoreflect.MapKey, _ protoreflect.Value) bool {
		keys = append(keys, key)
		return true
	})
	slices.SortFunc(keys, func(a, b protoreflect.MapKey) int { return strings.Compare(a.String(), b.String()) })
	text = append(text, '{')
	for i, key := range keys {
		if i > 0 {
			text = append(text, ',')
		}
		text = append(appendString(text, key.String()), ':')
		text = entry(text, entries.Get(key))
	}
	return append(text, '}')
}

func singleWriter(field protoreflect.FieldDescriptor) writer {
	switch field.Kind() {
	case protoreflect.BoolKind:
		return func(text []byte, value protoreflect.Value) []byte { return strconv.AppendBool(text, value.Bool()) }
	case protoreflect.Uint32Kind:
		return func(text []byte, value protoreflect.Value) []byte { return strconv.AppendUint(text, value.Uint(), 10) }
	case protoreflect.Int32Kind:
		return func(text []byte, value protoreflect.Value) []byte { return strconv.AppendInt(text, value.Int(), 10) }
	case protoreflect.Uint64Kind:
		return func(text []byte, value protoreflect.Value) []byte {
			return append(strconv.AppendUint(append(text, '"'), value.Uint(), 10), '"')
		}
	case protoreflect.Int64Kind:
		return func(text []byte, value protoreflect.Value) []byte {
			return append(strconv.AppendInt(append(text, '"'), value.Int(), 10), '"')
		}
	case protoreflect.DoubleKind:
		return func(text []byte, value protoreflect.Value) []byte { return appendDouble(text, value.Float()) }
	case protoreflect.StringKind:
		return func(text []byte, value protoreflect.Value) []byte { return appendString(text, value.String()) }
	case protoreflect.BytesKind:
		return func(text []byte, value protoreflect.Value) []byte {
			return append(base64.StdEncoding.AppendEncode(append(text, '"'), value.Bytes()), '"')
		}
	case protoreflect.EnumKind:
		return enumWriter(field.Enum().Values())
	case protoreflect.MessageKind:
		return func(text []byte, value protoreflect.Value) []byte { return appendMessage(text, value.Message()) }
	default:
		// The schemas have no other; one that adds it needs a writer for it.
		panic("a field that cannot be written yet: " + field.FullName())
	}
}

func enumWriter(values protoreflect.EnumValueDescriptors) writer {
	names := make(map[protoreflect.EnumNumber]string)
	for i := range values.Len() {
		names[values.Get(i).Number()] = `"` + string(values.Get(i).Name()) + `"`
	}
	return func(text []byte, value protoreflect.Value) []byte {
		if name, ok := names[value.Enum()]; ok {
			return append(text, name...)
		}
		return strconv.AppendInt(text, int64(value.Enum()), 10)
	}
}

func appendDouble(text []byte, number float64) []byte {
	switch {
	case math.IsNaN(number):
		return append(text, `"NaN"`...)
	case math.IsInf(number, 1):
		return append(text, `"Infinity"`...)
	case math.IsInf(number, -1):
		return append(text, `"-Infinity"`...)
	default:
		return strconv.AppendFloat(text, number, 'g', -1, 64)
	}
}

func appendString(text []byte, value string) []byte {
	for i := range len(value) {
		if c := value[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			// Nothing in a string makes this fail; invalid UTF-8 is replaced.
			escaped, _ := json.Marshal(value)
			return append(text, escaped...)
		}
	}
	return append(append(append(text, '"'), value...), '"')
}
