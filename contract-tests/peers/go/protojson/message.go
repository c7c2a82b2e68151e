package protojson

import (
	"fmt"
	"strconv"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"sluice.dev/peers/go/strictjson"
)

// Read fills an empty message from a JSON object. Which members there are and of what types is the schema's alone; what is wrong with them is
// collected in the reader. A null is an empty message.
func (r *Reader) Read(value strictjson.Value, message proto.Message) {
	r.read(value, "", message.ProtoReflect())
}

func (r *Reader) read(value strictjson.Value, path string, message protoreflect.Message) {
	if value.Kind() == strictjson.Null {
		return
	}
	if value.Kind() != strictjson.Object {
		r.mistype(path, "an object")
		return
	}
	fields := message.Descriptor().Fields()
	seen := make([]bool, fields.Len())
	for name, member := range value.Members() {
		field := fields.ByJSONName(name)
		if field == nil {
			field = fields.ByName(protoreflect.Name(name))
		}
		switch {
		case field == nil:
			if r.Strict {
				r.Reject(join(path, name), "unknown_field", "is no field of %s", message.Descriptor().Name())
			}
		case seen[field.Index()]:
			if r.fault == nil {
				r.fault = fmt.Errorf("the member %q appears under both of its names", field.JSONName())
			}
		default:
			seen[field.Index()] = true
			if at := join(path, string(field.Name())); member.Kind() != strictjson.Null && at != r.Ignored {
				r.field(member, at, message, field)
			}
		}
	}
}

func (r *Reader) field(value strictjson.Value, path string, message protoreflect.Message, field protoreflect.FieldDescriptor) {
	switch {
	case field.IsMap():
		r.entries(value, path, message.Mutable(field).Map(), field.MapValue())
	case field.IsList():
		// No message that a worker is sent has one; a schema that adds one needs a reader for it.
		panic("a list cannot be read yet: " + field.FullName())
	case field.Message() != nil:
		r.read(value, path, message.Mutable(field).Message())
	default:
		if scalar, ok := r.scalar(value, path, field); ok {
			message.Set(field, scalar)
		}
	}
}

// entries reads a map, whose keys are strings. An entry that cannot be read has the default value, so that entries can be counted.
func (r *Reader) entries(value strictjson.Value, path string, entries protoreflect.Map, field protoreflect.FieldDescriptor) {
	if value.Kind() != strictjson.Object {
		r.mistype(path, "an object")
		return
	}
	for key, entry := range value.Members() {
		name := protoreflect.ValueOfString(strings.Clone(key)).MapKey()
		if scalar, ok := r.scalar(entry, Entry(path, key), field); ok {
			entries.Set(name, scalar)
		} else {
			entries.Set(name, field.Default())
		}
	}
}

// Entry is the path of an entry of a map field.
func Entry(path, key string) string {
	return path + "[" + strconv.Quote(cut(key)) + "]"
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
