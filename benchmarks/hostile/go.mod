module sluice.dev/benchmarks/hostile

go 1.26
