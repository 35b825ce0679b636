package io.fueloptimine.jobs.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.simulator.SmallMine;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    @TempDir Path folder;

    @Test
    void readsEachFaultWithItsFields() throws IOException {
        Scenario scenario =
                read(
                        """
name: two faults
faults:
  - {type: injector-wear, start: 30m, duration: 1h20m30s, truck: T1, extraFuelPct: 35, ramp: 20m}
  - {type: clock-skew, start: 0s, duration: 90s, machines: [T1, G1, B1], skewS: -2.5}
""");

        assertThat(scenario.physicalFaults())
                .containsExactly(
                        new PhysicalFault.InjectorWear(
                                new Span(Duration.ofMinutes(30), Duration.ofSeconds(4_830)),
                                "T1",
                                35,
                                Duration.ofMinutes(20)));
        assertThat(scenario.deliveryFaults())
                .containsExactly(
                        new DeliveryFault.ClockSkew(
                                new Span(Duration.ZERO, Duration.ofSeconds(90)),
                                Set.of("T1", "G1", "B1"),
                                Duration.ofMillis(-2_500)));
    }

    @Test
    void allMeansEveryMachineAndEveryRoad() throws IOException {
        Scenario scenario =
                read(
                        """
                        name: everywhere
                        faults:
                          - {type: road-closed, start: 1h, duration: 1h, segments: all}
                          - {type: radio-shadow, start: 1h, duration: 1h, machines: all}
                        """);

        assertThat(scenario.physicalFaults())
                .first()
                .extracting(fault -> ((PhysicalFault.RoadClosed) fault).segmentIds())
                .isEqualTo(Set.of("R1", "R2", "R3", "R4"));
        assertThat(scenario.deliveryFaults().get(0).machineIds())
                .containsExactlyInAnyOrder("T1", "T2", "S1", "G1", "B1");
    }

    @Test
    void namesEveryFaultOfAFileInOneMessage() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
name: broken
weather: bad
faults:
  - {type: wet-road, start: -5m, duration: 0s, segments: [R1, R9], extraRollingResistancePct: -1}
  - {type: earthquake, start: 1h, duration: 1h}
  - {type: truck-down, start: 1h, duration: 1h, truck: S1, colour: red}
  - {type: corrupt-payload, start: "01:20", duration: 1h, machines: T1, rate: 1.5}
  - {type: stuck-sensor, start: 1h, machines: [T1], field: mood}
"""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("scenario.yaml")
                .hasMessageContaining("weather is not a field, expected name and faults")
                .hasMessageContaining("fault 1 (wet-road): start \"-5m\", expected a time such as")
                .hasMessageContaining("duration \"0s\", expected more than 0s")
                .hasMessageContaining("segments names [R9], expected all, or a list of roads")
                .hasMessageContaining("extraRollingResistancePct -1, expected a number above 0")
                .hasMessageContaining("fault 2: type \"earthquake\", expected one of wet-road,")
                .hasMessageContaining("fault 3 (truck-down): truck \"S1\", expected a truck")
                .hasMessageContaining("colour is not a field of this fault, expected duration,")
                .hasMessageContaining("fault 4 (corrupt-payload): start \"01:20\"")
                .hasMessageContaining("machines \"T1\", expected all, or a list of machines")
                .hasMessageContaining("rate 1.5, expected a number above 0, at most 1")
                .hasMessageContaining("fault 5 (stuck-sensor): duration is missing")
                .hasMessageContaining("field \"mood\", expected a telemetry field");
    }

    @Test
    void reportsAMissingFile() {
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("none.yaml"), SmallMine.SITE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("none.yaml does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: [unclosed | valid YAML",
                "name: a\\nname: b\\nfaults: [] | name is given twice",
                "plain text | expected the fields name and faults",
                "'' | expected the fields name and faults",
                "name: a | faults is missing, expected a list",
                "faults: [] | name , expected a text",
                "name: a\\nfaults: [wet-road] | fault 1: type is missing",
                "name: a\\n"
                        + "faults: [{type: truck-down, truck: null, start: 5, duration: 1h}] | truck"
                        + " null"
            })
    void refusesWhatIsNoScenario(String yaml, String expected) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(expected);
    }

    private Scenario read(String yaml) throws IOException {
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, yaml);
        return ScenarioFile.read(file, SmallMine.SITE);
    }
}
