package dev.sluice.maven;

import dev.sluice.compat.config.WaiverEditor;
import dev.sluice.compat.config.WaiverText;
import dev.sluice.schema.io.WholeFile;
import dev.sluice.schema.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
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
        if (!fingerprint.matches("[0-9a-f]{16}")) {
            throw new MojoExecutionException(
                    "\"" + fingerprint + "\" is no fingerprint; one has sixteen digits from 0 to 9"
                            + " and a to f, and check shows it below each finding (-Dsluice.fingerprint)");
        }
        WaiverText waiver = new WaiverText(fingerprint, Optional.empty(), reason.strip(), owner.strip(), day());
        WaiverEditor editor = new WaiverEditor(configFile.toString(), waiver);
        try {
            WaiverEditor.Result result =
                    configFile.exists() ? editor.addTo(Files.readAllBytes(configFile.toPath())) : editor.addToNewFile();
            if (result instanceof WaiverEditor.Refused refused) {
                throw refused(refused.problems());
            }
            byte[] text = ((WaiverEditor.Edited) result).text();
            WholeFile.replace(configFile.toPath(), out -> out.write(text));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot change " + configFile + ": " + e.getMessage(), e);
        }
        getLog().info(configFile + ": " + owner + " waives " + fingerprint + " until " + expires);
    }

    private LocalDate day() throws MojoExecutionException {
        try {
            return LocalDate.parse(expires);
        } catch (DateTimeException e) {
            throw new MojoExecutionException(
                    "\"" + expires + "\" is no day; write it as in 2027-03-31 (-Dsluice.expires)");
        }
    }

    private MojoExecutionException refused(List<Problem> problems) {
        problems.forEach(problem -> getLog().error(problem.toString()));
        return new MojoExecutionException("nothing was changed: " + problems.get(0));
    }
}
