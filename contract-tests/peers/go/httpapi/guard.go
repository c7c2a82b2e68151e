package httpapi

import (
	"crypto/subtle"
	"net"
	"net/http"
	"strings"

	"sluice.dev/peers/go/problem"
)

// PolicyGuard says who may replace the policy. The zero value lets no one.
type PolicyGuard struct {
	open  bool
	token string
}

// GuardOf is the guard of a provider that listens at an address. A client has to send the token (RFC 6750, 2.1); where there is none, everyone may who
// can reach a loopback address, and no one beyond.
func GuardOf(address net.Addr, token string) PolicyGuard {
	tcp, ok := address.(*net.TCPAddr)
	return PolicyGuard{open: token == "" && ok && tcp.IP.IsLoopback(), token: token}
}

// admits answers requests that may not replace the policy, and tells whether this one may.
func (g PolicyGuard) admits(w http.ResponseWriter, c *call) bool {
	if g.open {
		return true
	}
	if g.token == "" {
		c.answer(w, problem.Plain(http.StatusForbidden, "this provider has no token for changes of its policy"))
		return false
	}
	scheme, sent, _ := strings.Cut(c.Header.Get("Authorization"), " ")
	if strings.EqualFold(scheme, "Bearer") && subtle.ConstantTimeCompare([]byte(sent), []byte(g.token)) == 1 {
		return true
	}
	w.Header().Set("WWW-Authenticate", "Bearer")
	c.answer(w, problem.Plain(http.StatusUnauthorized, "the policy's token is needed"))
	return false
}
