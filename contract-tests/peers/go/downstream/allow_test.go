package downstream_test

import (
	"testing"

	"sluice.dev/peers/go/downstream"
)

func TestOnlyPlacesOfTheListMayBeCalled(t *testing.T) {
	list, err := downstream.ParseAllowList("127.0.0.1:8080, sink.test:*,[::1]:9000")
	if err != nil {
		t.Fatal(err)
	}
	for _, url := range []string{"http://127.0.0.1:8080/a?b", "http://sink.test:1/", "http://sink.test:65535", "http://[::1]:9000/"} {
		if err := list.Check(url); err != nil {
			t.Errorf("%s: %v", url, err)
		}
	}
	for _, url := range []string{
		"", "/path", "127.0.0.1:8080", "http:127.0.0.1:8080", "https://127.0.0.1:8080/", "file:///etc/hosts", "http://127.0.0.1/",
		"http://127.0.0.1:8081/", "http://127.0.0.1:08080/", "http://user@127.0.0.1:8080/", "http://127.0.0.1:8080@other:1/",
		"http://127.0.0.1.other:8080/", "http://sink.test./", "http://sink.test:0/", "http://sink.test:99999/", "http://[::1]:9001/",
		"http://127.0.0.1:8080\r\nx: y/", "http://%zz:1/",
	} {
		if err := list.Check(url); err == nil {
			t.Errorf("%q is allowed", url)
		}
	}
	if err := (downstream.AllowList{}).Check("http://127.0.0.1:8080/"); err == nil {
		t.Error("the empty list allows a place")
	}
}

func TestAListThatIsNotValidIsRefused(t *testing.T) {
	for _, text := range []string{"host", "host:", ":80", "host:x", "host:0", "host:70000", "a:1,,b:2", "http://a:1"} {
		if _, err := downstream.ParseAllowList(text); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	for _, text := range []string{"", "  "} {
		if _, err := downstream.ParseAllowList(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
