package dev.sluice.schema.model;

/** Builds source-info paths. */
final class Paths {
    private Paths() {}

    static int[] append(int[] parent, int fieldNumber, int index) {
        int[] path = new int[parent.length + 2];
        System.arraycopy(parent, 0, path, 0, parent.length);
        path[parent.length] = fieldNumber;
        path[parent.length + 1] = index;
        return path;
    }
}
