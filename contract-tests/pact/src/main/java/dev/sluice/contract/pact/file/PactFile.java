package dev.sluice.contract.pact.file;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One Pact file of specification 1 to 4, read and found to be one. Immutable. */
public final class PactFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final JsonText text;
    private final Json.Obj json;
    private final int version;

    PactFile(String name, JsonText text, Json.Obj json, int version) {
        this.name = name;
        this.text = text;
        this.json = json;
        this.version = version;
    }

    /**
     * Reads a file's bytes.
     *
     * @param name what to call it in problems
     * @throws PactFileException if it is no JSON, no Pact file, or one of a specification that is not known; it names
     *     every problem
     */
    public static PactFile read(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Json root;
        try {
            root = text.startsWith(BYTE_ORDER_MARK) ? JsonReader.read(text.substring(1)) : JsonReader.read(bytes);
        } catch (JsonSyntaxException noJson) {
            JsonText.Place place = new JsonText(text).place(noJson.offset());
            String why = String.valueOf(noJson.getMessage()).replaceFirst("^at character [0-9]+: ", "");
            throw new PactFileException(
                    List.of(new PactProblem(name, place.line(), place.column(), "not JSON: " + why)));
        }
        return new PactFileCheck(name, new JsonText(text)).check(root);
    }

    /** What it is called: its path, or where a broker has it. */
    public String name() {
        return name;
    }

    /** The consumer's name. */
    public String consumer() {
        return json.object("consumer").flatMap(who -> who.text("name")).orElse("");
    }

    /** The provider's name. */
    public String provider() {
        return json.object("provider").flatMap(who -> who.text("name")).orElse("");
    }

    /** The major version of the specification, 1 to 4. */
    public int version() {
        return version;
    }

    /** The text, as it was read. */
    public String text() {
        return text.text();
    }

    /** The interactions, in the order of the file. */
    public List<PactInteraction> interactions() {
        List<PactInteraction> all = new ArrayList<>();
        for (String list : List.of("interactions", "messages")) {
            Optional<Json> found = json.get(list);
            if (found.isPresent() && found.get() instanceof Json.Arr elements) {
                for (int i = 0; i < elements.values().size(); i++) {
                    boolean isMessage = list.equals("messages");
                    all.add(new PactInteraction((Json.Obj) elements.values().get(i), List.of(list, i), isMessage));
                }
            }
        }
        return all;
    }

    /**
     * A problem of this file.
     *
     * @param way names of members and indexes of elements that lead to where it is
     */
    public PactProblem problem(List<Object> way, String message) {
        JsonText.Place place = text.place(text.offset(way));
        return new PactProblem(name, place.line(), place.column(), message);
    }

    @Override
    public String toString() {
        return name;
    }
}
