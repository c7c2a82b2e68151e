package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleText;

/** Is told how a run goes, in the thread of the run. */
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /** A rule begins. */
    default void started(RuleText rule) {}

    /** A rule has its verdict. */
    default void finished(RuleResult result) {}
}
