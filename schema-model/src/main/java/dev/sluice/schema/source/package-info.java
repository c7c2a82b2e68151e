/** Where schema text comes from: folders, and the well-known schemas that come with Sluice. */
@NullMarked
package dev.sluice.schema.source;

import org.jspecify.annotations.NullMarked;
