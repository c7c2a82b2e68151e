package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import java.util.ArrayList;
import java.util.List;

/** Parses and collects the imports of a file. */
final class ImportParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;
    private final Span root;
    private final List<String> dependencies = new ArrayList<>();
    private final List<Integer> publicDependencies = new ArrayList<>(0);
    private final List<Integer> weakDependencies = new ArrayList<>(0);
    private final List<String> optionDependencies = new ArrayList<>(0);

    ImportParser(Tokens tokens, Edition edition, Span root) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
        this.root = root;
    }

    List<String> dependencies() {
        return dependencies;
    }

    List<Integer> publicDependencies() {
        return publicDependencies;
    }

    List<Integer> weakDependencies() {
        return weakDependencies;
    }

    List<String> optionDependencies() {
        return optionDependencies;
    }

    /** Parses an import of any kind. */
    void parse() {
        int start = tokens.start();
        tokens.require(Word.IMPORT, "\"import\"");
        if (tokens.at(Word.OPTION)) {
            optionImport(start);
            return;
        }
        Span span = locations.openAt(root, Tag.File.DEPENDENCY, dependencies.size(), start);
        if (!optionDependencies.isEmpty()) {
            tokens.report(start, "imports come before all option imports; move this one up");
        }
        if (tokens.at(Word.PUBLIC)) {
            modifier(Tag.File.PUBLIC_DEPENDENCY, publicDependencies);
        } else if (tokens.at(Word.WEAK)) {
            if (isEdition2024()) {
                tokens.report("edition 2024 has no weak imports; use \"import option\" or a plain import");
            }
            modifier(Tag.File.WEAK_DEPENDENCY, weakDependencies);
        }
        dependencies.add(path());
        tokens.endStatement(span);
        locations.close(span);
    }

    private void optionImport(int start) {
        if (!isEdition2024()) {
            tokens.report("\"import option\" needs edition 2024 or later; use a plain import");
        }
        Span span = locations.openAt(root, Tag.File.OPTION_DEPENDENCY, optionDependencies.size(), start);
        tokens.next();
        optionDependencies.add(path());
        tokens.endStatement(span);
        locations.close(span);
    }

    private void modifier(int tag, List<Integer> indices) {
        Span span = locations.open(root, tag, indices.size());
        tokens.next();
        locations.close(span);
        indices.add(dependencies.size());
    }

    private String path() {
        return tokens.literals().string("the path of the file to import, in quotes");
    }

    private boolean isEdition2024() {
        return edition.number() >= Edition.EDITION_2024.number();
    }
}
