package metrics

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// ContentType of the text.
const ContentType = "text/plain; version=0.0.4; charset=utf-8"

// Label is one name and value; names are constants of the catalogue.
type Label struct{ Name, Value string }

// Text collects families of samples.
type Text struct {
	buffer bytes.Buffer
}

// Bytes returns what was written.
func (t *Text) Bytes() []byte { return t.buffer.Bytes() }

// Family begins a family: the samples that follow belong to it.
func (t *Text) Family(name, kind, help string) {
	fmt.Fprintf(&t.buffer, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}

// Gauge writes a family of one sample.
func (t *Text) Gauge(name, help string, value uint32) {
	t.Family(name, "gauge", help)
	t.Sample(name, float64(value))
}

// Sample writes one sample.
func (t *Text) Sample(name string, value float64, labels ...Label) {
	t.buffer.WriteString(name)
	t.labels(labels)
	t.buffer.WriteByte(' ')
	t.buffer.WriteString(strconv.FormatFloat(value, 'g', -1, 64))
	t.buffer.WriteByte('\n')
}

// Histogram writes the samples of one histogram: cumulative buckets, sum and count.
func (t *Text) Histogram(name string, h *Histogram, labels ...Label) {
	below := uint64(0)
	for i, bound := range buckets {
		below += h.counts[i]
		t.Sample(name+"_bucket", float64(below), with(labels, "le", strconv.FormatFloat(bound, 'g', -1, 64))...)
	}
	t.Sample(name+"_bucket", float64(h.total), with(labels, "le", "+Inf")...)
	t.Sample(name+"_sum", h.sum, labels...)
	t.Sample(name+"_count", float64(h.total), labels...)
}

func with(labels []Label, name, value string) []Label {
	return append(labels[:len(labels):len(labels)], Label{name, value})
}

var escape = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)

func (t *Text) labels(labels []Label) {
	if len(labels) == 0 {
		return
	}
	t.buffer.WriteByte('{')
	for i, l := range labels {
		if i > 0 {
			t.buffer.WriteByte(',')
		}
		fmt.Fprintf(&t.buffer, `%s="%s"`, l.Name, escape.Replace(l.Value))
	}
	t.buffer.WriteByte('}')
}
