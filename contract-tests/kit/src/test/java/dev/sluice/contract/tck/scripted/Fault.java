package dev.sluice.contract.tck.scripted;

/** A way in which the scripted provider can be wrong. */
public enum Fault {
    NONE,
    /** It refuses above the limit instead of at it. */
    OFF_BY_ONE_BOUND,
    /** It never refuses for load. */
    UNBOUNDED_QUEUE,
    /** It looks at the load, lets time pass and takes the slot without looking again. */
    CHECK_THEN_ACT,
    /** Its dispatcher takes an item from the queue and then waits for a free worker: one more is held. */
    RECEIVE_THEN_ACQUIRE,
    /** It lets the submission wait for a slot. */
    BLOCKS_CALLER,
    /** It begins a task for every accepted item. */
    TASK_PER_ITEM,
    /** It runs one item after another. */
    SERIAL_WORKER,

    /** The capacity is read by the workers: not while all are busy and the queue is full. */
    CAPACITY_SHARES_POOL,
    /** Reading the capacity of a full provider takes a slot meanwhile. */
    CAPACITY_TAKES_SLOT,
    /** seq is the time of day in seconds. */
    CLOCK_SEQ,
    /** Every thread has its own seq. */
    SEQ_PER_THREAD,
    /** The level is ELEVATED above the high mark only, whatever it was before. */
    NO_HYSTERESIS,
    /** The high mark is taken for the low one and the low for the high. */
    SWAPPED_MARKS,
    /** The level changes beyond the marks instead of at them. */
    STRICT_MARKS,
    /** running and queued are read at different moments. */
    TORN_READ,
    /** The first queued item shows with a delay. */
    CACHED_CAPACITY,
    TTL_MISSING,
    MAX_AGE_ABOVE_TTL,
    /** RateLimit's r is the limit, whatever is used. */
    RATE_ABOVE_AVAILABLE,

    /** Its refusals for load are 500 text/plain. */
    PLAIN_TEXT_500,
    /** Its refusals for load are 200. */
    ERROR_IN_200,
    RETRY_AFTER_MISSING,
    RETRY_AFTER_ZERO,
    RETRY_AFTER_PAST_DATE,
    RETRY_AFTER_MILLISECONDS,
    /** It queues the item, finds the queue full and refuses, and runs it all the same. */
    ENQUEUE_THEN_REFUSE,
    /** It keeps the id of a refused item as known. */
    REFUSED_ID_REMEMBERED,
    /** Every refused submission is 429. */
    EVERYTHING_429,
    /** Every refused submission is 503. */
    EVERYTHING_503,

    /** Every connection has the credits of the lease. */
    CREDITS_PER_CONNECTION,
    /** A refusal for load takes a credit. */
    CREDIT_TAKEN_BY_REFUSAL,
    /** Credits are read, and written back later. */
    CREDIT_RACE,
    /** A new lease adds to the older one. */
    CREDITS_ADD_UP,
    LEASE_NEVER_EXPIRES,
    /** Every use prolongs the lease. */
    LEASE_PROLONGED_BY_USE,
    /** A lease has the credits that were asked for. */
    GRANTS_AS_ASKED,
    /** Every client is granted what is available, whatever others hold. */
    GRANTS_EACH_ALL,

    /** A deadline of 0 or below is read as an unsigned number. */
    NEGATIVE_IS_UNLIMITED,
    /** A deadline is looked at when the item comes in, and not when it starts. */
    DEADLINE_AT_ADMISSION_ONLY,
    DEADLINE_FORWARDED_AS_SENT,
    /** A deadline does not end a call. */
    NO_ABORT_AT_DEADLINE,
    /** A cancelled item stays in the queue until a worker drops it. */
    TOMBSTONE_KEEPS_SLOT,
    /** Cancelling a running item sets a flag and lets the call go on. */
    CANCEL_FLAG_ONLY,
    COMPLETED_BECOMES_CANCELLED,
    /** Every DELETE of one item frees a slot. */
    SLOT_RELEASED_TWICE,
    UNKNOWN_CANCEL_OK,
    /** An item whose client has gone is dropped while it runs, and stays RUNNING. */
    WORK_TIED_TO_REQUEST,
    /** The slot of an item whose client has gone is not freed. */
    PERMIT_LEAK_ON_DISCONNECT,

    NO_DEDUPLICATION,
    /** It looks whether the id is known, and lets time pass. */
    DEDUPLICATION_RACE,
    /** Another item under a known id replaces it. */
    LAST_WRITE_WINS,
    FORGETS_AT_COMPLETION,
    REMEMBERS_FOR_EVER,
    ATTEMPTS_IGNORED,
    ATTEMPTS_OFF_BY_ONE,

    IGNORES_CRITICALITY,
    /** The thresholds of low and high criticalities are exchanged. */
    INVERTED_CRITICALITY,
    LIFO,
    /** Items of one criticality start in any order. */
    UNSTABLE_HEAP,
    /** Shares are not looked at when an item comes in. */
    SHARES_IGNORED,
    /** Shares are not looked at when an item starts. */
    TENANT_FIFO,

    /** Once elevated, the level stays so if the provider was full. */
    STICKY_LEVEL,
    /** Items accepted by a provider that was full before are executed twice. */
    RETRY_LOOP,
    /** Being full begins a new epoch. */
    EPOCH_OF_OVERLOAD,
    LEAK_ON_FAILURE,
    LEAK_ON_EXPIRY,
    /** It starts the next items when all running ones have ended. */
    BATCHES,
    /** A submission waits while an item runs. */
    LOCK_HELD_DURING_WORK,
    /** A broken call is taken for a success. */
    BROKEN_IS_COMPLETED,
    /** A broken call is never noticed. */
    HANGS_ON_BROKEN,
    EXITS_AT_ONCE,
    /** While draining it no longer listens, and drops what is queued. */
    LISTENER_CLOSED,
    ACCEPTS_WHILE_DRAINING,
    DRAINS_WITH_STATUS_1,
    EPOCH_KEPT,
    /** After a restart it takes every unknown item for completed. */
    PHANTOM_COMPLETION,

    REFUSAL_COUNTED_ACCEPTED,
    /** A cancellation of a running item is counted when it is asked for and when the call ends. */
    CANCEL_COUNTED_TWICE,
    ID_AS_LABEL,
    MILLISECOND_UNIT,
    /** Downstream calls begin a trace of their own. */
    NEW_TRACE_ROOT,
    TRACE_LOST_IN_QUEUE,

    /** The valid members of an invalid policy are put in force. */
    PARTIAL_APPLY,
    /** Numbers out of range are taken for the nearest that is in range. */
    CLAMPS_SILENTLY,
    /** A smaller limit is answered when enough has ended. */
    BLOCKS_ON_SHRINK,
    /** A smaller limit cancels what is queued beyond it. */
    EVICTS_ON_SHRINK,
    /** A policy is in force after a restart. */
    POLICY_NEEDS_RESTART,
    /** With priority_dispatch on there is no bound. */
    FLAG_DISABLES_BOUND,
    MALFORMED_IS_500,
    /** Deep nesting breaks the connection. */
    PANICS_ON_DEPTH,
    /** Bounds of numbers and texts are not looked at. */
    LENIENT_PARSE,
    UNKNOWN_MEMBER_REFUSED
}
