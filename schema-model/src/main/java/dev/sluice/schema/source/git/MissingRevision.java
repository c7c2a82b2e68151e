package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a revision cannot be found, and the one command that gets it, where there is one. */
final class MissingRevision {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/-]*");
    private static final Pattern COMMIT_ID = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final List<String> REF_FOLDERS = List.of("refs/heads/", "refs/remotes/", "refs/tags/");

    private final GitCommand git;
    private final boolean shallow;
    private final GitAddress address;

    MissingRevision(GitCommand git, boolean shallow, GitAddress address) {
        this.git = git;
        this.shallow = shallow;
        this.address = address;
    }

    SourceUnavailableException ambiguous() {
        return new SourceUnavailableException(
                "'" + address.revision() + "' names more than one object; write more of its digits");
    }

    SourceUnavailableException noMergeBase(String error) throws IOException {
        String what = "HEAD and '" + address.revision() + "' have no commit in common";
        List<String> remotes = remotes();
        if (shallow && !remotes.isEmpty()) {
            return new SourceUnavailableException(
                    what + " in this shallow clone of " + git.folder() + "; fetch the older commits:",
                    "git fetch --unshallow " + remotes.get(0));
        }
        return new SourceUnavailableException(what + (error.isEmpty() ? "" : ": " + error));
    }

    /** For a name, which is the revision asked for or HEAD. */
    SourceUnavailableException unknown(String name) throws IOException {
        List<String> refs = refs();
        if (name.equals("HEAD")) {
            return new SourceUnavailableException("the repository of " + git.folder() + " has no commit at HEAD yet");
        }
        List<String> remotes = remotes();
        Optional<String> remote =
                remotes.stream().filter(r -> name.startsWith(r + "/")).findFirst();
        String what = "'" + name + "' is no commit in " + (shallow ? "the shallow clone " : "the repository of ")
                + git.folder();
        String hint = refs.contains(name)
                ? ""
                : NearestName.of(name, refs)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
        Optional<String> command = fetch(name, remote, remotes);
        if (command.isPresent()) {
            return new SourceUnavailableException(
                    what + hint + (hint.isEmpty() ? "; " : " Otherwise ") + "fetch it:", command.get());
        }
        return new SourceUnavailableException(what + hint);
    }

    /** The command that fetches a branch of a remote, or in a shallow clone anything older. */
    private Optional<String> fetch(String name, Optional<String> remote, List<String> remotes) {
        String unshallow = shallow ? "--unshallow " : "";
        if (remote.isPresent() && isPlain(name)) {
            String branch = name.substring(remote.get().length() + 1);
            String depth = address.mergeBase() ? unshallow : "";
            return Optional.of(
                    "git fetch " + depth + remote.get() + " +refs/heads/" + branch + ":refs/remotes/" + name);
        }
        if (!shallow || remotes.isEmpty()) {
            return Optional.empty();
        }
        boolean older = COMMIT_ID.matcher(name).matches() || name.contains("~") || name.contains("^");
        return Optional.of("git fetch --unshallow " + (older ? "" : "--tags ") + remotes.get(0));
    }

    private static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches() && !name.contains("..");
    }

    /** The names of the remotes that are safe to print in a command, {@code origin} first. */
    private List<String> remotes() throws IOException {
        List<String> names = new ArrayList<>();
        for (String key : git.run("config", "--null", "--name-only", "--get-regexp", "^remote\\..*\\.url$")
                .nulTerminated()) {
            String name = key.substring("remote.".length(), key.length() - ".url".length());
            if (isPlain(name) && !names.contains(name)) {
                names.add(name.equals("origin") ? 0 : names.size(), name);
            }
        }
        return names;
    }

    /** The names of all branches, remote branches and tags, as one would write them. */
    private List<String> refs() throws IOException {
        List<String> names = new ArrayList<>();
        for (String ref :
                git.run("for-each-ref", "--format=%(refname)").text().lines().toList()) {
            for (String folder : REF_FOLDERS) {
                if (ref.startsWith(folder)) {
                    names.add(ref.substring(folder.length()));
                }
            }
        }
        return names;
    }
}
