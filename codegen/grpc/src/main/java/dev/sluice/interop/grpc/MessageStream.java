package dev.sluice.interop.grpc;

import dev.sluice.runtime.Message;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message as a stream of its wire form, which is made when it is asked for: within a process, the message itself is taken. */
final class MessageStream extends InputStream implements Drainable, KnownLength {
    private final Message message;
    private byte @Nullable [] bytes;
    private int position;

    MessageStream(Message message) {
        this.message = message;
    }

    /** The message, unless some of it has been read. */
    @Nullable
    Message untouched() {
        return position == 0 ? message : null;
    }

    private byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = message.toByteArray();
            bytes = known;
        }
        return known;
    }

    /** All that remains. */
    @Override
    public int available() {
        return bytes().length - position;
    }

    @Override
    public int read() {
        return available() == 0 ? -1 : bytes()[position++] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, to.length);
        int count = Math.min(length, available());
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(bytes(), position, to, offset, count);
        position += count;
        return count;
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
        int count = available();
        target.write(bytes(), position, count);
        position += count;
        return count;
    }
}
