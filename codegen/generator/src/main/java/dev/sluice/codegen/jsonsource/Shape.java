package dev.sluice.codegen.jsonsource;

import java.util.List;
import java.util.Optional;

/** What kind of Java type holds the values of a view. */
sealed interface Shape {

    /** Whether it is a generated type. */
    default boolean isNamed() {
        return false;
    }

    /** A value with a type of the Java platform or the runtime. */
    record Single(SingleType type) implements Shape {}

    /** Any JSON value: no better type is known. */
    record Any() implements Shape {}

    /** A list; of any JSON values where no view of its elements is given. */
    record ListOf(Optional<View> elements) implements Shape {}

    /** A map from member names; to any JSON values where no view of them is given. */
    record MapOf(Optional<View> values) implements Shape {}

    /** A class with an accessor a member. */
    record Members() implements Shape {
        @Override
        public boolean isNamed() {
            return true;
        }
    }

    /** A set of strings. */
    record Texts(SchemaNode declaring) implements Shape {
        @Override
        public boolean isNamed() {
            return true;
        }
    }

    /**
     * A sealed interface.
     *
     * @param declaring the schema with the keyword
     * @param keyword {@code oneOf} or {@code anyOf}
     * @param cases the views of the cases
     * @param choice how a value is told to be of a case
     * @param isWhole whether the cases are views of all that is said of their values, of what is around the keyword too
     */
    record Union(SchemaNode declaring, String keyword, List<View> cases, Choice choice, boolean isWhole)
            implements Shape {
        public Union {
            cases = List.copyOf(cases);
        }

        /** The schema of a case. */
        SchemaNode node(int index) {
            return declaring.children(keyword).get(index);
        }

        @Override
        public boolean isNamed() {
            return true;
        }
    }

    /** How the case of a value is found. */
    sealed interface Choice {}

    /** By the type of the JSON value: each case has one of its own. */
    record ByType(List<String> types) implements Choice {
        public ByType {
            types = List.copyOf(types);
        }
    }

    /** By a member that each case requires, with a string of its own. */
    record ByMember(String member, List<String> values) implements Choice {
        public ByMember {
            values = List.copyOf(values);
        }
    }

    /** By trying: the first case whose schema the value satisfies. */
    record ByTrying() implements Choice {}
}
