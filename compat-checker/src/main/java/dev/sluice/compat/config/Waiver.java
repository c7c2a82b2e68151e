package dev.sluice.compat.config;

import dev.sluice.compat.finding.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Someone's word that a change is intended.
 *
 * @param fingerprint the fingerprint of the finding, sixteen hexadecimal digits in lower case
 * @param rule the id of the rule that finds it; empty where it is not said, for the fingerprint tells rules apart too
 * @param reason why the change is intended
 * @param owner who answers for it
 * @param expires the last day the waiver counts, in UTC
 * @param place where it is written
 */
public record Waiver(
        String fingerprint, Optional<String> rule, String reason, String owner, LocalDate expires, Place place) {

    /** Whether its last day is over. */
    public boolean hasExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
