package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTextTest {

    private static final List<CheckResult> RESULTS =
            List.of(
                    CheckResult.ok("kafka", "1 broker", "an answer"),
                    CheckResult.fault("sql", "no\nconnection", "a connection", "Start it."));

    @Test
    void eachCheckIsOneLine() {
        assertThat(RESULTS.stream().map(CheckText::line))
                .containsExactly(
                        "ok     kafka: 1 broker; expected an answer",
                        "FAULT  sql: no connection; expected a connection. Start it.");
        assertThat(CheckText.summary(RESULTS)).isEqualTo("2 checks: 1 ok, 0 warnings, 1 faults");
    }

    @Test
    void jsonHasTheSameContent() throws Exception {
        var json = MineJson.mapper().readTree(CheckText.json(RESULTS));

        assertThat(json.path("faults").asInt()).isEqualTo(1);
        assertThat(json.path("warnings").asInt()).isZero();
        assertThat(json.path("checks").get(1).path("status").asText()).isEqualTo("FAULT");
        assertThat(json.path("checks").get(1).path("remedy").asText()).isEqualTo("Start it.");
    }
}
