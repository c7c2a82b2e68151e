package dev.sluice.contract.tck.stage;

/**
 * How full a provider said it was.
 *
 * @param millis since the rule began, in milliseconds
 * @param used running and queued items together
 * @param limit the most that it holds
 */
public record Depth(long millis, long used, long limit) {}
