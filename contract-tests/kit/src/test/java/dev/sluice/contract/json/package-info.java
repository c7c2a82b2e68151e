/** What the strict reader accepts and refuses. */
@NullMarked
package dev.sluice.contract.json;

import org.jspecify.annotations.NullMarked;
