package dev.sluice.compat.input;

import dev.sluice.schema.source.SourceUnavailableException;
import dev.sluice.schema.source.git.GitAddress;
import dev.sluice.schema.source.git.GitRepository;
import dev.sluice.schema.source.git.GitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Opens revisions in git, those of one repository through one process. */
final class GitSide implements AutoCloseable {
    private final Map<Path, GitRepository> repositories = new HashMap<>();

    /** Starts git for the working folder, which takes a while, on a thread of its own. */
    void begin() {
        at(Path.of("").toAbsolutePath()).begin();
    }

    @Override
    public synchronized void close() {
        for (GitRepository repository : repositories.values()) {
            repository.close();
        }
    }

    /**
     * Opens an address in the repository of the folder beside, else in that of the working folder. An address without a
     * folder means the folder beside, which may be one at another revision.
     *
     * @param beside the argument for the other side; empty for none
     */
    CheckSide.Tree open(String argument, String beside) throws IOException, BadAddressException {
        GitAddress address = parse(argument);
        Path here = Path.of("").toAbsolutePath();
        GitRepository repository;
        if (GitAddress.matches(beside)) {
            repository = at(here);
            if (!namesFolder(argument, address)) {
                address = address.in(parse(beside).folder());
            }
        } else if (beside.isEmpty() || !Files.isDirectory(SideOpener.path(beside))) {
            repository = at(here);
        } else {
            repository = besideOrHere(SideOpener.path(beside), here);
            if (!namesFolder(argument, address)) {
                address = address.in(repository.prefix());
            }
        }
        GitSource source = repository.open(address);
        return new CheckSide.Tree(source.describe(), source, source.folder());
    }

    private synchronized GitRepository at(Path folder) {
        GitRepository known = repositories.get(folder);
        if (known == null) {
            known = GitRepository.of(folder);
            repositories.put(folder, known);
        }
        return known;
    }

    private static GitAddress parse(String argument) throws BadAddressException {
        try {
            return GitAddress.parse(argument);
        } catch (IllegalArgumentException e) {
            throw new BadAddressException(argument, String.valueOf(e.getMessage()));
        }
    }

    private GitRepository besideOrHere(Path beside, Path here) throws IOException {
        try {
            at(beside).prefix();
            return at(beside);
        } catch (SourceUnavailableException e) {
            return at(here);
        }
    }

    /** Whether the address has a folder, though it be the root: {@code git:main:}. */
    private static boolean namesFolder(String argument, GitAddress address) {
        return !argument.endsWith(":" + address.revision());
    }
}
