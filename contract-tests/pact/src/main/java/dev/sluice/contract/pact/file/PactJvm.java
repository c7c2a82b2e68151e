package dev.sluice.contract.pact.file;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Hands Pact files to pact-jvm, which runs and compares them. */
public final class PactJvm {
    private static final String DO_NOT_TRACK = "pact_do_not_track";

    private PactJvm() {}

    /**
     * The file as pact-jvm has it. Its usage reports are switched off first, unless the property or variable {@code
     * pact_do_not_track} says otherwise: a test should call no one but its peer.
     */
    public static Pact load(String text) {
        if (System.getenv(DO_NOT_TRACK) == null && System.getProperty(DO_NOT_TRACK) == null) {
            System.setProperty(DO_NOT_TRACK, "true");
        }
        return DefaultPactReader.INSTANCE.loadPact(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
