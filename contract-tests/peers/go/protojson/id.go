package protojson

// IsID tells whether text is an identifier of the contract: 1 to 128 characters of A-Z a-z 0-9 . _ -
func IsID(text string) bool {
	if len(text) < 1 || len(text) > 128 {
		return false
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '_', c == '-':
		default:
			return false
		}
	}
	return true
}
