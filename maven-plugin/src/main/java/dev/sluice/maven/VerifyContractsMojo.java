package dev.sluice.maven;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.pacts.PactOrigin;
import dev.sluice.contract.pacts.PactRequest;
import dev.sluice.contract.pacts.PactSupport;
import dev.sluice.contract.pacts.PactVerdict;
import dev.sluice.contract.pacts.PactsUnavailableException;
import dev.sluice.contract.provider.FirstPolicy;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.tck.ClientTck;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.stage.Profile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build where a provider, in whatever language, does not keep its contracts: the rules of the backpressure protocol, which are
 * played to it, and the Pact files of its consumers. A client is verified by the rules for clients.
 */
@Mojo(name = "verify-contracts", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyContractsMojo extends AbstractMojo {
    /** The URL of a provider that listens already: {@code http://HOST:PORT}. Rules that have to start one are skipped. */
    @Parameter(property = "sluice.verify.url")
    private @Nullable String url;

    /**
     * The command that starts the provider, with SLUICE_LISTEN and SLUICE_DOWNSTREAM_ALLOW set; it is ended afterwards. Quotes keep words
     * together. {@code {port}} becomes a free port, here, in {@code environment} and in {@code address}.
     */
    @Parameter(property = "sluice.verify.command")
    private @Nullable String command;

    /** Further environment variables of the command. */
    @Parameter
    private Map<String, String> environment = new LinkedHashMap<>();

    /** Where commands run; a program that is named by a path is looked up from here. */
    @Parameter(property = "sluice.verify.workingDirectory", defaultValue = "${project.basedir}")
    private File workingDirectory;

    /**
     * Where the provider listens, if it does not print {@code listening on http://HOST:PORT}: {@code http://127.0.0.1:{port}}. It is ready
     * when it answers there.
     */
    @Parameter(property = "sluice.verify.address")
    private @Nullable String address;

    /** How long the provider may take until it is ready, in seconds. */
    @Parameter(property = "sluice.verify.readySeconds", defaultValue = "20")
    private int readySeconds;

    /** A file with a policy in JSON, which is put in force before anything is verified. */
    @Parameter(property = "sluice.verify.policyFile")
    private @Nullable File policyFile;

    /** The command that starts a client, to which the rules for clients are played. */
    @Parameter(property = "sluice.verify.client")
    private @Nullable String client;

    /** Whether rules are played; without, only Pact files count. */
    @Parameter(property = "sluice.verify.playRules", defaultValue = "true")
    private boolean playRules;

    /** The rules and chapters to play, for example {@code 1.*,3.3}; all where there are none. */
    @Parameter(property = "sluice.verify.rules")
    private List<String> rules = new ArrayList<>();

    /** How thorough the rules are played: {@code quick} or {@code full}. */
    @Parameter(property = "sluice.verify.profile", defaultValue = "quick")
    private String profile;

    /** The number that random choices follow from; a new one each time where it is not set. Reports have it. */
    @Parameter(property = "sluice.verify.seed")
    private @Nullable Long seed;

    /** Where the rules listen, on 127.0.0.1, for the provider's downstream calls; 0 is any free port. */
    @Parameter(property = "sluice.verify.sinkPort", defaultValue = "0")
    private int sinkPort;

    /** The folder of the Pact files, or one file. They need {@code dev.sluice:sluice-contract-pact} as a dependency of this plugin. */
    @Parameter(property = "sluice.verify.pacts")
    private @Nullable File pacts;

    /**
     * The Pact Broker that has them: {@code url}, {@code serverId} (credentials in settings.xml; a password alone is a bearer token), {@code
     * select} (mainBranch, matchingBranch, deployedOrReleased, branch:NAME, environment:NAME, tag:NAME), {@code pendingOn} (the provider's
     * branch), {@code publishAs} (the provider's version).
     */
    @Parameter
    private @Nullable PactBrokerAddress pactBroker;

    /** The provider's name in the Pact files. */
    @Parameter(property = "sluice.verify.provider", defaultValue = "${project.artifactId}")
    private String provider;

    /** Where provider states are set up and torn down: a URL, or a path at the provider. */
    @Parameter(property = "sluice.verify.states")
    private @Nullable String states;

    /** Where messages of the provider are asked for: a URL, or a path at the provider. */
    @Parameter(property = "sluice.verify.messages")
    private @Nullable String messages;

    /** Where reports are written, as text, JUnit XML and HTML. */
    @Parameter(
            property = "sluice.verify.reportsDirectory",
            defaultValue = "${project.build.directory}/sluice-contracts")
    private File reportsDirectory;

    /** Skips this goal. */
    @Parameter(property = "sluice.verify.skip", defaultValue = "false")
    private boolean skipVerify;

    /** Skips every goal of this plugin. */
    @Parameter(property = "sluice.skip", defaultValue = "false")
    private boolean skip;

    /** Skips this goal as it skips tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips this goal as it skips tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipVerify || skipTests || mavenTestSkip) {
            getLog().info("skipped");
            return;
        }
        try {
            verify();
        } catch (IllegalArgumentException | IllegalStateException | PactsUnavailableException wrong) {
            throw new MojoExecutionException(wrong.getMessage());
        } catch (ProviderStartException failed) {
            throw new MojoExecutionException(failed.getMessage() + "\n(<command>, <address>, <readySeconds>)");
        } catch (IOException e) {
            throw new MojoExecutionException("the contracts cannot be verified: " + e.getMessage(), e);
        }
    }

    private void verify() throws IOException, MojoExecutionException, MojoFailureException {
        boolean hasProvider = url != null || command != null;
        Optional<PactOrigin> origin = pactOrigin();
        if (url != null && command != null) {
            throw new MojoExecutionException("<url> and <command> name two providers; give one");
        }
        if (!hasProvider && (client == null || origin.isPresent())) {
            throw new MojoExecutionException("there is nothing to verify: set <command> or <url> for a provider"
                    + (origin.isPresent() ? "" : ", or <client>") + " (or -Dsluice.verify.command=…)");
        }
        RuleFilter filter = RuleFilter.named(rules);
        Profile chosen = profile().withSinkPort(sinkPort);
        long chosenSeed = seed == null ? System.nanoTime() : seed;
        boolean rulesForProvider =
                playRules && hasProvider && !Tck.rules(filter).isEmpty();
        boolean rulesForClient =
                playRules && client != null && !ClientTck.rules(filter).isEmpty();
        if (origin.isEmpty() && !rulesForProvider && !rulesForClient) {
            throw new MojoExecutionException(
                    "<rules> leaves no rule for what is to be verified; chapter 11 is about clients");
        }
        List<Report> reports = new ArrayList<>();
        List<PactVerdict> verdicts = new ArrayList<>();
        if (hasProvider) {
            Optional<PactSupport> support = origin.isPresent() ? Optional.of(pactSupport()) : Optional.empty();
            try (ProviderUnderTest underTest = provider()) {
                putPolicy(underTest.provider(), chosen);
                if (support.isPresent()) {
                    URI base = underTest.provider().base();
                    verdicts.addAll(support.get().verify(request(base, origin.get())));
                }
                if (rulesForProvider) {
                    reports.add(underTest.play(filter, chosen, chosenSeed));
                }
            }
        }
        if (rulesForClient) {
            ClientCommand start = new ClientCommand(
                    ProviderStart.words(String.valueOf(client), workingDirectory.toPath()),
                    Optional.of(workingDirectory.toPath()));
            reports.add(ClientTck.run(start, filter, chosen, chosenSeed, RunListener.SILENT));
        }
        judge(reports, verdicts, origin.isPresent());
    }

    private void judge(List<Report> reports, List<PactVerdict> verdicts, boolean withPacts)
            throws IOException, MojoFailureException {
        ContractReports files = new ContractReports(reportsDirectory.toPath());
        ContractLog log = new ContractLog(getLog());
        List<String> broken = new ArrayList<>();
        if (withPacts) {
            files.pacts(provider, verdicts);
            int count = log.pacts(verdicts);
            if (count > 0) {
                broken.add(count + " of " + verdicts.size() + " Pact interactions");
            }
        }
        if (!reports.isEmpty()) {
            files.rules(reports);
        }
        for (Report report : reports) {
            int count = log.rules(report);
            if (count > 0) {
                broken.add(count + " of " + report.results().size() + " rules");
            }
        }
        if (!broken.isEmpty()) {
            throw new MojoFailureException("the contracts are not kept: " + String.join(" and ", broken)
                    + "; what was sent and seen is in " + reportsDirectory);
        }
    }

    private ProviderUnderTest provider() throws IOException {
        if (url != null) {
            return ProviderUnderTest.listening(Provider.at(url));
        }
        ProviderStart start = new ProviderStart(
                String.valueOf(command),
                environment,
                workingDirectory.toPath(),
                Optional.ofNullable(address),
                Duration.ofSeconds(readySeconds));
        return ProviderUnderTest.start(start.providerCommand());
    }

    private void putPolicy(Provider underTest, Profile chosen) throws IOException {
        File file = policyFile;
        if (file != null) {
            FirstPolicy.put(underTest, Files.readString(file.toPath()), chosen.replyTimeout());
        }
    }

    private Profile profile() throws MojoExecutionException {
        try {
            return Profile.named(profile);
        } catch (IllegalArgumentException unknown) {
            throw new MojoExecutionException("<profile> (or -Dsluice.verify.profile) " + unknown.getMessage());
        }
    }

    private Optional<PactOrigin> pactOrigin() throws MojoExecutionException {
        File files = pacts;
        PactBrokerAddress broker = pactBroker;
        if (files != null && broker != null) {
            throw new MojoExecutionException("<pacts> and <pactBroker> are two places for Pact files; give one");
        }
        if (files != null) {
            return Optional.of(new PactOrigin.Files(files.toPath()));
        }
        return broker == null ? Optional.empty() : Optional.of(broker.origin(server(broker)));
    }

    private Optional<Server> server(PactBrokerAddress broker) throws MojoExecutionException {
        if (broker.serverId().isEmpty()) {
            return Optional.empty();
        }
        String id = broker.serverId().get();
        Server server = session.getSettings().getServer(id);
        if (server == null) {
            throw new MojoExecutionException("<pactBroker>: settings.xml has no <server> with the id " + id);
        }
        return Optional.of(
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer());
    }

    private PactSupport pactSupport() throws MojoExecutionException {
        return PactSupport.find(VerifyContractsMojo.class.getClassLoader())
                .orElseThrow(() -> new MojoExecutionException(
                        "to verify Pact files, add dev.sluice:sluice-contract-pact, in the version of this plugin, to"
                                + " the <dependencies> of the plugin"));
    }

    private PactRequest request(URI base, PactOrigin origin) {
        return new PactRequest(
                provider,
                base,
                Optional.ofNullable(states).map(base::resolve),
                Optional.ofNullable(messages).map(base::resolve),
                origin);
    }
}
