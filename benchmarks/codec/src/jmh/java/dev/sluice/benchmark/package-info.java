/** Compares the codecs of generated bindings, peer by peer, on the same bytes. */
package dev.sluice.benchmark;
