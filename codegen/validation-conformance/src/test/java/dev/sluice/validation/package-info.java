/** protovalidate's conformance suite on generated validation. */
@NullMarked
package dev.sluice.validation;

import org.jspecify.annotations.NullMarked;
