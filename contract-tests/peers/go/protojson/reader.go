package protojson

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// MaxViolations is the most violations that one problem document may list (sluice.service.v1.Problem).
const MaxViolations = 100

// maxMessage bounds the text of one violation, in bytes: names come from the client.
const maxMessage = 400

// Violation is one broken constraint, as sluice.service.v1.FieldViolation.
type Violation struct {
	// Field is the path by schema names, such as "retry.max_backoff_ms"; empty for the message as a whole.
	Field string
	// Rule is protovalidate's id of the constraint, or "json", "unknown_field" or one of PROTOCOL.md, "The policy".
	Rule string
	// Message says what is wrong, for a person.
	Message string
}

// Reader collects what is wrong with one document.
type Reader struct {
	// Strict makes members that are no field violations; else they are ignored.
	Strict bool
	// Ignored is a field whose value is not even read; empty for none.
	Ignored string

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

// Covers tells whether a message that the field is part of has a violation itself, which stands for those of everything within.
func (r *Reader) Covers(field string) bool {
	return slices.ContainsFunc(r.violations, func(v Violation) bool {
		return len(field) > len(v.Field) && field[:len(v.Field)] == v.Field && field[len(v.Field)] == '.'
	})
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
