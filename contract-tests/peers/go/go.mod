module sluice.dev/peers/go

go 1.26
