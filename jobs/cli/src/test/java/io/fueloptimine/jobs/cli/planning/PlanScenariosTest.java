package io.fueloptimine.jobs.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PlanScenariosTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsScenariosSideBySide() {
        assertThat(
                        run(
                                "plan",
                                "compare",
                                "--diesel-price",
                                "1.05USD/L",
                                "--scenario",
                                "close=RAMP-WEST-1",
                                "--scenario",
                                "trucks=-2"))
                .isZero();

        assertThat(out.toString())
                .contains("close=RAMP-WEST-1  trucks=-2")
                .contains("cost, USD")
                .containsPattern("same tonnes per face +yes +yes +yes");
    }

    @Test
    void printsOnePlanWithAllScenariosAsJson() throws Exception {
        assertThat(run("plan", "--json", "--scenario", "down=T07", "--scenario", "wet=1.5"))
                .isZero();

        JsonNode plans = MineJson.mapper().readTree(out.toString()).path("plans");
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0).path("name").asText()).isEqualTo("base");
        assertThat(plans.get(1).path("name").asText()).isEqualTo("down=T07,wet=1.5");
        assertThat(plans.get(1).path("litresPerHour").asDouble())
                .isGreaterThan(plans.get(0).path("litresPerHour").asDouble());
        assertThat(plans.get(1).path("flows")).isNotEmpty();
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(
                        run(
                                "plan",
                                "--diesel-price",
                                "cheap",
                                "--state",
                                "no-such-file.json",
                                "--scenario",
                                "down=T7",
                                "--scenario",
                                "colour=red"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("'--diesel-price': cheap, expected")
                .contains("no-such-file.json")
                .contains("scenario down=T7: T7 is unknown, expected T07?")
                .contains("scenario colour=red");
    }

    private int run(String... arguments) {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
