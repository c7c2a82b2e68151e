package dev.sluice.schema.source.git;

import dev.sluice.schema.concurrent.Ahead;
import dev.sluice.schema.source.SourceUnavailableException;
import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The repository that a folder belongs to: its work tree, a linked work tree, or a bare repository. */
public final class GitRepository implements AutoCloseable {
    private final GitCommand git;
    private @Nullable Facts facts;

    /** A process that was started before anybody needed it. */
    private @Nullable Ahead<ObjectReader> begun;

    /** The process that was started last, which serves all that is opened while it runs. */
    private @Nullable ObjectReader running;

    private GitRepository(GitCommand git) {
        this.git = git;
    }

    /** What git says of the repository of a folder. */
    private record Facts(String prefix, boolean shallow) {}

    /** The repository of a folder; whether there is one is found out when something of it is asked for. */
    public static GitRepository of(Path folder) {
        return new GitRepository(new GitCommand(folder, "git"));
    }

    /**
     * Finds the repository of a folder.
     *
     * @throws SourceUnavailableException if the folder is in none, git refuses to read it or is not installed
     */
    public static GitRepository at(Path folder) throws IOException {
        return at(folder, "git");
    }

    static GitRepository at(Path folder, String executable) throws IOException {
        GitRepository repository = new GitRepository(new GitCommand(folder, executable));
        repository.facts();
        return repository;
    }

    private synchronized Facts facts() throws IOException {
        Facts known = facts;
        if (known == null) {
            GitCommand.Output said = git.run("rev-parse", "--is-shallow-repository", "--show-prefix");
            if (!said.succeeded()) {
                throw refusal(git.folder(), said.error());
            }
            String[] lines = said.text().split("\n", 2);
            String prefix = lines.length < 2 ? "" : lines[1].strip();
            known = new Facts(withoutSlash(prefix), lines[0].equals("true"));
            facts = known;
        }
        return known;
    }

    private static String withoutSlash(String prefix) {
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    private static SourceUnavailableException refusal(Path folder, String error) {
        String first = error.lines().findFirst().orElse("git failed and did not say why");
        String reason = first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
        if (reason.startsWith("not a git repository")) {
            return new SourceUnavailableException(folder + " is in no git repository");
        }
        String advice = error.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("git config --global --add safe.directory "))
                .findFirst()
                .orElse("");
        String message = "git does not read the repository of " + folder + ": " + reason;
        return advice.isEmpty()
                ? new SourceUnavailableException(message)
                : new SourceUnavailableException(message, advice);
    }

    /**
     * The folder this was found from, relative to the root of the work tree; empty for the root, and in a bare repository.
     *
     * @throws SourceUnavailableException if the folder is in no repository, or git refuses to read it
     */
    public String prefix() throws IOException {
        return facts().prefix();
    }

    /**
     * Whether the repository lacks the commits before a certain depth.
     *
     * @throws SourceUnavailableException if the folder is in no repository, or git refuses to read it
     */
    public boolean isShallow() throws IOException {
        return facts().shallow();
    }

    /**
     * Opens the schemas at an address. Its folder is relative to the root of the repository.
     *
     * @throws SourceUnavailableException if the revision or the folder is not there; the last line of the message is the
     *     command that fetches it, where that is the way
     */
    public GitSource open(GitAddress address) throws IOException {
        ObjectReader objects = objects();
        boolean opened = false;
        try {
            GitRevision revision = resolve(address, objects);
            String tree = tree(revision, address.folder(), objects);
            GitSource source = new GitSource(
                    revision, address.folder(), new GitTree(git, objects, tree), new SchemaBlobs(git, objects, tree));
            opened = true;
            return source;
        } catch (IOException e) {
            // What is wrong with the repository as a whole comes first.
            facts();
            throw PartialClone.explain(git, "something of " + address, e);
        } finally {
            if (!opened) {
                objects.close();
            }
        }
    }

    /** Starts git before it is needed, on a thread of its own; whoever opens something waits for that. */
    public synchronized void begin() {
        if (begun == null && running == null) {
            begun = Ahead.start(new Start(git));
        }
    }

    private record Start(GitCommand git) implements Ahead.Reading<ObjectReader> {
        @Override
        public ObjectReader read() throws IOException {
            return ObjectReader.start(git);
        }
    }

    /** Ends what {@link #begin} started, if nothing was opened. */
    @Override
    public synchronized void close() {
        if (begun != null) {
            try {
                begun.get().close();
            } catch (IOException notStarted) {
                // Nobody asked for it.
                return;
            } finally {
                begun = null;
            }
        }
    }

    private synchronized ObjectReader objects() throws IOException {
        if (begun != null) {
            ObjectReader started = begun.get();
            begun = null;
            running = started;
            return started;
        }
        ObjectReader objects = running;
        if (objects == null || !objects.share()) {
            objects = ObjectReader.start(git);
            running = objects;
        }
        return objects;
    }

    private GitRevision resolve(GitAddress address, ObjectReader objects) throws IOException {
        CommitObject commit = commit(address, address.revision(), objects);
        if (!address.mergeBase()) {
            return new GitRevision(commit.id(), address.revision(), commit.date());
        }
        CommitObject head = commit(address, "HEAD", objects);
        GitCommand.Output bases = git.run("merge-base", head.id(), commit.id());
        List<String> ids = bases.text().lines().toList();
        if (ids.isEmpty()) {
            throw new MissingRevision(git, isShallow(), address).noMergeBase(bases.error());
        }
        CommitObject base = commit(address, ids.get(0), objects);
        return new GitRevision(base.id(), "merge base of HEAD and " + address.revision(), base.date());
    }

    private CommitObject commit(GitAddress address, String name, ObjectReader objects) throws IOException {
        Reply reply = objects.ask(name + "^{commit}");
        if (reply instanceof Reply.Found found && found.type().equals("commit")) {
            return CommitObject.of(found);
        }
        MissingRevision missing = new MissingRevision(git, isShallow(), address);
        throw objects.ask(name) instanceof Reply.Ambiguous ? missing.ambiguous() : missing.unknown(name);
    }

    private static String tree(GitRevision revision, String folder, ObjectReader objects) throws IOException {
        String name = revision.commit() + (folder.isEmpty() ? "^{tree}" : ":" + folder);
        Optional<Reply.Found> tree = objects.ask(name).as("tree");
        if (tree.isEmpty()) {
            throw new SourceUnavailableException("there is no folder '" + folder + "' in git " + revision.describe()
                    + "; it is looked for from the root of the repository");
        }
        return tree.get().id();
    }
}
