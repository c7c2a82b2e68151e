/**
 * What a check is to do as {@code buf.yaml} or {@code sluice.yaml} says it: {@link
 * dev.sluice.compat.config.ConfigurationReader} is the way in.
 */
@NullMarked
package dev.sluice.compat.config;

import org.jspecify.annotations.NullMarked;
