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
    EVERYTHING_503
}
