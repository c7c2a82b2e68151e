// Command measure runs shell commands in turn and compares their wall time and memory.
//
//	measure -runs 5 'buf@100=buf breaking new --against old' 'sluice@1=./sluice check new --against old'
//
// Each round runs every command once, in order, so that a slow spell of the machine meets all of them. For every
// command it prints the median and the least wall time in milliseconds, the CPU time and the largest resident set;
// then the ratios of the first command to each other one. A command that exits with a status other than the one after
// its label's @ (0 where there is none) ends the run: what fails early would look fast.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
)

type sample struct {
	wall time.Duration
	cpu  time.Duration
	rss  int64 // KiB
}

type candidate struct {
	label   string
	status  int
	command string
	samples []sample
}

func main() {
	runs := flag.Int("runs", 5, "rounds that count")
	warmups := flag.Int("warmups", 1, "rounds before them that do not count")
	flag.Parse()
	candidates, err := parse(flag.Args())
	if err != nil || *runs < 1 {
		fmt.Fprintln(os.Stderr, "usage: measure [-runs N] [-warmups N] LABEL[@STATUS]=COMMAND...")
		os.Exit(2)
	}
	for round := -*warmups; round < *runs; round++ {
		for i := range candidates {
			result, err := run(candidates[i])
			if err != nil {
				fmt.Fprintf(os.Stderr, "measure: %s: %v\n", candidates[i].label, err)
				os.Exit(1)
			}
			if round >= 0 {
				candidates[i].samples = append(candidates[i].samples, result)
			}
		}
	}
	report(candidates)
}

func parse(arguments []string) ([]candidate, error) {
	var candidates []candidate
	for _, argument := range arguments {
		label, command, found := strings.Cut(argument, "=")
		if !found {
			return nil, errors.New("no label")
		}
		label, digits, found := strings.Cut(label, "@")
		status := 0
		if found {
			var err error
			if status, err = strconv.Atoi(digits); err != nil {
				return nil, err
			}
		}
		candidates = append(candidates, candidate{label: label, status: status, command: command})
	}
	if len(candidates) == 0 {
		return nil, errors.New("no command")
	}
	return candidates, nil
}

func run(c candidate) (sample, error) {
	process := exec.Command("sh", "-c", "exec "+c.command)
	var stderr bytes.Buffer
	process.Stderr = &stderr
	start := time.Now()
	err := process.Run()
	wall := time.Since(start)
	if process.ProcessState == nil {
		return sample{}, err
	}
	if process.ProcessState.ExitCode() != c.status {
		return sample{}, fmt.Errorf("%v\n%s", process.ProcessState, stderr.String())
	}
	usage := process.ProcessState.SysUsage().(*syscall.Rusage)
	return sample{
		wall: wall,
		cpu:  process.ProcessState.UserTime() + process.ProcessState.SystemTime(),
		rss:  usage.Maxrss,
	}, nil
}

func report(candidates []candidate) {
	fmt.Printf("%-14s %12s %12s %12s %12s\n", "", "median ms", "least ms", "cpu ms", "max RSS MiB")
	for _, c := range candidates {
		fmt.Printf("%-14s %12.0f %12.0f %12.0f %12.1f\n", c.label,
			millis(median(c, wall)), millis(least(c, wall)), millis(median(c, cpu)), median(c, rss)/1024)
	}
	first := candidates[0]
	for _, c := range candidates[1:] {
		fmt.Printf("%s / %s: wall %.2f, least wall %.2f, memory %.2f\n", first.label, c.label,
			median(first, wall)/median(c, wall), least(first, wall)/least(c, wall), median(first, rss)/median(c, rss))
	}
}

func wall(s sample) float64 { return float64(s.wall) }
func cpu(s sample) float64  { return float64(s.cpu) }
func rss(s sample) float64  { return float64(s.rss) }

func millis(nanos float64) float64 { return nanos / 1e6 }

func values(c candidate, of func(sample) float64) []float64 {
	all := make([]float64, 0, len(c.samples))
	for _, s := range c.samples {
		all = append(all, of(s))
	}
	sort.Float64s(all)
	return all
}

func median(c candidate, of func(sample) float64) float64 {
	all := values(c, of)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}

func least(c candidate, of func(sample) float64) float64 {
	return values(c, of)[0]
}
