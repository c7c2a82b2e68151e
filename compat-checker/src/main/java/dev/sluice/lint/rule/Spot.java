package dev.sluice.lint.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaFile;
import java.util.Arrays;
import java.util.List;

/**
 * Where a finding belongs, before positions are known.
 *
 * @param subject what it is about, for the fingerprint: a name that stays the same when lines move
 * @param paths source-info paths, best first; the first that has a position wins, and none means the file's start
 * @param commented paths of further statements whose comments may ask for the rule to be ignored
 */
public record Spot(SchemaFile file, String subject, List<int[]> paths, List<int[]> commented) {
    private static final int NAME = 1;
    private static final int PACKAGE = 2;
    private static final int FILE_OPTIONS = 8;

    /** The start of a file. */
    static Spot startOf(SchemaFile file) {
        return new Spot(file, "", List.of(), List.of());
    }

    /** A whole element. */
    static Spot of(Element element) {
        return new Spot(element.file(), element.fullName(), List.of(element.path()), List.of());
    }

    /** The name of an element other than a file. */
    static Spot nameOf(Element element) {
        return partOf(element, NAME);
    }

    /** A part of an element. */
    static Spot partOf(Element element, int... part) {
        return new Spot(element.file(), element.fullName(), List.of(join(element.path(), part)), groupOf(element));
    }

    /** The package statement of a file. */
    static Spot packageOf(SchemaFile file) {
        return new Spot(file, "package", List.of(new int[] {PACKAGE}), List.of());
    }

    /** An option of a file. */
    static Spot optionOf(SchemaFile file, int option) {
        return new Spot(file, "option", List.of(new int[] {FILE_OPTIONS, option}), List.of());
    }

    /** An import statement of a file. */
    static Spot importOf(SchemaFile file, WrittenImport imported) {
        return new Spot(file, imported.file().filePath(), List.of(imported.path()), List.of());
    }

    /** The message of a group, where the field is what the finding is about: source information has one comment for both. */
    private static List<int[]> groupOf(Element element) {
        return element instanceof Field field && field.type() == FieldType.GROUP
                ? List.of(field.message().orElseThrow().path())
                : List.of();
    }

    private static int[] join(int[] whole, int... part) {
        int[] path = Arrays.copyOf(whole, whole.length + part.length);
        System.arraycopy(part, 0, path, whole.length, part.length);
        return path;
    }
}
