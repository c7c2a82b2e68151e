/** What the sink records, holds and breaks. */
@NullMarked
package dev.sluice.contract.sink;

import org.jspecify.annotations.NullMarked;
