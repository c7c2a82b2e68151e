package protojson

import (
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

var writer = protojson.MarshalOptions{EmitDefaultValues: true}

// Write writes a message as JSON. Fields that hold their default value are written, absent ones are not (PROTOCOL.md, "JSON").
func Write(message proto.Message) []byte {
	text, err := writer.Marshal(message)
	if err != nil {
		// Every text in a message is valid UTF-8, every required field is set: nothing else can fail.
		panic(err)
	}
	return text
}
