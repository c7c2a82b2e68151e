package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWrongArgumentsAreNamedInOneLine(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "policy.json")
	if err := os.WriteFile(broken, []byte(`{"maxAttempts":9,"initialBackoffMs":5,"maxBackoffMs":1,"budget":{}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	const provider, items = "--provider=http://127.0.0.1:1", "--items=1"
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "--provider"},
		{[]string{provider}, "--items"},
		{[]string{"--provider=ftp://h", items}, "ftp://h"},
		{[]string{provider, "--items=0"}, "--items"},
		{[]string{provider, "--items=100001"}, "--items"},
		{[]string{provider, items, "--concurrency=x"}, "--concurrency"},
		{[]string{provider, items, "--deadline-ms=-1"}, "--deadline-ms"},
		{[]string{provider, items, "--lease=some"}, "--lease"},
		{[]string{provider, items, "--capacity=yes"}, "--capacity"},
		{[]string{provider, items, "--seed=1.5"}, "--seed"},
		{[]string{provider, items, "--retry-policy=/nowhere"}, "/nowhere"},
		{[]string{provider, items, "--retry-policy=" + broken}, "max_attempts must be 2 to 5, is 9"},
		{[]string{provider, items, items}, "twice"},
		{[]string{provider, items, "--bogus=1"}, "--bogus"},
		{[]string{provider, items, "extra"}, "extra"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), c.args, &stdout, &stderr)
		if status != exitUsage || stdout.Len() > 0 || !strings.Contains(stderr.String(), c.want) || strings.Count(stderr.String(), "\n") != 1 {
			t.Errorf("%v: %d %s", c.args, status, stderr.String())
		}
	}
}

func TestAProviderThatIsNotThereLeavesEveryItemWithAnOutcome(t *testing.T) {
	var stdout, stderr bytes.Buffer
	args := []string{"--provider=http://127.0.0.1:1", "--items=3", "--deadline-ms=200", "--seed=-1"}
	if status := run(t.Context(), args, &stdout, &stderr); status != exitOK || strings.Count(stdout.String(), "\n") != 3 {
		t.Errorf("%d %s%s", status, stdout.String(), stderr.String())
	}
}
