package io.fueloptimine.models.fuel.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class UbjsonTest {

    @Test
    void readsEveryKindOfNumberBigEndian() throws ModelFileFault {
        assertThat(array("69 FE").get(0).intValue()).isEqualTo(-2);
        assertThat(array("55 FE").get(0).intValue()).isEqualTo(254);
        assertThat(array("49 FF00").get(0).intValue()).isEqualTo(-256);
        assertThat(array("6C 80000001").get(0).intValue()).isEqualTo(Integer.MIN_VALUE + 1);
        assertThat(array("4C 0000000100000002").get(0).longValue()).isEqualTo((1L << 32) + 2);
        assertThat(array("64 3DCCCCCD").get(0).floatValue()).isEqualTo(0.1f);
        assertThat(array("44 3FB999999999999A").get(0).doubleValue()).isEqualTo(0.1);
    }

    @Test
    void readsStringsBooleansAndNull() throws ModelFileFault {
        JsonNode array = array("53 55 03 6DC3A9 54 46 5A");

        assertThat(array.get(0).textValue()).isEqualTo("mé");
        assertThat(array.get(1).booleanValue()).isTrue();
        assertThat(array.get(2).isBoolean()).isTrue();
        assertThat(array.get(3).isNull()).isTrue();
    }

    @Test
    void keepsEveryBitOfFloatsInATypedArray() throws ModelFileFault {
        JsonNode array = field("5B 24 64 23 55 04 00000001 80000000 7F800000 7F7FFFFF");

        assertThat(array).hasSize(4);
        assertThat(array.get(0).floatValue()).isEqualTo(Float.MIN_VALUE);
        assertThat(Float.floatToRawIntBits(array.get(1).floatValue())).isEqualTo(1 << 31);
        assertThat(array.get(2).floatValue()).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(array.get(3).floatValue()).isEqualTo(Float.MAX_VALUE);
    }

    @Test
    void readsCountedAndNestedArrays() throws ModelFileFault {
        JsonNode array = field("5B 23 69 02 7B 69 01 78 69 07 7D 5B 69 01 69 02 5D");

        assertThat(array.get(0).get("x").intValue()).isEqualTo(7);
        assertThat(array.get(1)).hasSize(2);
    }

    @Test
    void rejectsLengthsBeyondTheFile() {
        assertRejected("5B 24 64 23 4C 7FFFFFFFFFFFFFFF", "9223372036854775807 elements announced");
        assertRejected("5B 24 64 23 6C 00000002 00000000 0000", "2 elements announced");
        assertRejected("5B 24 64 23 69 FF", "-1 elements announced");
        assertRejected("5B 23 6C 7FFFFFFF 54", "2147483647 elements announced");
        assertRejected("53 6C 7FFFFFFF 41", "2147483647 elements announced");
        assertRejected("5B 24 64 23 64 3F800000", "marker 'd', expected a length");
    }

    @Test
    void rejectsArraysOfNulls() {
        assertRejected("5B 24 5A 23 4C 7FFFFFFFFFFFFFFF", "marker 'Z' is not known");
        assertRejected("5B 24 54 23 4C 7FFFFFFFFFFFFFFF", "marker 'T' is not known");
        assertRejected("5B 24 5B 23 69 01", "marker '[' is not known");
    }

    @Test
    void rejectsDeeplyNestedValues() {
        assertRejected("5B ".repeat(100), "nested deeper than 64 levels");
    }

    @Test
    void namesThePositionOfTheFault() {
        assertRejected("51", "byte 5: marker 'Q' is not known");
        assertRejected("6C 0000", "byte 5: the file ends within a number");
        assertRejected("5B 24 64 69 01", "byte 7: a typed array without a count");
        assertThatThrownBy(() -> Ubjson.read(bytes("7B 7D 7D")))
                .isInstanceOf(ModelFileFault.class)
                .hasMessageContaining("byte 2: more follows after the end");
    }

    @Test
    void isDistinguishedFromJson() {
        assertThat(Ubjson.mayBe(bytes("7B 4C"))).isTrue();
        assertThat(Ubjson.mayBe("{\"learner\":{}}".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(Ubjson.mayBe("{ }".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(Ubjson.mayBe(new byte[] {'{'})).isFalse();
    }

    private static void assertRejected(String hex, String fault) {
        assertThatThrownBy(() -> Ubjson.read(bytes("7B 69 01 61" + hex)))
                .isInstanceOf(ModelFileFault.class)
                .hasMessageContaining(fault);
    }

    private static JsonNode array(String hex) throws ModelFileFault {
        return field("5B" + hex + "5D");
    }

    /** The value under the one key of an object. */
    private static JsonNode field(String hex) throws ModelFileFault {
        return Ubjson.read(bytes("7B 69 01 61" + hex + "7D")).get("a");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
