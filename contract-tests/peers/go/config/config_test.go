package config_test

import (
	"errors"
	"strings"
	"testing"

	"sluice.dev/peers/go/config"
)

func environment(set map[string]string) func(string) string {
	return func(name string) string { return set[name] }
}

func TestTheDefaultsAreThoseOfTheContract(t *testing.T) {
	c, err := config.Read(environment(nil))
	if err != nil {
		t.Fatal(err)
	}
	if c.Listen != "127.0.0.1:0" || c.Policy.ConcurrencyLimit != 4 || c.Policy.QueueLimit != 16 || !strings.HasPrefix(c.ProviderID, "go-") ||
		c.Allowed.Check("http://127.0.0.1:80/") == nil {
		t.Errorf("%+v", c)
	}
}

func TestEveryVariableIsRead(t *testing.T) {
	c, err := config.Read(environment(map[string]string{
		config.Listen: "[::1]:8080", config.ConcurrencyLimit: "1", config.QueueLimit: "0", config.DownstreamAllow: "h:*", config.ProviderID: "me",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if c.Listen != "[::1]:8080" || c.Policy.ConcurrencyLimit != 1 || c.Policy.QueueLimit != 0 || c.ProviderID != "me" ||
		c.Allowed.Check("http://h:7/") != nil {
		t.Errorf("%+v", c)
	}
}

func TestAValueThatIsNotValidNamesItsVariableInOneLine(t *testing.T) {
	for _, c := range []struct{ name, value string }{
		{config.Listen, "8080"}, {config.Listen, "h:x"}, {config.Listen, "h:70000"}, {config.ConcurrencyLimit, "0"},
		{config.ConcurrencyLimit, "-1"}, {config.ConcurrencyLimit, "1000001"}, {config.QueueLimit, "x"}, {config.QueueLimit, "4294967297"},
		{config.DownstreamAllow, "h\nh"}, {config.ProviderID, "a b"}, {config.PolicyToken, "a b"},
	} {
		_, err := config.Read(environment(map[string]string{c.name: c.value}))
		var variable *config.VariableError
		if !errors.As(err, &variable) || variable.Name != c.name || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s=%q: %v", c.name, c.value, err)
		}
	}
}
