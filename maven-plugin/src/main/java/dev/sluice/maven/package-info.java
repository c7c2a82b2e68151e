/** The goals of the Maven plugin: parameters, a call of the engines, the build log; nothing else. */
@NullMarked
package dev.sluice.maven;

import org.jspecify.annotations.NullMarked;
