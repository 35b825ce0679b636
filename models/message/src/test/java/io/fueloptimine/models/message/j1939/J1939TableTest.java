package io.fueloptimine.models.message.j1939;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class J1939TableTest {

    @TempDir Path folder;

    /** Each parameter alone in its group, with a value, its field and its greatest valid value. */
    @ParameterizedTest
    @CsvSource({
        "92, 61443, FFFF3CFFFFFFFFFF, engineLoadPct, 60, 250",
        "190, 61444, FFFFFF6013FFFFFF, engineRpm, 620, 8031.875",
        "247, 65253, 40420F00FFFFFFFF, engineHours, 50000, 210554060.75",
        "250, 65257, FFFFFFFF80841E00, totalFuelUsedL, 1000000, 2105540607.5",
        "110, 65262, 7BFFFFFFFFFFFFFF, coolantTempC, 83, 210",
        "100, 65263, FFFFFF64FFFFFFFF, oilPressureKpa, 400, 1000",
        "84, 65265, FF0028FFFFFFFFFF, speedKph, 40, 250.99609375",
        "183, 65266, 9A19FFFFFFFFFFFF, fuelRateLph, 327.7, 3212.75",
        "108, 65269, 7EFFFFFFFFFFFFFF, barometricPressureKpa, 63, 125",
        "171, 65269, FFFFFF2024FFFFFF, ambientTempC, 16, 1734.96875",
        "96, 65276, FF9CFFFFFFFFFFFF, fuelLevelPct, 62.4, 100"
    })
    void decodesTheStandardParameters(
            int spn, int pgn, String data, String field, double value, double greatest) {
        J1939Parameter parameter = J1939Table.standard().parameter(spn).orElseThrow();

        assertThat(parameter.pgn()).isEqualTo(pgn);
        assertThat(parameter.field()).isEqualTo(field);
        long raw = parameter.rawIn(HexFormat.of().parseHex(data)).orElseThrow();
        assertThat(parameter.valueOf(raw).value()).isEqualTo(value);
        long most = (0xFBL << parameter.bits() - 8) - 1;
        J1939Value last = parameter.valueOf(most);
        assertThat(last.state()).isEqualTo(J1939Value.State.VALUE);
        assertThat(last.value()).isEqualTo(greatest);
        assertThat(parameter.rawIn(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0xFA, VALUE",
        "8, 0xFB, RESERVED",
        "8, 0xFD, RESERVED",
        "8, 0xFE, ERROR",
        "8, 0xFF, NOT_AVAILABLE",
        "16, 0xFAFF, VALUE",
        "16, 0xFB00, RESERVED",
        "16, 0xFDFF, RESERVED",
        "16, 0xFE00, ERROR",
        "16, 0xFEFF, ERROR",
        "16, 0xFF00, NOT_AVAILABLE",
        "16, 0xFFFF, NOT_AVAILABLE",
        "32, 0xFAFFFFFF, VALUE",
        "32, 0xFB000000, RESERVED",
        "32, 0xFE000000, ERROR",
        "32, 0xFF000000, NOT_AVAILABLE",
        "32, 0xFFFFFFFF, NOT_AVAILABLE",
        "12, 0xFAF, VALUE",
        "12, 0xFB0, RESERVED",
        "12, 0xFE0, ERROR",
        "12, 0xFF0, NOT_AVAILABLE",
        "2, 1, VALUE",
        "2, 2, ERROR",
        "2, 3, NOT_AVAILABLE",
        "4, 13, VALUE",
        "4, 14, ERROR",
        "4, 15, NOT_AVAILABLE"
    })
    void tellsValuesFromReservedNumbersByTheirWidth(
            int bits, String raw, J1939Value.State expected) {
        J1939Parameter parameter = new J1939Parameter(1, 1, 0, bits, 1, 0, "engineRpm");

        assertThat(parameter.valueOf(Long.decode(raw)).state()).isEqualTo(expected);
    }

    @Test
    void readsBitsAcrossBytes() {
        J1939Parameter parameter = new J1939Parameter(1, 1, 6, 12, 1, 0, "engineRpm");

        // Bits 6 to 17 of C0 AB 02: the upper two of C0, all of AB, the lower two of 02.
        assertThat(parameter.rawIn(HexFormat.of().parseHex("C0AB02"))).contains(0xAAFL);
    }

    @Test
    void aFileAddsAndReplacesParameters() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("table.yaml"),
                        """
                        parameters:
                          - {spn: 183, pgn: 65266, startBit: 0, bits: 16, scale: 0.1, offset: 0, field: fuelRateLph}
                          - {spn: 516128, pgn: 65280, startBit: 0, bits: 16, scale: 0.1, offset: 0, field: payloadT}
                        """);
        J1939Table table = J1939Table.read(file);

        assertThat(table.parameter(183).orElseThrow().scale()).isEqualTo(0.1);
        assertThat(table.group(65266)).hasSize(1);
        assertThat(table.group(65280)).hasSize(1);
        assertThat(table.parameter(190)).isPresent();
    }

    @Test
    void namesEveryFaultOfAFile() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("table.yaml"),
                        """
                        parameters:
                          - {spn: 0, pgn: 300000, startBit: -1, bits: 33, scale: 0, offset: 0, field: fuelRate}
                          - {spn: 7, pgn: 1, startBit: 0, bits: 8, scale: 1, offset: 0, field: time}
                          - {spn: 7, pgn: 1, startBit: 0, bits: 8, scale: 1, offset: 0, field: payloadT}
                        """);

        assertThatThrownBy(() -> J1939Table.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("parameters[0].spn is 0")
                .hasMessageContaining("parameters[0].pgn is 300000")
                .hasMessageContaining("parameters[0].startBit is -1")
                .hasMessageContaining("parameters[0].bits is 33")
                .hasMessageContaining("parameters[0].scale is 0")
                .hasMessageContaining("parameters[0].field is 'fuelRate'")
                .hasMessageContaining("parameters[1].field is 'time'")
                .hasMessageContaining("parameters[2].spn is 7");
    }
}
