package dev.sluice.maven;

import dev.sluice.compat.config.WaiverFile;
import dev.sluice.compat.config.WaiverRefusedException;
import dev.sluice.compat.config.WaiverRequest;
import dev.sluice.compat.config.WaiverText;
import dev.sluice.schema.problem.Printable;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lets one breaking change pass until a day, on somebody's word: adds a waiver to the configuration. */
@Mojo(name = "waive", threadSafe = true)
public final class WaiveMojo extends AbstractMojo {
    /** The fingerprint of the finding, which {@code check} shows below it. */
    @Parameter(property = "sluice.fingerprint", required = true)
    private String fingerprint;

    /** Why the change is intended. */
    @Parameter(property = "sluice.reason", required = true)
    private String reason;

    /** Who answers for it. */
    @Parameter(property = "sluice.owner", required = true)
    private String owner;

    /** The last day it counts, in UTC: 2027-03-31. */
    @Parameter(property = "sluice.expires", required = true)
    private String expires;

    /** The file to add it to, which is made where there is none. */
    @Parameter(property = "sluice.configFile", defaultValue = "${project.basedir}/sluice.yaml")
    private File configFile;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            WaiverText waiver = new WaiverRequest(fingerprint, Optional.empty(), reason, owner, expires)
                    .text(LocalDate.now(ZoneOffset.UTC));
            new WaiverFile(configFile.toPath(), configFile.toString()).add(waiver);
            getLog().info(Printable.of(
                    configFile + ": " + waiver.owner() + " waives " + fingerprint + " until " + waiver.expires()));
        } catch (WaiverRefusedException refused) {
            throw failure(refused);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot change " + configFile + ": " + e.getMessage(), e);
        }
    }

    private MojoExecutionException failure(WaiverRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused.part()) {
            case FINGERPRINT, REASON, OWNER, EXPIRES ->
                new MojoExecutionException(
                        "-Dsluice." + refused.part().name().toLowerCase(Locale.ROOT) + " " + message);
            case FILE -> new MojoExecutionException(message + " (-Dsluice.configFile)");
            case CONTENT -> {
                refused.problems().forEach(problem -> getLog().error(problem.toString()));
                yield new MojoExecutionException(
                        refused.problems().isEmpty()
                                ? message
                                : message + ": " + refused.problems().get(0));
            }
        };
    }
}
