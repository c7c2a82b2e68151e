-- Each request submits another item that completes at once.
local thread = 0

function setup(t)
    t:set("id", thread)
    thread = thread + 1
end

function init()
    sent = 0
    base = string.format("%d-%d", os.time(), id)
end

function request()
    sent = sent + 1
    local body = string.format(
        '{"workId":"w-%s-%d","tenant":"t","kind":"k","criticality":"CRITICALITY_CRITICAL","deadlineMs":"60000","attempt":1,"payload":"aGVsbG8="}',
        base, sent)
    return wrk.format("POST", "/v1/work", { ["Content-Type"] = "application/json" }, body)
end

function done(summary)
    local errors = summary.errors
    io.write(string.format("rate %.0f refused %d broken %d\n", summary.requests / summary.duration * 1e6,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
