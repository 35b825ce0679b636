package io.fueloptimine.models.mine.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportedSignalTest {

    private static final String VALID =
            """
            {"site":"andes","machineId":"T01","type":"CLOCK_JUMP","severity":"WARNING",
             "active":true,"at":"2026-01-05T08:00:00Z","cause":"the clock","evidence":{"aheadS":9}}
            """;

    @Test
    void isReadFromTheJsonOfTheTopic() throws Exception {
        assertThat(read(VALID))
                .isEqualTo(
                        new ReportedSignal(
                                "andes",
                                "T01",
                                AlertType.CLOCK_JUMP,
                                Severity.WARNING,
                                true,
                                Instant.parse("2026-01-05T08:00:00Z"),
                                "the clock",
                                Map.of("aheadS", 9.0)));
    }

    @Test
    void ofAWholeSiteHasTheKeyOfNoMachine() throws Exception {
        ReportedSignal signal =
                read(VALID.replace("\"T01\"", "null").replace(",\"evidence\"", ",\"e\""));

        assertThat(signal.topicKey()).isEqualTo("andes");
        assertThat(signal.evidence()).isEmpty();
        assertThat(read(VALID).topicKey()).isEqualTo("andes/T01");
    }

    @Test
    void ofATypeThatJobAlarmsFindsItselfIsRefused() {
        assertRefused(VALID.replace("CLOCK_JUMP", "FUEL_THEFT"), "type is FUEL_THEFT");
        assertRefused(VALID.replace("CLOCK_JUMP", "NO_SUCH_TYPE"), "NO_SUCH_TYPE");
    }

    @Test
    void withoutAFieldThatIdentifiesItIsRefused() {
        for (String field : new String[] {"site", "type", "severity", "at"}) {
            assertRefused(VALID.replace("\"" + field + "\"", "\"other\""), field);
        }
        assertRefused(VALID.replace("T01", "a/b"), "machineId");
    }

    @Test
    void thatWouldFillTheMemoryIsRefused() {
        assertRefused(VALID.replace("the clock", "x".repeat(1_001)), "cause");
        String many =
                IntStream.range(0, 51)
                        .mapToObj(i -> "\"v" + i + "\":1")
                        .collect(Collectors.joining(","));
        assertRefused(VALID.replace("\"aheadS\":9", many), "evidence");
        assertRefused(VALID.replace("aheadS", "x".repeat(65)), "evidence");
        assertRefused(VALID.replace(":9", ":null"), "evidence.aheadS");
    }

    @Test
    void escapesCharactersThatControlATerminal() throws Exception {
        assertThat(read(VALID.replace("the clock", "\\u001b[2J")).cause()).isEqualTo("\\u001B[2J");
    }

    private static void assertRefused(String json, String named) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(named);
    }

    private static ReportedSignal read(String json) throws IOException {
        return MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), ReportedSignal.class);
    }
}
