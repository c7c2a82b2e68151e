// Package strictjson reads JSON text without leniency: RFC 8259 grammar, valid UTF-8, no unpaired surrogates, no member twice in one
// object, bounded nesting.
//
// A document is checked once as a whole; afterwards its values are slices of the text, decoded only where a reader asks for them. So a
// large document of unknown members costs no memory beyond its text.
package strictjson
