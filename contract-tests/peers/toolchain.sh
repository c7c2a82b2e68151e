# Sourced by go.sh and rust.sh: what to do where a toolchain is missing.

# require TOOL WHAT: goes on where TOOL is on the PATH; else says so in one line and ends the script,
# with failure where CI=true.
require() {
    if command -v "$1" >/dev/null 2>&1; then
        return 0
    fi
    if [ "${CI:-}" = true ]; then
        echo "[ERROR] $1 is not on the PATH, and CI=true does not allow skipping $2" >&2
        exit 1
    fi
    echo "[WARNING] skipped: $2, because $1 is not on the PATH"
    exit 0
}
