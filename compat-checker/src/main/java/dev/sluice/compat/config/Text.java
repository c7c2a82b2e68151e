package dev.sluice.compat.config;

import dev.sluice.compat.finding.Place;

/** A word of a configuration file, and where it is. */
record Text(String value, Place place) {}
