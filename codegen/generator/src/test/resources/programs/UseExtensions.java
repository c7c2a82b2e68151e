import dev.sluice.runtime.JsonOptions;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.Types;
import java.util.List;
import shapes.v1.Extended;
import shapes.v1.Item;
import shapes.v1.ItemSet;
import shapes.v1.Older;
import shapes.v1.Proto2Extensions;
import shapes.v1.Everything;

/** Reads and sets extensions. */
public final class UseExtensions {
    private UseExtensions() {}

    public static void run() {
        Extended empty = Extended.defaultInstance();
        check(empty.extension(Proto2Extensions.NOTE).equals("none"));
        check(!empty.hasExtension(Proto2Extensions.NOTE));
        check(empty.extension(Extended.NUMBERS).isEmpty());

        Extended set = Extended.builder()
                .id(7)
                .extension(Proto2Extensions.NOTE, "first")
                .extension(Proto2Extensions.MOOD, Older.Mood.MOOD_GOOD)
                .extension(Extended.NUMBERS, List.of(1, -2, 300))
                .extension(Extended.WORDS, List.of("a", "b"))
                .extension(Proto2Extensions.NESTED, Extended.builder().id(1).build())
                .extension(Proto2Extensions.GRP, shapes.v1.Grp.builder().x(5).build())
                .extension(Proto2Extensions.NOTE, "second")
                .build();
        Extended read = Extended.parseFrom(set.toByteArray());
        check(read.equals(set));
        check(read.id() == 7);
        check(read.extension(Proto2Extensions.NOTE).equals("second"));
        check(read.extension(Proto2Extensions.MOOD) == Older.Mood.MOOD_GOOD);
        check(read.extension(Extended.NUMBERS).equals(List.of(1, -2, 300)));
        check(read.extension(Extended.WORDS).equals(List.of("a", "b")));
        check(read.extension(Proto2Extensions.NESTED).id() == 1);
        check(read.extension(Proto2Extensions.GRP).x() == 5);

        Extended without = read.toBuilder().clearExtension(Proto2Extensions.NOTE).build();
        check(!without.hasExtension(Proto2Extensions.NOTE));
        check(without.hasExtension(Extended.NUMBERS));
        check(read.hasExtension(Proto2Extensions.NOTE));

        JsonOptions options = JsonOptions.STANDARD.with(Types.of(
                List.of(), List.of(Proto2Extensions.NOTE, Proto2Extensions.NESTED, Extended.NUMBERS, Proto2Extensions.MOOD)));
        String json = Extended.builder()
                .extension(Proto2Extensions.NOTE, "x")
                .extension(Extended.NUMBERS, List.of(1, 2))
                .build()
                .toJson(options);
        check(json.equals("{\"[shapes.v1.note]\":\"x\",\"[shapes.v1.Extended.numbers]\":[1,2]}"));
        check(Extended.TYPE.fromJson(json, options).toJson(options).equals(json));

        ItemSet items = ItemSet.builder()
                .extension(Item.ITEM, Item.builder().text("in a set").build())
                .build();
        ItemSet again = ItemSet.parseFrom(items.toByteArray());
        check(again.extension(Item.ITEM).text().equals("in a set"));
        byte[] twice = ItemSet.parseFrom(concat(items.toByteArray(), ItemSet.builder()
                        .extension(Item.ITEM, Item.builder().count(3).build())
                        .build()
                        .toByteArray()))
                .toByteArray();
        check(ItemSet.parseFrom(twice).extension(Item.ITEM).equals(
                Item.builder().text("in a set").count(3).build()));

        Extended undeclared = Extended.parseFrom(new byte[] {(byte) 0xa8, 6, 9});
        check(!undeclared.hasExtension(Proto2Extensions.MOOD));
        check(undeclared.toJson(options).equals("{}"));
        Extended declaredLast = Extended.parseFrom(new byte[] {(byte) 0xa8, 6, 9, (byte) 0xa8, 6, 1});
        check(declaredLast.extension(Proto2Extensions.MOOD) == Older.Mood.MOOD_BAD);
        check(declaredLast.toJson(options).equals("{\"[shapes.v1.mood]\":\"MOOD_BAD\"}"));
        Extended open = Extended.parseFrom(new byte[] {(byte) 0xf0, 6, 9, (byte) 0xf0, 6, 8});
        check(open.extension(Proto2Extensions.COLOR) == Everything.Color.UNRECOGNIZED);
        check(open.toJson(JsonOptions.STANDARD.with(Types.of(List.of(), List.of(Proto2Extensions.COLOR))))
                .equals("{\"[shapes.v1.color]\":8}"));

        Extended broken = Extended.parseFrom(new byte[] {(byte) 0xb2, 6, 1, 9});
        try {
            broken.extension(Proto2Extensions.NESTED);
            check(false);
        } catch (MalformedMessageException e) {
            check(e.reason().equals("truncated message"));
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void check(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }
}
