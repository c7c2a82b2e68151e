package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A folder in which commands of the guides run: the distribution, as the build made it, is the command sluice; there are schemas with a change that
 * breaks, in folders and in a git repository, a JSON Schema, the Go worker and producer, a provider that listens, and a Maven that knows one release.
 */
final class Sandbox {
    private static final int PATIENCE_IN_SECONDS = 240;
    private static final String ORDER =
            "syntax = \"proto3\";\n\npackage shop.v1;\n\nmessage Order {\n  string id = 1;\n  int32 quantity = 2;\n}\n";

    private final Path folder;
    private final Path bin;

    /** @param launcher the command of the distribution */
    Sandbox(Path root, Path launcher, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.bin = folder.resolve("bin");
        // What takes minutes is played in part: one rule of a provider, one of a client.
        script("bin/sluice", """
                if [ "$1" = verify ]; then
                    case "$*" in *--rules*) ;; *) set -- "$@" --rules 1.1,11.1 ;; esac
                fi
                status=0
                '%s' "$@" || status=$?
                echo $status >>'%s'
                exit $status
                """.formatted(launcher, statuses()));
        script("bin/mvn", """
                for argument; do
                    case $argument in -DoutputDirectory=*) cp '%s' "${argument#*=}/schemas-1.2.0.jar" ;; esac
                done
                """.formatted(folder.resolve("release.jar")));
        Files.createSymbolicLink(folder.resolve("sluice"), bin.resolve("sluice"));
        Path peers = root.resolve("contract-tests/peers/target/go");
        script("worker", "exec '" + peers.resolve("worker") + "'\n");
        script("producer", "exec '" + peers.resolve("producer") + "' \"$@\"\n");
        for (String side : List.of("OLD", "proto", "protos")) {
            write(side + "/shop/v1/order.proto", ORDER);
        }
        write("schemas/order.schema.json", "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}");
        shell("git init --quiet --initial-branch=main . && git add proto protos && git commit --quiet -m base"
                + " && git update-ref refs/remotes/origin/main HEAD"
                + " && cd OLD && '" + Path.of(System.getProperty("java.home"), "bin/jar") + "' cf ../release.jar shop");
        for (String side : List.of("NEW", "proto", "protos")) {
            write(side + "/shop/v1/order.proto", ORDER.replace("int32", "string"));
        }
    }

    private Path statuses() {
        return folder.resolve("statuses");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolve("..").normalize());
        Files.writeString(folder.resolve(path), text);
    }

    private void script(String path, String body) throws IOException {
        write(path, "#!/bin/sh\n" + body);
        assertThat(folder.resolve(path).toFile().setExecutable(true)).isTrue();
    }

    /** Unpacks the distribution that the build of the command left in a folder; its launcher. */
    static Path unpack(Path build, Path home) throws IOException {
        Path zip;
        try (Stream<Path> files = Files.list(build)) {
            zip = files.filter(file -> file.getFileName().toString().matches("sluice-.*\\.zip"))
                    .findFirst()
                    .orElseThrow();
        }
        Path launcher = home;
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = home.resolve(entry.getName());
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.resolve("..").normalize());
                    Files.copy(entries, target);
                    launcher = target.endsWith("bin/sluice") ? target : launcher;
                }
            }
        }
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }

    /** What a script printed. */
    String shell(String script) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "t");
            builder.environment().put("GIT_" + who + "_EMAIL", "t@localhost");
        }
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(ended).as(script).isTrue();
        return Files.readString(log);
    }

    /** Runs commands as they are in a guide, but for ports and days; what they printed. */
    String run(String commands, List<Integer> expected) throws IOException, InterruptedException {
        Files.deleteIfExists(statuses());
        String here =
                commands.replace("/tmp/shop", folder.resolve("shop").toString()).replace("2027-03-31", "9999-12-31");
        String printed;
        if (here.contains("127.0.0.1:8080")) {
            try (ProviderProcess provider = ProviderProcess.start(
                    ProviderCommand.of(folder.resolve("worker").toString()))) {
                printed = shell(here.replace(
                        "http://127.0.0.1:8080", provider.provider().base().toString()));
            }
        } else {
            printed = shell(here);
        }
        List<Integer> found = new ArrayList<>();
        if (Files.exists(statuses())) {
            Files.readAllLines(statuses()).forEach(line -> found.add(Integer.valueOf(line)));
        }
        assertThat(found).as("%s\n%s", commands, printed).isEqualTo(expected);
        return printed.replace(folder.resolve("shop").toString(), "/tmp/shop");
    }

    /** Reads a text as the configuration of schemas that have not changed. */
    void configure(String text) throws IOException, InterruptedException {
        String config = text.replace("2027-03-31", "9999-12-31").replaceAll("(?m)^modules:.*\n( .*\n)*", "");
        Files.writeString(folder.resolve("guide.yaml"), config);
        run("sluice check OLD --against OLD --config guide.yaml", List.of(0));
    }
}
