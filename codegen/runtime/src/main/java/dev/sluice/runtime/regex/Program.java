package dev.sluice.runtime.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A regular expression as instructions that are followed all at once (Thompson). Characters that no instruction tells
 * apart are of one class.
 */
final class Program {
    private static final int MAX_SIZE = 20_000;

    /** One instruction. */
    sealed interface Step {}

    /** Takes a character of a set, and goes on. */
    record Take(CharSet set) implements Step {}

    /** Goes to both. */
    record Fork(int first, int second) implements Step {}

    /** Goes on where the place is of this kind. */
    record Look(Node.Kind kind) implements Step {}

    /** Has found a match. */
    record Found() implements Step {}

    private final List<Step> steps = new ArrayList<>();
    private final int[] bounds;
    private final int[] ascii = new int[128];

    Program(Node node) throws RegexSyntaxException {
        add(node);
        steps.add(new Found());
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(0);
        for (Step step : steps) {
            if (step instanceof Take take) {
                take.set().addBounds(cuts);
            }
        }
        CharSet.WORD.addBounds(cuts);
        CharSet.NEWLINE.addBounds(cuts);
        bounds = cuts.stream().mapToInt(Integer::intValue).toArray();
        for (int c = 0; c < ascii.length; c++) {
            ascii[c] = search(c);
        }
    }

    Step step(int index) {
        return steps.get(index);
    }

    /** The number of instructions. */
    int size() {
        return steps.size();
    }

    /** The number of classes. */
    int classes() {
        return bounds.length;
    }

    /** The class of a character. */
    int classOf(int c) {
        return c < 128 ? ascii[c] : search(c);
    }

    private int search(int c) {
        int found = Arrays.binarySearch(bounds, c);
        return found >= 0 ? found : -found - 2;
    }

    /** A character of a class. */
    int example(int classNumber) {
        return bounds[classNumber];
    }

    private int emit(Step step) throws RegexSyntaxException {
        if (steps.size() >= MAX_SIZE) {
            throw new RegexSyntaxException("it takes more than " + MAX_SIZE + " steps to match");
        }
        steps.add(step);
        return steps.size() - 1;
    }

    private void add(Node node) throws RegexSyntaxException {
        if (node instanceof Node.Chars chars) {
            emit(new Take(chars.set()));
        } else if (node instanceof Node.Place place) {
            emit(new Look(place.kind()));
        } else if (node instanceof Node.Sequence sequence) {
            for (Node part : sequence.parts()) {
                add(part);
            }
        } else if (node instanceof Node.Choice choice) {
            addChoice(choice.branches());
        } else if (node instanceof Node.Repeat repeat) {
            addRepeat(repeat);
        }
    }

    private void addChoice(List<Node> branches) throws RegexSyntaxException {
        List<Integer> exits = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            int fork = i + 1 < branches.size() ? emit(new Fork(0, 0)) : -1;
            add(branches.get(i));
            if (fork >= 0) {
                exits.add(emit(new Fork(0, 0)));
                steps.set(fork, new Fork(fork + 1, steps.size()));
            }
        }
        for (int exit : exits) {
            steps.set(exit, new Fork(steps.size(), steps.size()));
        }
    }

    private void addRepeat(Node.Repeat repeat) throws RegexSyntaxException {
        for (int i = 0; i < repeat.min(); i++) {
            add(repeat.of());
        }
        if (repeat.max() < 0) {
            int fork = emit(new Fork(0, 0));
            add(repeat.of());
            emit(new Fork(fork, fork));
            steps.set(fork, new Fork(fork + 1, steps.size()));
            return;
        }
        List<Integer> exits = new ArrayList<>();
        for (int i = repeat.min(); i < repeat.max(); i++) {
            exits.add(emit(new Fork(0, 0)));
            add(repeat.of());
        }
        for (int exit : exits) {
            steps.set(exit, new Fork(exit + 1, steps.size()));
        }
    }
}
