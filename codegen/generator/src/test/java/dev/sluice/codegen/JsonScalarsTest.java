package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.wellknown.BytesValue;
import dev.sluice.runtime.wellknown.DoubleValue;
import dev.sluice.runtime.wellknown.Duration;
import dev.sluice.runtime.wellknown.Int64Value;
import dev.sluice.runtime.wellknown.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, bytes and times in JSON are those of the JDK, whichever way they are written and read. */
class JsonScalarsTest {
    private static final int SAMPLES = 200_000;

    private static String written(double value) {
        return DoubleValue.builder().value(value).build().toJson();
    }

    private static double read(String json) {
        return DoubleValue.fromJson(json).value();
    }

    @Test
    void doublesAreWrittenExactlyAndNoLongerThanTheJdkHasThem() {
        Random random = new Random(7);
        for (int i = 0; i < SAMPLES; i++) {
            double value = i % 2 == 0
                    ? BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20))
                            .doubleValue()
                    : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String json = written(value);
                assertThat(Double.doubleToLongBits(Double.parseDouble(json)))
                        .as("%s of sample %d", json, i)
                        .isEqualTo(Double.doubleToLongBits(value));
                assertThat(json.length())
                        .as("%s, sample %d", json, i)
                        .isLessThanOrEqualTo(Double.toString(value).length());
            }
        }
    }

    @Test
    void decimalsAreReadAsTheJdkReadsThem() {
        Random random = new Random(8);
        for (int i = 0; i < SAMPLES; i++) {
            String json = new BigDecimal(
                            BigInteger.valueOf(random.nextLong() >> random.nextInt(64)), random.nextInt(18))
                    .toPlainString();
            assertThat(Double.doubleToLongBits(read(json)))
                    .as("%s, sample %d", json, i)
                    .isEqualTo(Double.doubleToLongBits(Double.parseDouble(json)));
        }
        assertThat(Double.doubleToLongBits(read("-0"))).isEqualTo(Double.doubleToLongBits(-0.0));
        assertThat(Double.doubleToLongBits(read(" -0.0 "))).isEqualTo(Double.doubleToLongBits(-0.0));
        assertThat(read("1.5e2")).isEqualTo(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.", ".5", "-", "01", "00.5", "1.2.3", "1..2", "-.5", "1.5x", "1 5", "+1", "1.e3", "--1"})
    void whatIsNoNumberIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void integersAreWrittenAsTheJdkWritesThem() {
        Random random = new Random(9);
        for (int i = 0; i < SAMPLES; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            assertThat(Int64Value.builder().value(value).build().toJson()).isEqualTo("\"" + value + "\"");
        }
        for (long value = 1; value > 0 && value < Long.MAX_VALUE / 10; value *= 10) {
            assertThat(Int64Value.builder().value(value - 1).build().toJson()).isEqualTo("\"" + (value - 1) + "\"");
            assertThat(Int64Value.builder().value(value).build().toJson()).isEqualTo("\"" + value + "\"");
        }
    }

    @Test
    void bytesAreReadInEitherAlphabetPaddedOrNot() {
        Random random = new Random(10);
        for (int i = 0; i < SAMPLES / 10; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            Base64.Encoder encoder = i % 2 == 0 ? Base64.getEncoder() : Base64.getUrlEncoder();
            String text = (i % 4 < 2 ? encoder : encoder.withoutPadding()).encodeToString(bytes);
            String json = '"' + (i % 8 < 4 ? text : text.replace("/", "\\/")) + '"';
            assertThat(BytesValue.fromJson(json).value()).as(json).isEqualTo(Bytes.copyOf(bytes));
        }
    }

    @Test
    void brokenBase64HasTheVerdictOfTheJdk() {
        Random random = new Random(11);
        String characters = "ABcd01+/-_= .é\u0141\u4e2d";
        for (int i = 0; i < SAMPLES; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(10); length > 0; length--) {
                int bound = i % 2 == 0 ? characters.length() : 12;
                text.append(characters.charAt(random.nextInt(bound)));
            }
            String encoded = text.toString();
            @Nullable Bytes expected = decoded(encoded.replace('-', '+').replace('_', '/'));
            @Nullable Bytes actual;
            try {
                actual = BytesValue.fromJson('"' + encoded + '"').value();
            } catch (MalformedMessageException e) {
                actual = null;
            }
            assertThat(actual).as(encoded).isEqualTo(expected);
        }
    }

    private static @Nullable Bytes decoded(String encoded) {
        try {
            return Bytes.copyOf(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Test
    void timesAreWrittenAsTheJdkWritesThem() {
        Random random = new Random(12);
        long least = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long span = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() - least;
        int[] nanos = {0, 250_000_000, 1_000, 123_456_000, 1, 999_999_999, 120_000_000};
        for (int i = 0; i < SAMPLES; i++) {
            Instant time =
                    Instant.ofEpochSecond(least + Math.floorMod(random.nextLong(), span), nanos[i % nanos.length]);
            Timestamp message = Timestamp.builder()
                    .seconds(time.getEpochSecond())
                    .nanos(time.getNano())
                    .build();
            assertThat(message.toJson()).isEqualTo('"' + time.toString() + '"');
        }
    }

    @Test
    void durationsHaveOneSignAndThreeSixOrNineDecimals() {
        assertThat(duration(0, 0)).isEqualTo("\"0s\"");
        assertThat(duration(3, 0)).isEqualTo("\"3s\"");
        assertThat(duration(0, -500_000_000)).isEqualTo("\"-0.500s\"");
        assertThat(duration(-12, -1_000)).isEqualTo("\"-12.000001s\"");
        assertThat(duration(315_576_000_000L, 1)).isEqualTo("\"315576000000.000000001s\"");
    }

    private static String duration(long seconds, int nanos) {
        return Duration.builder().seconds(seconds).nanos(nanos).build().toJson();
    }
}
