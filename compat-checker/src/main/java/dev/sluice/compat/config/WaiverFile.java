package dev.sluice.compat.config;

import dev.sluice.compat.config.WaiverRefusedException.Part;
import dev.sluice.schema.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code sluice.yaml} on disk, or where one is to be, that waivers are added to. */
public final class WaiverFile {
    private final Path file;
    private final String name;

    /** @param name what to call the file in messages */
    public WaiverFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Adds a waiver. A file that is a symbolic link stays one.
     *
     * @return whether the file is new
     * @throws WaiverRefusedException if it is a {@code buf.yaml}, a new one would count instead of one, or nothing can be added to it
     * @throws IOException if it cannot be read or written; then it is as it was
     */
    public boolean add(WaiverText waiver) throws WaiverRefusedException, IOException {
        String last = String.valueOf(file.getFileName());
        if (last.endsWith("buf.yaml") || last.endsWith("buf.yml")) {
            throw new WaiverRefusedException(
                    Part.FILE, name + " has no waivers; a " + ConfigurationReader.SLUICE_YAML + " has");
        }
        boolean exists = Files.exists(file);
        if (!exists && Files.exists(file.resolveSibling(ConfigurationReader.BUF_YAML))) {
            throw new WaiverRefusedException(
                    Part.CONTENT,
                    "a new " + name + " would count instead of the buf.yaml beside it; make one first that has the"
                            + " settings of buf.yaml, in the same words");
        }
        WaiverEditor editor = new WaiverEditor(name, waiver);
        WaiverEditor.Result result = exists ? editor.addTo(Files.readAllBytes(file)) : editor.addToNewFile();
        if (result instanceof WaiverEditor.Refused refused) {
            throw new WaiverRefusedException(refused.problems());
        }
        byte[] text = ((WaiverEditor.Edited) result).text();
        WholeFile.replace(exists ? file.toRealPath() : file, out -> out.write(text));
        return !exists;
    }
}
