package io.fueloptimine.connectors.sparkplug.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparkplugDatatypeTest {

    @Test
    void restoresTheSignOfSmallIntegersForAnyNumberOfBits() throws Exception {
        assertThat(json(SparkplugDatatype.INT8, WireValue.ofInt(-3))).isEqualTo("-3");
        assertThat(json(SparkplugDatatype.INT8, WireValue.ofInt(0xFD))).isEqualTo("-3");
        assertThat(json(SparkplugDatatype.INT16, WireValue.ofInt(0xFFFD))).isEqualTo("-3");
        assertThat(json(SparkplugDatatype.INT32, WireValue.ofInt(-3))).isEqualTo("-3");
        assertThat(json(SparkplugDatatype.INT32, WireValue.ofLong(-3))).isEqualTo("-3");
        assertThat(json(SparkplugDatatype.INT64, WireValue.ofLong(-3))).isEqualTo("-3");
    }

    @Test
    void keepsUnsignedIntegersUnsigned() throws Exception {
        assertThat(json(SparkplugDatatype.UINT8, WireValue.ofInt(0xFD))).isEqualTo("253");
        assertThat(json(SparkplugDatatype.UINT32, WireValue.ofInt(-1))).isEqualTo("4294967295");
        assertThat(json(SparkplugDatatype.UINT32, WireValue.ofLong(4_294_967_295L)))
                .isEqualTo("4294967295");
        assertThat(json(SparkplugDatatype.UINT64, WireValue.ofLong(-1)))
                .isEqualTo("18446744073709551615");
    }

    @Test
    void refusesNumbersThatDoNotFitTheirDatatype() {
        refuses(SparkplugDatatype.UINT8, WireValue.ofInt(256), "256");
        refuses(SparkplugDatatype.INT8, WireValue.ofInt(300), "300");
        refuses(SparkplugDatatype.UINT32, WireValue.ofLong(1L << 32), "4294967296");
        refuses(SparkplugDatatype.BOOLEAN, WireValue.ofInt(1), "1");
        refuses(SparkplugDatatype.STRING, WireValue.ofDouble(1.5), "1.5");
        refuses(SparkplugDatatype.DOUBLE, WireValue.ofText("12"), "12");
    }

    @Test
    void refusesValuesThatJsonLacks() {
        refuses(SparkplugDatatype.DOUBLE, WireValue.ofDouble(Double.NaN), "NaN");
        refuses(SparkplugDatatype.FLOAT, WireValue.ofFloat(Float.NEGATIVE_INFINITY), "-Infinity");
        refuses(
                SparkplugDatatype.DATE_TIME,
                WireValue.ofLong(Long.MAX_VALUE),
                "9223372036854775807");
    }

    @Test
    void writesFloatsShortTextsQuotedAndDatesInUtc() throws Exception {
        assertThat(json(SparkplugDatatype.FLOAT, WireValue.ofFloat(12.3f))).isEqualTo("12.3");
        assertThat(json(SparkplugDatatype.STRING, WireValue.ofText("a \"b\"\n")))
                .isEqualTo("\"a \\\"b\\\"\\n\"");
        assertThat(json(SparkplugDatatype.DATE_TIME, WireValue.ofLong(1_767_605_647_250L)))
                .isEqualTo("\"2026-01-05T09:34:07.250Z\"");
    }

    @Test
    void supportsOnlyDatatypesThatAReadingCanContain() {
        assertThat(SparkplugDatatype.ofCode(10)).isEqualTo(SparkplugDatatype.DOUBLE);
        assertThat(SparkplugDatatype.ofCode(0)).isNull();
        assertThat(SparkplugDatatype.ofCode(16)).isNull();
        assertThat(SparkplugDatatype.ofCode(-1)).isNull();
    }

    private static String json(SparkplugDatatype type, WireValue value) throws SparkplugFault {
        return type.json("metric", value);
    }

    private static void refuses(SparkplugDatatype type, WireValue value, String observed) {
        assertThatThrownBy(() -> json(type, value))
                .isInstanceOfSatisfying(
                        SparkplugFault.class,
                        fault -> {
                            assertThat(fault.field()).isEqualTo("metric");
                            assertThat(fault.observed()).isEqualTo(observed);
                            assertThat(fault.expected()).contains(type.name());
                        });
    }
}
