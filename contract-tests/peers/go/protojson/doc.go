// Package protojson reads the proto3 JSON mapping of the contract's messages (PROTOCOL.md, "JSON") and collects everything that is wrong.
//
// The messages are those generated from the schemas, and the reader goes by their descriptors: a field that the schemas do not have cannot be read.
//
// A Reader keeps two kinds of faults apart: text that cannot be read at all (a member under both of its names) and violations, of which
// there may be many, each with the field's path in the schema.
package protojson
