package dev.sluice.validation;

import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the suite asks (buf.validate.conformance.harness.TestConformanceRequest).
 *
 * @param schemas a descriptor set in which only the suite's own files count as requested
 * @param cases messages by the name of their case
 */
record Request(byte[] schemas, Map<String, Case> cases) {
    private static final byte[] IS_IMPORT = {1 << 3, 1};
    private static final int BUF_EXTENSION = 8042;

    /** A message and its type. */
    record Case(String type, byte[] message) {}

    static Request parse(byte[] bytes) {
        WireWriter schemas = new WireWriter();
        Map<String, Case> cases = new LinkedHashMap<>();
        WireReader request = new WireReader(bytes);
        while (request.nextTag()) {
            if (request.fieldNumber() == 2) {
                WireReader set = request.message();
                while (set.nextTag()) {
                    schemas.bytes(1, file(set.bytes()));
                }
            } else {
                addCase(request.message(), cases);
            }
        }
        return new Request(schemas.toByteArray(), cases);
    }

    /** A file, marked as imported unless it is the suite's own. */
    private static byte[] file(byte[] file) {
        WireReader reader = new WireReader(file);
        String name = "";
        while (reader.nextTag()) {
            if (reader.fieldNumber() == 1) {
                name = reader.string();
            } else {
                reader.skip();
            }
        }
        if (name.startsWith("buf/validate/conformance/")) {
            return file;
        }
        WireWriter marked = new WireWriter();
        marked.raw(file);
        marked.bytes(BUF_EXTENSION, IS_IMPORT);
        return marked.toByteArray();
    }

    private static void addCase(WireReader entry, Map<String, Case> cases) {
        String name = "";
        String type = "";
        byte[] message = {};
        while (entry.nextTag()) {
            if (entry.fieldNumber() == 1) {
                name = entry.string();
                continue;
            }
            WireReader any = entry.message();
            while (any.nextTag()) {
                if (any.fieldNumber() == 1) {
                    String url = any.string();
                    type = url.substring(url.lastIndexOf('/') + 1);
                } else {
                    message = any.bytes();
                }
            }
        }
        cases.put(name, new Case(type, message));
    }
}
