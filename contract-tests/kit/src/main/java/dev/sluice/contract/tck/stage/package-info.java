/** What a rule is played on: submissions, FILL, SETTLE, waiting, the timeline and the verdict. */
@NullMarked
package dev.sluice.contract.tck.stage;

import org.jspecify.annotations.NullMarked;
