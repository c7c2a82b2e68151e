package dev.sluice.schema.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes a file once it is whole: {@code .NAME.PID.tmp} beside it. */
public final class Drafts {
    private static final Pattern NAME = Pattern.compile("\\.(.+)\\.([0-9]{1,18})\\.tmp");

    private Drafts() {}

    /** The draft of a file that this process writes. */
    static Path of(Path target) {
        return target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    /**
     * Removes the drafts that processes left in a folder when they were killed. One is left alone while the process that its
     * name tells may be writing it: that process runs, and has run since before the draft was last changed.
     *
     * @param names names of the files whose drafts are meant
     * @throws IOException if the folder is there and cannot be read, or a draft cannot be deleted
     */
    public static void removeAbandoned(Path folder, Set<String> names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path draft : drafts) {
                Matcher name = NAME.matcher(String.valueOf(draft.getFileName()));
                if (name.matches()
                        && names.contains(name.group(1))
                        && Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)
                        && !isOfLiveProcess(draft, Long.parseLong(name.group(2)))) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private static boolean isOfLiveProcess(Path draft, long pid) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        Instant changed = Files.getLastModifiedTime(draft).toInstant();
        return process.get()
                .info()
                .startInstant()
                .filter(start -> start.isAfter(changed))
                .isEmpty();
    }
}
