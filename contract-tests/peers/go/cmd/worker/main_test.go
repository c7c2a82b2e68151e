package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func environment(set map[string]string) func(string) string {
	return func(name string) string { return set[name] }
}

func TestUsageAndConfigurationAreChecked(t *testing.T) {
	for _, c := range []struct {
		args        []string
		env         map[string]string
		status      int
		out, err    string
		description string
	}{
		{[]string{"--help"}, nil, exitOK, "Usage: worker", "", "help"},
		{[]string{"-h"}, nil, exitOK, "Usage: worker", "", "short help"},
		{[]string{"--version"}, nil, exitOK, version, "", "version"},
		{[]string{"--bogus"}, nil, exitUsage, "", "bogus", "an unknown flag"},
		{[]string{"extra"}, nil, exitUsage, "", "extra", "an argument"},
		{nil, map[string]string{"SLUICE_QUEUE_LIMIT": "x"}, exitUsage, "", "SLUICE_QUEUE_LIMIT", "a bad variable"},
		{nil, map[string]string{"SLUICE_LISTEN": "192.0.2.1:1"}, exitFailed, "", "SLUICE_LISTEN", "an address of another host"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), c.args, environment(c.env), &stdout, &stderr)
		if status != c.status || !strings.Contains(stdout.String(), c.out) || !strings.Contains(stderr.String(), c.err) ||
			strings.Count(stderr.String(), "\n") > 1 || (c.out == "") != (stdout.Len() == 0) {
			t.Errorf("%s: %d\n%s%s", c.description, status, stdout.String(), stderr.String())
		}
	}
}

func TestTheWorkerSaysWhereItListensAndEndsWell(t *testing.T) {
	ctx, signal := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	status := make(chan int, 1)
	go func() { status <- run(ctx, nil, environment(nil), writer, io.Discard) }()
	line, err := bufio.NewReader(reader).ReadString('\n')
	url, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if err != nil || !ok || !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Fatalf("%q, %v", line, err)
	}
	response, err := http.Get(url + "/v1/capacity")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	signal()
	select {
	case got := <-status:
		if got != exitOK {
			t.Errorf("exit status %d", got)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("not ended within 10 s")
	}
}
