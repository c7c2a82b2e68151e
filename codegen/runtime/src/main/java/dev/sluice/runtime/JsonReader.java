package dev.sluice.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages from JSON text in the proto3 mapping (protobuf.dev, ProtoJSON Format), strictly. Every fault is a {@link
 * MalformedMessageException} with line, column and field. Messages nest at most {@value WireReader#MAX_DEPTH} deep within
 * the outermost. Not safe for several threads.
 */
public final class JsonReader extends JsonScalars {
    /** What {@link #enumNumber} gives for a name to be ignored; no enum number. */
    public static final long IGNORED = Long.MIN_VALUE;

    /** What {@link #nextField} gives at the end of the message. */
    public static final int END = -1;

    /** What {@link #nextField} gives at a member that {@link #extension} has to read. */
    public static final int EXTENSION = -2;

    private final JsonOptions options;
    private JsonFrame[] frames = {new JsonFrame()};
    private int depth = -1;
    private boolean typed;

    /** Reads {@code text}. */
    public JsonReader(String text, JsonOptions options) {
        super(text);
        this.options = options;
    }

    /** What the reader was made with. */
    public JsonOptions options() {
        return options;
    }

    @Override
    protected String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= depth && (frames[i].member.length() > 0 || frames[i].hasParts()); i++) {
            path.append(path.length() == 0 || frames[i].member.isEmpty() ? "" : ".")
                    .append(frames[i].member);
            frames[i].appendElement(path);
        }
        return path.toString();
    }

    @Override
    public MalformedMessageException malformed(String reason) {
        return malformed(reason, depth < 0 ? at : frames[depth].start);
    }

    /** Checks that nothing but white space follows. */
    public void endDocument() {
        end();
    }

    /** Begins an object that holds a message with these members. */
    public void beginMessage(JsonNames names) {
        checkDepth();
        if (!take('{')) {
            throw unexpected("an object");
        }
        push(names);
        frames[depth].typed = typed;
        typed = false;
    }

    private void checkDepth() {
        peek();
        if (depth >= WireReader.MAX_DEPTH) {
            throw malformed("messages nest more than " + WireReader.MAX_DEPTH + " deep", at);
        }
    }

    private void push(JsonNames names) {
        depth++;
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, depth * 2);
            for (int i = depth; i < frames.length; i++) {
                frames[i] = new JsonFrame();
            }
        }
        frames[depth].begin(names);
    }

    /** Begins an object that is a google.protobuf.Struct: entries follow, then {@link #leave()}. */
    public void enterStruct() {
        checkDepth();
        if (peek() != '{') {
            throw unexpected("an object");
        }
        push(JsonNames.NONE);
        beginMap();
    }

    /** Begins a list that is a google.protobuf.ListValue: elements follow, then {@link #leave()}. */
    public void enterListValue() {
        checkDepth();
        if (peek() != '[') {
            throw unexpected("a list");
        }
        push(JsonNames.NONE);
        beginList();
    }

    /** Leaves a Struct or ListValue that was read to its end. */
    public void leave() {
        depth--;
    }

    /** The next char that is not white space, unread; 0 at the end. */
    public char next() {
        return peek();
    }

    /** Steps over null, if that is next. */
    public boolean takeNull() {
        return peek() == 'n' && takeWord("null");
    }

    /** The member {@code @type} of the object that is next, or an empty string; nothing is read. */
    public String typeOfAny() {
        int start = at;
        if (!take('{')) {
            throw unexpected("an object");
        }
        String type = "";
        boolean empty = take('}');
        if (!empty) {
            do {
                boolean isType = peek() == '"' && stringText().equals("@type");
                expect(':');
                if (isType) {
                    type = string();
                    break;
                }
                skipValue();
            } while (take(','));
        }
        at = start;
        if (!empty && type.isEmpty()) {
            throw malformed("an Any needs the member @type", start);
        }
        return type;
    }

    /** Lets the message that begins next have the member {@code @type} beside its own. */
    public void allowType() {
        typed = true;
    }

    /**
     * Moves to the value of the next member that is not null.
     *
     * @return the member's index among the message's names, {@link #END} at the end of the message, or {@link #EXTENSION}
     */
    public int nextField() {
        JsonFrame frame = frames[depth];
        while (true) {
            frame.leaveMember();
            if (!nextPart(frame, '}')) {
                depth--;
                return END;
            }
            int index = memberIndex(frame);
            expect(':');
            if (index < 0) {
                if (isExtension(frame)) {
                    if (!takeNull()) {
                        return EXTENSION;
                    }
                    continue;
                }
                if (options.unknown() == UnknownMembers.REFUSE && !(frame.typed && frame.member.equals("@type"))) {
                    throw malformed("unknown member", frame.start);
                }
                skipValue();
            } else if (peek() != 'n' || frame.names.takesNull(index) || !takeWord("null")) {
                return index;
            }
        }
    }

    private boolean isExtension(JsonFrame frame) {
        return frame.names.isExtendable() && frame.member.startsWith("[") && extensionOf(frame) != null;
    }

    private @Nullable Extension<?, ?> extensionOf(JsonFrame frame) {
        Extension<?, ?> extension =
                options.types().extension(frame.member.substring(1, Math.max(1, frame.member.length() - 1)));
        return extension != null && extension.extended().equals(frame.names.extendable()) ? extension : null;
    }

    /** Reads the extension that {@link #nextField} stopped at, and gives the fields with it. */
    public UnknownFields extension(UnknownFields before) {
        Extension<?, ?> extension = extensionOf(frames[depth]);
        if (extension == null) {
            throw new IllegalStateException("not at an extension");
        }
        return extension.fromJson(this, before);
    }

    private int memberIndex(JsonFrame frame) {
        peek();
        frame.start = at;
        JsonNames names = frame.names;
        int index = frame.expected;
        if (index < names.size() && text.startsWith(names.quoted(index), at)) {
            at += names.quoted(index).length();
            frame.member = names.name(index);
        } else {
            frame.member = stringText();
            index = names.index(frame.member);
        }
        if (frame.isRepeated(index)) {
            throw malformed("this member is there twice", frame.start);
        }
        return index;
    }

    /** Steps to the next part of an object or list, false at its end. */
    private boolean nextPart(JsonFrame frame, char close) {
        if (take(close)) {
            return false;
        }
        if (!frame.first && !take(',')) {
            throw unexpected("',' or '" + close + "'");
        }
        frame.first = false;
        return true;
    }

    /** Begins the list that is the value of a repeated field. */
    public void beginList() {
        if (!take('[')) {
            throw unexpected("a list");
        }
        frames[depth].beginParts();
    }

    /** Moves to the list's next element, false at its end. */
    public boolean nextElement() {
        JsonFrame frame = frames[depth];
        if (!nextPart(frame, ']')) {
            frame.endParts();
            return false;
        }
        peek();
        frame.start = at;
        frame.element++;
        return true;
    }

    /** Begins the object that is the value of a map field. */
    public void beginMap() {
        if (!take('{')) {
            throw unexpected("an object");
        }
        frames[depth].beginParts();
    }

    /** Moves to the map's next entry, false at its end; the key is to be read next, then the value. */
    public boolean nextEntry() {
        JsonFrame frame = frames[depth];
        if (!nextPart(frame, '}')) {
            frame.endParts();
            return false;
        }
        peek();
        frame.start = at;
        frame.key = stringText();
        expect(':');
        return true;
    }

    private String key() {
        String key = frames[depth].key;
        return key == null ? "" : key;
    }

    /** The entry's key as a string. */
    public String stringKey() {
        return key();
    }

    /** The entry's key as a bool. */
    public boolean boolKey() {
        return switch (key()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed("expected a key that is \"true\" or \"false\"");
        };
    }

    /** The entry's key as a signed 32-bit integer. */
    public int int32Key() {
        return (int) integral(key(), JsonNumbers.INT32, frames[depth].start);
    }

    /** The entry's key as an unsigned 32-bit integer. */
    public int uint32Key() {
        return (int) integral(key(), JsonNumbers.UINT32, frames[depth].start);
    }

    /** The entry's key as a signed 64-bit integer. */
    public long int64Key() {
        return integral(key(), JsonNumbers.INT64, frames[depth].start);
    }

    /** The entry's key as an unsigned 64-bit integer. */
    public long uint64Key() {
        return integral(key(), JsonNumbers.UINT64, frames[depth].start);
    }

    /**
     * Reads a value of a closed enum: a name, or a number that is declared.
     *
     * @return the number, or {@link #IGNORED} for one that is not declared where such are ignored
     */
    public long closedEnumNumber(EnumNames names) {
        peek();
        int start = at;
        long number = enumNumber(names);
        if (number == IGNORED || names.declares((int) number)) {
            return number;
        }
        if (options.unknown() == UnknownMembers.IGNORE) {
            return IGNORED;
        }
        throw malformed("the enum has no value with this number", start);
    }

    /**
     * Reads an enum value: a name, or a number that need not be declared.
     *
     * @return the number, or {@link #IGNORED} for a name that is not declared where such are ignored
     */
    public long enumNumber(EnumNames names) {
        if (peek() != '"') {
            return names.isNull() && takeNull() ? 0 : int32();
        }
        int start = at;
        String name = stringText();
        Integer number = names.number(name);
        if (number != null) {
            return number;
        }
        if (options.unknown() == UnknownMembers.IGNORE) {
            return IGNORED;
        }
        throw malformed("the enum has no value of this name", start);
    }
}
