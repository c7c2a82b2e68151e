package protojson

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"sluice.dev/peers/go/strictjson"
)

// MaxViolations is the most violations that one problem document may list (sluice.service.v1.Problem).
const MaxViolations = 100

// maxMessage bounds the text of one violation, in bytes: names come from the client.
const maxMessage = 400

// Violation is one broken constraint, as sluice.service.v1.FieldViolation.
type Violation struct {
	// Field is the path by schema names, such as "retry.max_backoff_ms"; empty for the message as a whole.
	Field string `json:"field"`
	// Rule is protovalidate's id of the constraint, or "json", "unknown_field" or one of PROTOCOL.md, "The policy".
	Rule string `json:"rule"`
	// Message says what is wrong, for a person.
	Message string `json:"message"`
}

// Reader collects what is wrong with one document.
type Reader struct {
	fault      error
	violations []Violation
	mistyped   bool
}

// Fault returns the first reason for which the document cannot be read at all, or nil.
func (r *Reader) Fault() error { return r.fault }

// Violations returns what was collected, at most MaxViolations.
func (r *Reader) Violations() []Violation { return r.violations }

// Mistyped tells whether a value could not be read, so that the fields read are not all the client's.
func (r *Reader) Mistyped() bool { return r.mistyped }

// Reject adds a violation. A field that has one gets no second one, since the value that the second would judge was not read.
func (r *Reader) Reject(field, rule, format string, args ...any) {
	if len(r.violations) == MaxViolations {
		return
	}
	for _, v := range r.violations {
		if field != "" && v.Field == field {
			return
		}
	}
	r.violations = append(r.violations, Violation{cut(field), rule, cut(fmt.Sprintf(format, args...))})
}

func (r *Reader) mistype(field, want string) {
	r.mistyped = true
	r.Reject(field, "json", "must be %s", want)
}

// cut shortens text to maxMessage bytes at a rune boundary.
func cut(text string) string {
	if len(text) <= maxMessage {
		return text
	}
	end := maxMessage
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}

// Message is one JSON object, read as a message whose field names are known.
type Message struct {
	reader *Reader
	path   string
	fields map[string]strictjson.Value
	// Present tells whether there was an object.
	Present bool
	// Unknown holds the members that are no field, in their order, at most MaxViolations of them.
	Unknown []string
}

// Open reads value as a message at path ("" for the document itself) with the given fields, by schema name. A null is an empty message.
func (r *Reader) Open(value strictjson.Value, path string, fields ...string) *Message {
	m := &Message{reader: r, path: path, fields: make(map[string]strictjson.Value, len(fields))}
	if value == nil || value.Kind() == strictjson.Null {
		return m
	}
	if value.Kind() != strictjson.Object {
		r.mistype(path, "an object")
		return m
	}
	m.Present = true
	names := make(map[string]string, 2*len(fields))
	for _, field := range fields {
		names[field], names[JSONName(field)] = field, field
	}
	for name, member := range value.Members() {
		field, known := names[name]
		switch _, twice := m.fields[field]; {
		case !known && len(m.Unknown) < MaxViolations:
			m.Unknown = append(m.Unknown, name)
		case known && twice && r.fault == nil:
			r.fault = fmt.Errorf("the member %q appears under both of its names", JSONName(field))
		case known:
			m.fields[field] = member
		}
	}
	return m
}

// At returns the path of a field of this message.
func (m *Message) At(field string) string {
	if m.path == "" {
		return field
	}
	return m.path + "." + field
}

// take returns the value of a field; absent and null are the same.
func (m *Message) take(field string) (strictjson.Value, bool) {
	value, ok := m.fields[field]
	return value, ok && value.Kind() != strictjson.Null
}

// Open reads the field as a message.
func (m *Message) Open(field string, fields ...string) *Message {
	value, _ := m.take(field)
	return m.reader.Open(value, m.At(field), fields...)
}

// Each calls visit with every entry of a map field: the path of the entry, its key, its value.
func (m *Message) Each(field string, visit func(path, key string, value strictjson.Value)) {
	value, ok := m.take(field)
	if !ok {
		return
	}
	if value.Kind() != strictjson.Object {
		m.reader.mistype(m.At(field), "an object")
		return
	}
	for key, entry := range value.Members() {
		visit(m.At(field)+"["+strconv.Quote(cut(key))+"]", key, entry)
	}
}

// JSONName is the lowerCamelCase name of a field, as protobuf derives it.
func JSONName(field string) string {
	var name strings.Builder
	for i := 0; i < len(field); i++ {
		switch c := field[i]; {
		case c == '_':
		case i > 0 && field[i-1] == '_' && 'a' <= c && c <= 'z':
			name.WriteByte(c - 'a' + 'A')
		default:
			name.WriteByte(c)
		}
	}
	return name.String()
}
