module sluice.dev/benchmarks/measure

go 1.24
