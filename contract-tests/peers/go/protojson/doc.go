// Package protojson reads the proto3 JSON mapping of the contract's messages (PROTOCOL.md, "JSON") and collects everything that is wrong.
//
// A Reader keeps two kinds of faults apart: text that cannot be read at all (a member under both of its names) and violations, of which
// there may be many, each with the field's path in the schema.
package protojson
