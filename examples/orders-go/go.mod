module example.com/orders

go 1.26

require (
	google.golang.org/protobuf v1.36.12 // indirect
	sluice.dev/peers/go v0.0.0
)

replace sluice.dev/peers/go => ../../contract-tests/peers/go
