package dev.sluice.contract.junit;

import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The face as a user writes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorrectProviderContractTest extends BackpressureContract {
    private final ScriptedProvider scripted = ScriptedProvider.start(2, 4, Fault.NONE);

    @AfterAll
    void close() {
        scripted.close();
    }

    @Override
    protected Provider provider() {
        return scripted.provider();
    }
}
