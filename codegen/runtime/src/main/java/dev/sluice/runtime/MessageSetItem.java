package dev.sluice.runtime;

/**
 * One item of a message in the MessageSet format: a group 1 with a type id and a message (descriptor.proto,
 * MessageOptions.message_set_wire_format).
 */
record MessageSetItem(int type, Bytes content) {
    static final int START = 1 << 3 | 3;
    static final int END = 1 << 3 | 4;
    static final int TYPE = 2 << 3;
    static final int CONTENT = 3 << 3 | 2;

    /** Reads the item whose start tag was just read. */
    static MessageSetItem read(WireReader in) {
        int type = 0;
        Bytes content = Bytes.EMPTY;
        long outer = in.enterGroup(1);
        int tag;
        while ((tag = in.tag()) != 0) {
            switch (tag) {
                case TYPE -> type = in.uint32();
                case CONTENT -> content = in.bytes();
                default -> in.skip(tag);
            }
        }
        in.leave(outer);
        return new MessageSetItem(type, content);
    }

    /** A reader of the content as a field of the type's number. */
    WireReader reader() {
        WireWriter out = new WireWriter(content.size() + 16);
        return new WireReader(out.toByteArray(out.bytes(out.end(), type << 3 | 2, content)));
    }
}
