package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.UUID;

/** The Java types of values that are neither objects nor arrays. */
enum SingleType {
    STRING("STRING", ClassName.get(String.class), ""),
    BOOLEAN("BOOLEAN", TypeName.BOOLEAN, ""),
    INT("INT", TypeName.INT, ""),
    LONG("LONG", TypeName.LONG, ""),
    BIG_INTEGER("BIG_INTEGER", ClassName.get(BigInteger.class), ""),
    DOUBLE("DOUBLE", TypeName.DOUBLE, ""),
    DATE_TIME("DATE_TIME", ClassName.get(OffsetDateTime.class), "date-time"),
    DATE("DATE", ClassName.get(LocalDate.class), "date"),
    TIME("TIME", ClassName.get(OffsetTime.class), "time"),
    DURATION("DURATION", JsonRuntime.ISO_DURATION, "duration"),
    ID("ID", ClassName.get(UUID.class), "uuid"),
    LINK("LINK", ClassName.get(URI.class), "uri"),
    BASE64("BASE64", JsonRuntime.BYTES, "base64"),
    BASE64_URL("BASE64_URL", JsonRuntime.BYTES, "base64url");

    private final String form;
    private final TypeName type;
    private final String format;

    SingleType(String form, TypeName type, String format) {
        this.form = form;
        this.type = type;
        this.format = format;
    }

    /** The name of the constant of the runtime that reads and writes it. */
    String form() {
        return form;
    }

    TypeName type() {
        return type;
    }

    /** The format or encoding that the type itself asserts; empty where there is none. */
    String format() {
        return format;
    }
}
