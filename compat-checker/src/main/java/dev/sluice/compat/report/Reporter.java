package dev.sluice.compat.report;

import dev.sluice.compat.finding.Verdict;
import java.io.IOException;

/** Writes a verdict. */
public interface Reporter {

    /** @throws IOException if {@code out} throws it */
    void write(Verdict verdict, Appendable out) throws IOException;
}
