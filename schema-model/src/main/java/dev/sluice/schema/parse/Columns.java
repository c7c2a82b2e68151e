package dev.sluice.schema.parse;

/** How columns are counted. */
enum Columns {
    /** In bytes, with tabs to the next multiple of eight, as protoc counts. */
    BYTES(8) {
        @Override
        boolean isUneven(byte b) {
            return b == '\t';
        }

        @Override
        int width(byte[] source, int at) {
            return 1;
        }
    },
    /** In columns of a terminal, with tabs to the next multiple of four, as Buf counts. */
    SCREEN(4) {
        @Override
        boolean isUneven(byte b) {
            return b < ' ' || b == 0x7f;
        }

        @Override
        int width(byte[] source, int at) {
            return ScreenWidth.of(source, at);
        }
    };

    private final int tab;

    Columns(int tab) {
        this.tab = tab;
    }

    /** Whether a byte may take more or fewer columns than one. */
    abstract boolean isUneven(byte b);

    /** The columns that the byte at an offset takes. */
    abstract int width(byte[] source, int at);

    /** The column after the byte at an offset, which stands at a column. */
    int after(byte[] source, int at, int column) {
        byte b = source[at];
        if (b == '\n') {
            return 0;
        }
        return b == '\t' ? column + tab - column % tab : column + width(source, at);
    }
}
