package dev.sluice.contract.tck;

import dev.sluice.contract.tck.scripted.Fault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wrong providers and what the kit must say of each. */
final class Mutants {
    private Mutants() {}

    /**
     * A wrong provider.
     *
     * @param test the name of the test that must find it
     * @param reason a part of the reason
     * @param also the other rules that the fault breaks too; after {@code ~} one that it breaks where its window is met
     */
    record Mutant(Fault fault, String test, String reason, Set<String> also) {
        /** The number of the rule that must find it. */
        String rule() {
            return test.split("_", 4)[1] + "." + test.split("_", 4)[2];
        }

        /** The rules that must fail. */
        Set<String> broken() {
            Set<String> rules =
                    also.stream().filter(one -> !one.startsWith("~")).collect(Collectors.toCollection(TreeSet::new));
            if (test.startsWith("required")) {
                rules.add(rule());
            }
            return rules;
        }

        /** The rules that may fail beside them. */
        Set<String> perhaps() {
            return also.stream()
                    .filter(one -> one.startsWith("~"))
                    .map(one -> one.substring(1))
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return fault + " is found by " + rule();
        }
    }

    /** Those that are judged by their address. */
    static List<Mutant> all() {
        return Stream.of(
                        bound(),
                        capacity(),
                        refusals(),
                        leases(),
                        deadlines(),
                        once(),
                        fairness(),
                        recovery(),
                        accounts(),
                        change())
                .flatMap(mutants -> mutants)
                .toList();
    }

    /** Those that show when they are ended or started. */
    static List<Mutant> processes() {
        return List.of(
                mutant(
                        Fault.EXITS_AT_ONCE,
                        "required_8_5_orderlyDrain",
                        "it ended at SIGTERM while 6 accepted items had not ended"),
                mutant(Fault.LISTENER_CLOSED, "required_8_5_orderlyDrain", "after SIGTERM the level is not readable"),
                mutant(
                        Fault.ACCEPTS_WHILE_DRAINING,
                        "required_8_5_orderlyDrain",
                        "while draining a submission was answered 503 QUEUE_FULL, not 503 DRAINING"),
                mutant(Fault.DRAINS_WITH_STATUS_1, "required_8_5_orderlyDrain", "its exit status is 1, not 0"),
                mutant(Fault.EPOCH_KEPT, "required_8_6_newEpoch", "epoch is 1 before and after the restart"),
                mutant(
                        Fault.PHANTOM_COMPLETION,
                        "required_8_6_newEpoch",
                        "6 items are COMPLETED that the SINK never answered"));
    }

    private static Stream<Mutant> bound() {
        return Stream.of(
                mutant(
                        Fault.OFF_BY_ONE_BOUND,
                        "required_1_1_boundedAdmission",
                        "1 of 10 submissions were accepted",
                        "1.2"),
                mutant(
                        Fault.UNBOUNDED_QUEUE,
                        "required_1_1_boundedAdmission",
                        "10 of 10 submissions were accepted",
                        "1.2"),
                mutant(
                        Fault.CHECK_THEN_ACT,
                        "required_1_2_noOvercommit",
                        " of 28 submissions at once were accepted while W = 2 items ran",
                        "~5.6"),
                mutant(
                        Fault.RECEIVE_THEN_ACQUIRE,
                        "required_1_2_noOvercommit",
                        "5 of 28 submissions at once were accepted",
                        "1.1"),
                mutant(Fault.BLOCKS_CALLER, "required_1_3_immediateDecision", " of 28 submissions were not answered"),
                mutant(
                        Fault.TASK_PER_ITEM,
                        "required_1_4_exactConcurrency",
                        "6 calls were in progress at once, not W = 2",
                        "1.1"),
                mutant(
                        Fault.SERIAL_WORKER,
                        "required_1_4_exactConcurrency",
                        "1 of W = 2 calls were in progress, though 2 items were accepted"));
    }

    private static Stream<Mutant> capacity() {
        return Stream.of(
                mutant(
                        Fault.CAPACITY_SHARES_POOL,
                        "required_2_1_capacityWhileSaturated",
                        "read 1 of 100 while full was answered: no reply"),
                mutant(
                        Fault.CAPACITY_TAKES_SLOT,
                        "required_2_1_capacityWhileSaturated",
                        "used is 7 in a document read while W + Q = 6",
                        "~2.2"),
                mutant(Fault.CLOCK_SEQ, "required_2_2_sequenceOrder", "and differ: "),
                mutant(Fault.SEQ_PER_THREAD, "required_2_2_sequenceOrder", "a reader saw seq "),
                mutant(
                        Fault.NO_HYSTERESIS,
                        "required_2_3_levelMarks",
                        "used 4 of 6, falling: level is NOMINAL, not ELEVATED"),
                mutant(Fault.SWAPPED_MARKS, "required_2_3_levelMarks", "falling: level is NOMINAL, not ELEVATED"),
                mutant(
                        Fault.STRICT_MARKS,
                        "required_2_3_levelMarks",
                        "used 3 of 6, falling: level is ELEVATED, not NOMINAL"),
                mutant(Fault.TORN_READ, "required_2_4_consistentSnapshot", "used is ", "~2.2"),
                mutant(
                        Fault.CACHED_CAPACITY,
                        "required_2_4_consistentSnapshot",
                        "used is 2 after 3 admissions were answered"),
                mutant(Fault.TTL_MISSING, "required_2_5_lifeAndRate", "ttlMs is absent"),
                mutant(Fault.MAX_AGE_ABOVE_TTL, "required_2_5_lifeAndRate", "max-age is 2 s, ttlMs 1000"),
                mutant(
                        Fault.RATE_ABOVE_AVAILABLE,
                        "required_2_5_lifeAndRate",
                        "RateLimit's r is 6 with the capacity while full, available 0"));
    }

    private static Stream<Mutant> refusals() {
        return Stream.of(
                mutant(Fault.PLAIN_TEXT_500, "required_3_1_refusalForm", "Content-Type is \"text/plain\""),
                mutant(Fault.ERROR_IN_200, "required_3_1_refusalForm", "the HTTP status 200 of a refusal is no error"),
                mutant(Fault.RETRY_AFTER_MISSING, "required_3_2_retryAfter", "a 503 has no Retry-After"),
                mutant(Fault.RETRY_AFTER_ZERO, "required_3_2_retryAfter", "Retry-After is 0, below 1"),
                mutant(Fault.RETRY_AFTER_PAST_DATE, "required_3_2_retryAfter", "is no whole number of seconds"),
                mutant(Fault.RETRY_AFTER_MILLISECONDS, "required_3_2_retryAfter", "Retry-After is 200 seconds, above"),
                mutant(
                        Fault.ENQUEUE_THEN_REFUSE,
                        "required_3_3_refusalLeavesNoTrace",
                        "the refused item was executed",
                        "2.1",
                        "5.4",
                        "9.1",
                        "10.2"),
                mutant(
                        Fault.REFUSED_ID_REMEMBERED,
                        "required_3_3_refusalLeavesNoTrace",
                        "submitted again, the refused item was answered 200, not 202"),
                mutant(
                        Fault.EVERYTHING_429,
                        "required_3_4_reasonTable",
                        "a new item while full: 429 QUEUE_FULL, not 503 QUEUE_FULL",
                        "6.4"),
                mutant(
                        Fault.EVERYTHING_503,
                        "required_3_4_reasonTable",
                        "deadline 0: 503 DEADLINE_EXCEEDED, not 504 DEADLINE_EXCEEDED",
                        "6.4",
                        "10.4"));
    }

    private static Stream<Mutant> leases() {
        return Stream.of(
                mutant(
                        Fault.CREDITS_PER_CONNECTION,
                        "required_4_1_creditsBoundAdmission",
                        "8 of 8 submissions at once were accepted under a lease of 4"),
                mutant(
                        Fault.CREDIT_TAKEN_BY_REFUSAL,
                        "required_4_1_refusalsTakeNoCredit",
                        "0 items were accepted under a lease of 2 credits after 4 refusals"),
                mutant(
                        Fault.CREDIT_RACE,
                        "required_4_1_creditsBoundAdmission",
                        "submissions at once were accepted under a lease of 4"),
                mutant(
                        Fault.CREDITS_ADD_UP,
                        "required_4_2_newestLease",
                        "8 items were accepted after a lease of 5 was replaced by one of 3"),
                mutant(Fault.LEASE_NEVER_EXPIRES, "required_4_3_leaseExpiry", "not 429 LEASE_EXPIRED"),
                mutant(
                        Fault.LEASE_PROLONGED_BY_USE,
                        "required_4_3_leaseExpiry",
                        "was answered 202, not 429 LEASE_EXPIRED"),
                mutant(Fault.GRANTS_AS_ASKED, "required_4_4_liveCredits", "8 clients hold "),
                mutant(Fault.GRANTS_EACH_ALL, "required_4_4_liveCredits", "8 clients hold "));
    }

    private static Stream<Mutant> deadlines() {
        return Stream.of(
                mutant(
                        Fault.NEGATIVE_IS_UNLIMITED,
                        "required_5_1_deadlinePassed",
                        "deadline -1 was answered 202, not 504",
                        "3.4"),
                mutant(
                        Fault.DEADLINE_AT_ADMISSION_ONLY,
                        "required_5_2_expiredInQueue",
                        "an item of 100 ms began after 150 ms in the queue"),
                mutant(
                        Fault.DEADLINE_FORWARDED_AS_SENT,
                        "required_5_3_deadlinePropagated",
                        "an item of 60000 ms that waited 200 ms was sent on with 60000 ms"),
                mutant(
                        Fault.NO_ABORT_AT_DEADLINE,
                        "required_5_3_deadlinePropagated",
                        "was not aborted when its deadline had passed",
                        "8.4"),
                mutant(
                        Fault.TOMBSTONE_KEEPS_SLOT,
                        "required_5_4_cancelFreesSlot",
                        "after DELETE of a queued item no submission was accepted",
                        "7.1"),
                mutant(
                        Fault.CANCEL_FLAG_ONLY,
                        "required_5_4_cancelFreesSlot",
                        "the downstream call of a running item was not aborted by DELETE"),
                mutant(
                        Fault.COMPLETED_BECOMES_CANCELLED,
                        "required_5_5_cancelIdempotent",
                        "DELETE of a COMPLETED item was answered CANCELLED and left it CANCELLED"),
                mutant(Fault.SLOT_RELEASED_TWICE, "required_5_5_cancelIdempotent", "after three DELETEs of one item"),
                mutant(
                        Fault.UNKNOWN_CANCEL_OK,
                        "required_5_5_cancelIdempotent",
                        "DELETE of an unknown item was answered COMPLETED, not 404"),
                mutant(
                        Fault.WORK_TIED_TO_REQUEST,
                        "required_5_6_clientGoesAway",
                        "items of clients that went away are RUNNING"),
                mutant(
                        Fault.PERMIT_LEAK_ON_DISCONNECT,
                        "required_5_6_clientGoesAway",
                        "after 100 clients went away, not 0"));
    }

    private static Stream<Mutant> once() {
        return Stream.of(
                mutant(
                        Fault.NO_DEDUPLICATION,
                        "required_6_1_executedOnce",
                        "calls of one item that was submitted 33 times",
                        "3.4",
                        "6.2"),
                mutant(
                        Fault.DEDUPLICATION_RACE,
                        "required_6_1_executedOnce",
                        "of 32 submissions of one item at once were answered 202",
                        "~5.6"),
                mutant(
                        Fault.LAST_WRITE_WINS,
                        "required_6_2_idReused",
                        "another payload under a known id was answered 200"),
                mutant(Fault.FORGETS_AT_COMPLETION, "required_6_3_statusKept", "items that ended are {404="),
                mutant(
                        Fault.REMEMBERS_FOR_EVER,
                        "optional_6_3_statusRetired",
                        "the status is still readable: COMPLETED"),
                mutant(
                        Fault.ATTEMPTS_IGNORED,
                        "required_6_4_attemptsExhausted",
                        "attempt 6 above max_attempts = 5 was answered 202",
                        "3.4"),
                mutant(
                        Fault.ATTEMPTS_OFF_BY_ONE,
                        "required_6_4_attemptsExhausted",
                        "attempt 6 above max_attempts = 5 was answered 202",
                        "3.4"));
    }

    private static Stream<Mutant> fairness() {
        return Stream.of(
                mutant(
                        Fault.IGNORES_CRITICALITY,
                        "required_7_1_criticalityShedding",
                        "SHEDDABLE was answered 202, not 503 SHED"),
                mutant(
                        Fault.INVERTED_CRITICALITY,
                        "required_7_1_criticalityShedding",
                        "CRITICAL_PLUS was answered 503 SHED, not 202"),
                mutant(Fault.LIFO, "optional_7_2_priorityDispatch", "of the queue was item "),
                mutant(Fault.UNSTABLE_HEAP, "optional_7_2_priorityDispatch", "of the queue was item "),
                mutant(
                        Fault.SHARES_IGNORED,
                        "required_7_3_tenantShare",
                        "items guaranteed to a tenant were accepted while another flooded"),
                mutant(Fault.TENANT_FIFO, "required_7_3_tenantShare", "start 1 of the tenant with a share was start "));
    }

    private static Stream<Mutant> recovery() {
        return Stream.of(
                mutant(
                        Fault.STICKY_LEVEL,
                        "required_8_1_recoveryAfterOverload",
                        "level is ELEVATED after the overload, not NOMINAL"),
                mutant(Fault.RETRY_LOOP, "required_8_1_recoveryAfterOverload", "calls were repeated"),
                mutant(Fault.EPOCH_OF_OVERLOAD, "required_8_1_recoveryAfterOverload", "epoch went from "),
                mutant(Fault.LEAK_ON_FAILURE, "required_8_2_noLeak", "in cycle 1 ", "8.4"),
                mutant(Fault.LEAK_ON_EXPIRY, "required_8_2_noLeak", "in cycle 1 ", "5.3"),
                mutant(Fault.BATCHES, "required_8_3_slowItem", "others began, and not all were COMPLETED"),
                mutant(
                        Fault.LOCK_HELD_DURING_WORK,
                        "required_8_3_slowItem",
                        "submissions at once were accepted though there was room"),
                mutant(
                        Fault.BROKEN_IS_COMPLETED,
                        "required_8_4_downstreamFails",
                        "left its item COMPLETED, not FAILED"),
                mutant(
                        Fault.HANGS_ON_BROKEN,
                        "required_8_4_downstreamFails",
                        "left its item RUNNING, not FAILED",
                        "8.2"));
    }

    private static Stream<Mutant> accounts() {
        return Stream.of(
                mutant(Fault.REFUSAL_COUNTED_ACCEPTED, "required_9_1_conservation", "accepted is "),
                mutant(Fault.CANCEL_COUNTED_TWICE, "required_9_1_conservation", "the sum of what became of the items"),
                mutant(Fault.ID_AS_LABEL, "required_9_2_metricCatalogue", "series before 50 further ids and "),
                mutant(Fault.MILLISECOND_UNIT, "required_9_2_metricCatalogue", "is not in seconds"),
                mutant(
                        Fault.NEW_TRACE_ROOT,
                        "required_9_3_traceContext",
                        "began at once has another trace-id than its submission"),
                mutant(
                        Fault.TRACE_LOST_IN_QUEUE,
                        "required_9_3_traceContext",
                        "began after a wait in the queue has another trace-id than its submission"));
    }

    private static Stream<Mutant> change() {
        return Stream.of(
                mutant(
                        Fault.PARTIAL_APPLY,
                        "required_10_1_invalidPolicy",
                        "the policy in force is another than before"),
                mutant(
                        Fault.CLAMPS_SILENTLY,
                        "required_10_1_invalidPolicy",
                        "a policy with concurrency_limit 0 was answered 200, not 422 INVALID_POLICY"),
                mutant(
                        Fault.BLOCKS_ON_SHRINK,
                        "required_10_2_policyWhileFull",
                        "while full and the SINK shut was answered: no reply"),
                mutant(Fault.EVICTS_ON_SHRINK, "required_10_2_policyWhileFull", "used is 4, not 6 as before"),
                mutant(Fault.POLICY_NEEDS_RESTART, "required_10_2_policyWhileFull", "limit is 6, not 4"),
                mutant(
                        Fault.FLAG_DISABLES_BOUND,
                        "required_10_3_flagsKeepTheBound",
                        "with the flags [priorityDispatch] 11 of 11"),
                mutant(Fault.MALFORMED_IS_500, "required_10_4_malformedInput", "was answered 500, not 4xx"),
                mutant(
                        Fault.PANICS_ON_DEPTH,
                        "required_10_4_malformedInput",
                        "a submission with 10,000 levels was answered no reply"),
                mutant(
                        Fault.LENIENT_PARSE,
                        "required_10_4_malformedInput",
                        "a submission with cost above a million was answered 202"),
                mutant(
                        Fault.UNKNOWN_MEMBER_REFUSED,
                        "required_10_4_malformedInput",
                        "an item with an unknown member was answered 400 MALFORMED, not 202"));
    }

    private static Mutant mutant(Fault fault, String test, String reason, String... also) {
        return new Mutant(fault, test, reason, Set.of(also));
    }
}
