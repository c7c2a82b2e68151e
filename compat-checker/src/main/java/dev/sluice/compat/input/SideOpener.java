package dev.sluice.compat.input;

import dev.sluice.schema.problem.Printable;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SourceUnavailableException;
import dev.sluice.schema.source.archive.ArchiveSource;
import dev.sluice.schema.source.git.GitAddress;
import dev.sluice.schema.source.git.WorkTreeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Opens the sides of a check as users name them: {@code git:…}, {@code gav:…}, a folder, an archive with perhaps a colon
 * and a folder in it, or any other file, which is a descriptor set.
 */
public final class SideOpener implements AutoCloseable {
    private final Artifacts artifacts;
    private final GitSide git = new GitSide();

    public SideOpener(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * Begins with what opening a side takes, without waiting for it.
     *
     * @param now the argument that is to name the new side
     */
    public void begin(String now) {
        if (GitAddress.matches(now)) {
            git.begin();
        }
    }

    /** Ends what was begun, if nothing was opened. */
    @Override
    public void close() {
        git.close();
    }

    /**
     * Opens the new side.
     *
     * @param old the argument that names the old side: beside a revision in git, unchanged files need not be read
     * @throws BadAddressException if the argument names nothing
     * @throws SourceUnavailableException if what it names is not there
     * @throws IOException if that cannot be read
     */
    public CheckSide openNew(String argument, String old) throws IOException, BadAddressException {
        return open(argument, "", GitAddress.matches(old));
    }

    /**
     * Opens the old side.
     *
     * @param now the argument that names the new side: a folder in a work tree is what {@code git:REVISION} without a
     *     folder means
     * @throws BadAddressException if the argument names nothing
     * @throws SourceUnavailableException if what it names is not there
     * @throws IOException if that cannot be read
     */
    public CheckSide openOld(String argument, String now) throws IOException, BadAddressException {
        return open(argument, now, false);
    }

    private CheckSide open(String argument, String beside, boolean besideGit) throws IOException, BadAddressException {
        if (GitAddress.matches(argument)) {
            return git.open(argument, beside);
        }
        if (ArtifactAddress.matches(argument)) {
            Artifacts.Found found = artifacts.find(ArtifactAddress.parse(argument));
            return FileSide.open(found.file(), "", found.coordinates());
        }
        Path path = path(argument);
        if (Files.isDirectory(path)) {
            return new CheckSide.Tree(
                    argument, besideGit ? new WorkTreeSource(path) : new FolderSource(path), argument);
        }
        if (argument.endsWith(".proto") && Files.isRegularFile(path)) {
            throw new BadAddressException(argument, "it is one .proto file; name the folder that its imports start at");
        }
        if (Files.exists(path)) {
            return FileSide.open(path, "", argument);
        }
        for (int colon = argument.indexOf(':'); colon > 0; colon = argument.indexOf(':', colon + 1)) {
            Path archive = path(argument.substring(0, colon));
            if (ArchiveSource.isArchive(archive) && Files.isRegularFile(archive)) {
                return FileSide.open(archive, argument.substring(colon + 1), argument);
            }
        }
        throw new SourceUnavailableException("there is no " + Printable.of(argument));
    }

    static Path path(String argument) throws BadAddressException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new BadAddressException(argument, "it is no path: " + e.getReason());
        }
    }
}
