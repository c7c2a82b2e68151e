package dev.sluice.compat.finding;

import java.time.LocalDate;

/**
 * A finding that somebody answers for until a day has passed.
 *
 * @param reason why the change is intended
 * @param owner who answers for it
 * @param expires the last day the waiver counts, in UTC
 */
public record WaivedFinding(Finding finding, String reason, String owner, LocalDate expires) {}
