package downstream

import (
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
)

// AllowList is the set of places that items may call. The zero value allows none.
type AllowList struct {
	places []place
}

type place struct{ host, port string }

const anyPort = "*"

// ParseAllowList reads comma-separated host:port pairs, the port a number or * for any; the empty text allows none.
func ParseAllowList(text string) (AllowList, error) {
	var list AllowList
	if strings.TrimSpace(text) == "" {
		return list, nil
	}
	for entry := range strings.SplitSeq(text, ",") {
		host, port, err := net.SplitHostPort(strings.TrimSpace(entry))
		if err != nil || host == "" || (port != anyPort && !isPort(port)) {
			return AllowList{}, fmt.Errorf("%q is not host:port", entry)
		}
		list.places = append(list.places, place{host, port})
	}
	return list, nil
}

func isPort(text string) bool {
	n, err := strconv.ParseUint(text, 10, 16)
	return err == nil && n >= 1 && text == strconv.FormatUint(n, 10)
}

// Check tells why an item may not call the URL, or nil. Host and port are compared literally; names are not resolved.
func (l AllowList) Check(text string) error {
	target, err := url.Parse(text)
	if err != nil {
		return fmt.Errorf("%.200q is not a URL", text)
	}
	switch {
	case target.Scheme != "http" || target.Opaque != "":
		return fmt.Errorf("%.200q is not an absolute http URL", text)
	case target.User != nil:
		return fmt.Errorf("the URL holds credentials")
	case target.Hostname() == "" || !isPort(target.Port()):
		return fmt.Errorf("%.200q lacks a host or a port", text)
	}
	for _, p := range l.places {
		if p.host == target.Hostname() && (p.port == anyPort || p.port == target.Port()) {
			return nil
		}
	}
	return fmt.Errorf("%.200q is not among the places that this provider may call", target.Host)
}
