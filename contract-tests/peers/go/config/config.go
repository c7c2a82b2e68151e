// Package config reads a worker's configuration from its environment (PROTOCOL.md, "Starting a provider").
package config

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"

	"sluice.dev/peers/go/downstream"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/protojson"
)

// Names of the variables.
const (
	Listen           = "SLUICE_LISTEN"
	ConcurrencyLimit = "SLUICE_CONCURRENCY_LIMIT"
	QueueLimit       = "SLUICE_QUEUE_LIMIT"
	DownstreamAllow  = "SLUICE_DOWNSTREAM_ALLOW"
	ProviderID       = "SLUICE_PROVIDER_ID"
	PolicyToken      = "SLUICE_POLICY_TOKEN"
)

const (
	defaultListen      = "127.0.0.1:0"
	defaultConcurrency = 4
	defaultQueue       = 16
	mostItems          = 1_000_000
)

// Config is how a worker starts.
type Config struct {
	// Listen is the address and port to serve at; port 0 is any free one.
	Listen string
	// Policy is the first one in force.
	Policy policy.Policy
	// Allowed are the places that items may call.
	Allowed downstream.AllowList
	// ProviderID names the process.
	ProviderID string
	// PolicyToken is what a client has to send to replace the policy; empty for none.
	PolicyToken string
}

// VariableError is a variable whose value is not valid.
type VariableError struct {
	Name string
	Want string
}

func (e *VariableError) Error() string { return e.Name + " must be " + e.Want }

// Read reads the variables; one that is absent or empty has its default. It returns a *VariableError for the first that is not valid.
func Read(getenv func(name string) string) (Config, error) {
	listen, err := readListen(getenv(Listen))
	if err != nil {
		return Config{}, err
	}
	concurrency, err := readCount(getenv, ConcurrencyLimit, defaultConcurrency, 1)
	if err != nil {
		return Config{}, err
	}
	queue, err := readCount(getenv, QueueLimit, defaultQueue, 0)
	if err != nil {
		return Config{}, err
	}
	allowed, err := downstream.ParseAllowList(getenv(DownstreamAllow))
	if err != nil {
		return Config{}, &VariableError{DownstreamAllow, "comma-separated host:port: " + err.Error()}
	}
	id := getenv(ProviderID)
	if id == "" {
		id = "go-" + strconv.Itoa(os.Getpid())
	}
	if !protojson.IsID(id) {
		return Config{}, &VariableError{ProviderID, "1 to 128 characters of A-Z a-z 0-9 . _ -"}
	}
	token := getenv(PolicyToken)
	if strings.ContainsFunc(token, func(c rune) bool { return c <= ' ' || c > '~' }) {
		return Config{}, &VariableError{PolicyToken, "printable ASCII without spaces"}
	}
	return Config{listen, policy.Initial(concurrency, queue), allowed, id, token}, nil
}

func readListen(text string) (string, error) {
	if text == "" {
		return defaultListen, nil
	}
	_, port, err := net.SplitHostPort(text)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return "", &VariableError{Listen, "address:port"}
	}
	return text, nil
}

func readCount(getenv func(string) string, name string, absent, least uint32) (uint32, error) {
	text := getenv(name)
	if text == "" {
		return absent, nil
	}
	n, err := strconv.ParseUint(text, 10, 32)
	if err != nil || n < uint64(least) || n > mostItems {
		return 0, &VariableError{name, fmt.Sprintf("a whole number of %d to %d", least, mostItems)}
	}
	return uint32(n), nil
}
