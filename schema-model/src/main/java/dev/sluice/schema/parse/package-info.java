/** Source text to unlinked descriptors: lexer, parser, comments and source positions. */
@NullMarked
package dev.sluice.schema.parse;

import org.jspecify.annotations.NullMarked;
