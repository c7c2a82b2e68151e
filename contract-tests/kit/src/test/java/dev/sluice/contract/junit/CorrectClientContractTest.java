package dev.sluice.contract.junit;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.scripted.ClientFault;

/** The face for clients as a user writes it. */
final class CorrectClientContractTest extends ClientContract {
    @Override
    protected ClientCommand command() {
        return ClientContractTest.scripted(ClientFault.NONE);
    }

    @Override
    protected RuleFilter filter() {
        return RuleFilter.only("11.5", "11.6");
    }
}
