package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"sluice.dev/peers/go/client"
	"sluice.dev/peers/go/policy"
	"sluice.dev/peers/go/producer"
	"sluice.dev/peers/go/work"
)

const help = `producer submits items to a provider of the Sluice backpressure contract, version 1, and keeps to it as a client.

Usage: producer --provider=URL --items=N [--NAME=VALUE]...

  --provider=URL          base URL of the provider
  --items=N               how many items to submit, 1 to 100000
  --concurrency=C         most calls under way at once, 1 to 10000 (default 1)
  --deadline-ms=D         each item's deadline at its first attempt, 1 to 86400000 (default 30000)
  --retry-policy=FILE     a sluice.policy.v1.RetryPolicy as JSON (default: the policy that the reference workers start with)
  --lease=none|required   with required, submit under leases and never beyond their credits (default none)
  --capacity=none|follow  with follow, hold back by the capacity document (default none)
  --seed=S                seed of the jitter, 64 bits (default 0)

Prints one JSON object a line as each item is settled: work_id, outcome (accepted, refused, gave_up, deadline), attempts.
Exit status: 0 when every item has an outcome, 2 for wrong arguments, else 1.
`

var errHelp = errors.New("help is asked for")

// arguments are what the command line says.
type arguments struct {
	provider      string
	items         int
	options       producer.Options
	lease, follow bool
}

// readArguments reads --NAME=VALUE, each name at most once.
func readArguments(args []string) (arguments, error) {
	a := arguments{options: producer.Options{Concurrency: 1, Deadline: 30 * time.Second, Retry: policy.Initial(1, 1).Retry}}
	given := make(map[string]bool)
	for _, argument := range args {
		if argument == "--help" || argument == "-h" {
			return a, errHelp
		}
		name, value, ok := strings.Cut(argument, "=")
		if !ok || !strings.HasPrefix(name, "--") {
			return a, fmt.Errorf("%q is not --NAME=VALUE", argument)
		}
		if given[name] {
			return a, fmt.Errorf("%s is given twice", name)
		}
		given[name] = true
		if err := a.set(name, value); err != nil {
			return a, err
		}
	}
	for _, name := range []string{"--provider", "--items"} {
		if !given[name] {
			return a, fmt.Errorf("%s is missing", name)
		}
	}
	return a, nil
}

func (a *arguments) set(name, value string) (err error) {
	switch name {
	case "--provider":
		a.provider = value
		_, err = client.New(value, 1)
	case "--items":
		a.items, err = number(name, value, 100_000)
	case "--concurrency":
		a.options.Concurrency, err = number(name, value, 10_000)
	case "--deadline-ms":
		var ms int
		ms, err = number(name, value, work.MaxDeadlineMs)
		a.options.Deadline = time.Duration(ms) * time.Millisecond
	case "--retry-policy":
		a.options.Retry, err = readRetry(name, value)
	case "--lease":
		a.lease, err = choice(name, value, "none", "required")
	case "--capacity":
		a.follow, err = choice(name, value, "none", "follow")
	case "--seed":
		a.options.Seed, err = seed(name, value)
	default:
		err = fmt.Errorf("%s is not known", name)
	}
	return err
}

func number(name, value string, most int) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > most {
		return 0, fmt.Errorf("%s must be a whole number of 1 to %d, is %q", name, most, value)
	}
	return n, nil
}

// seed takes the whole range of 64 bits, signed or unsigned.
func seed(name, value string) (uint64, error) {
	if n, err := strconv.ParseInt(value, 10, 64); err == nil {
		return uint64(n), nil
	}
	n, err := strconv.ParseUint(value, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%s must be a whole number of 64 bits, is %q", name, value)
	}
	return n, nil
}

func choice(name, value, off, on string) (bool, error) {
	if value != off && value != on {
		return false, fmt.Errorf("%s must be %s or %s, is %q", name, off, on, value)
	}
	return value == on, nil
}

func readRetry(name, file string) (policy.Retry, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return policy.Retry{}, fmt.Errorf("%s: %w", name, err)
	}
	retry, err := policy.ReadRetry(text)
	var invalid *policy.InvalidError
	if errors.As(err, &invalid) {
		var broken []string
		for _, v := range invalid.Violations {
			broken = append(broken, strings.TrimSpace(v.Field+" "+v.Message))
		}
		return retry, fmt.Errorf("%s: %s: %s", name, file, strings.Join(broken, "; "))
	}
	if err != nil {
		return retry, fmt.Errorf("%s: %s: %w", name, file, err)
	}
	return retry, nil
}
