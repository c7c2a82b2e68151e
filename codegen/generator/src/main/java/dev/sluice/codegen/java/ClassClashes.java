package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds schemas of which two give one class, or give classes that a file system may not tell apart: to rename one of them would
 * let a new schema change the classes of an old one. Imported schemas count, for their classes are on the same class path.
 */
final class ClassClashes {
    private final TypeNames names;
    private final Set<NamedType> generated;
    private final Sources sources;
    private final Problems problems;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, SchemaFile> packages = new HashMap<>();

    /** @param generated the top-level types of which classes are made now */
    ClassClashes(TypeNames names, Set<NamedType> generated, Sources sources, Problems problems) {
        this.names = names;
        this.generated = generated;
        this.sources = sources;
        this.problems = problems;
    }

    /** What a class is made of. */
    private record Claim(ClassName name, Element element, boolean isGenerated) {}

    void check(SchemaSet set) {
        List<SchemaFile> files = new ArrayList<>(set.files());
        files.sort(Comparator.comparing(SchemaFile::filePath));
        for (SchemaFile file : files) {
            addPackages(file);
        }
        for (SchemaFile file : files) {
            file.messages().forEach(this::claim);
            file.enums().forEach(this::claim);
            for (Service service : file.services()) {
                claim(new Claim(names.of(service), service, file.isRequested()));
            }
            if (ExtensionEmitter.hasConstants(file)) {
                claim(new Claim(names.extensionsOf(file), file, file.isRequested()));
            }
        }
    }

    private void addPackages(SchemaFile file) {
        String name = TypeNames.packageOf(file);
        for (int dot = name.length(); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            packages.putIfAbsent(name.substring(0, dot), file);
        }
    }

    private void claim(NamedType type) {
        claim(new Claim(names.of(type), type, generated.contains(type)));
        if (generated.contains(type)) {
            checkWithin(type);
        }
    }

    private void checkWithin(NamedType type) {
        if (type instanceof MessageType message) {
            Map<String, Claim> beside = new HashMap<>();
            for (NamedType nested : TypeNames.nested(message)) {
                Claim claim = new Claim(names.of(nested), nested, true);
                Claim before = beside.putIfAbsent(claim.name().simpleName().toLowerCase(Locale.ROOT), claim);
                if (before != null) {
                    refuse(claim, before);
                }
                checkWithin(nested);
            }
        }
    }

    private void claim(Claim claim) {
        String name = claim.name().canonicalName();
        SchemaFile within = packages.get(name);
        if (within != null && claim.isGenerated()) {
            refusePackage(claim, within);
        }
        Claim before = claims.putIfAbsent(name.toLowerCase(Locale.ROOT), claim);
        if (before != null && (claim.isGenerated() || before.isGenerated())) {
            boolean isBeforeRefused = isProtobuf(claim) || !isProtobuf(before) && !claim.isGenerated();
            refuse(isBeforeRefused ? before : claim, isBeforeRefused ? claim : before);
        }
    }

    private static boolean isProtobuf(Claim claim) {
        return WellKnown.isProtobuf(claim.element().file());
    }

    private void refusePackage(Claim claim, SchemaFile within) {
        String described = described(claim.element());
        String name = claim.name().canonicalName();
        int[] path = JavaPackages.path(within);
        if (isProtobuf(claim)) {
            problems.add(sources.problem(
                    within,
                    path,
                    "the file gives the Java package " + name + ", and " + described + " the Java class of that name; "
                            + remedy(within, claim.element().file())));
        } else {
            String place = sources.problem(within, path, "").place();
            refuse(
                    claim.element(),
                    described + " gives the Java class " + name + ", and " + place + " the Java package of that name; "
                            + remedy(claim.element().file(), within));
        }
    }

    private void refuse(Claim claim, Claim other) {
        String both = described(claim.element()) + " and " + described(other.element()) + " ("
                + sources.problem(other.element(), "").place() + ") ";
        String remedy = remedy(claim.element().file(), other.element().file());
        refuse(
                claim.element(),
                claim.name().equals(other.name())
                        ? both + "both give the Java class " + claim.name() + "; " + remedy
                        : both + "give the Java classes " + claim.name() + " and " + other.name()
                                + ", which differ in case only, and so do their files; " + remedy);
    }

    private static String remedy(SchemaFile refused, SchemaFile other) {
        if (refused.equals(other)) {
            return "rename one of them";
        }
        return "set another java_package in " + (WellKnown.isProtobuf(other) ? "this file" : "one of the two files");
    }

    private void refuse(Element element, String reason) {
        problems.add(sources.problem(element, reason));
    }

    private static String described(Element element) {
        if (element instanceof SchemaFile file) {
            return "the extensions of " + file.filePath();
        }
        String kind = element instanceof Service ? "service" : element instanceof EnumType ? "enum" : "message";
        return kind + " " + element.fullName();
    }
}
