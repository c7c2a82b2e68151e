package dev.sluice.contract.junit;

import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedMain;
import dev.sluice.contract.tck.stage.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The face as a user writes it for a provider that is started by a command. */
final class CommandContractTest extends BackpressureContract {
    @Override
    protected Optional<ProviderCommand> command() {
        return Optional.of(ProviderCommand.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedMain.class.getName(),
                        Fault.NONE.name())
                .withLimits(2, 4)
                .readyWithin(Duration.ofSeconds(30)));
    }

    @Override
    protected RuleFilter filter() {
        return RuleFilter.only("1", "8.5", "8.6");
    }

    @Override
    protected Profile profile() {
        return Profile.quick();
    }
}
