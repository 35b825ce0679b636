package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryHistoryTest {

    private static final Set<String> TRUCKS = Set.of("T01", "T02", "T03", "T04");
    private static final PitSettings SETTINGS = PitSettings.of(11);

    private static final String HEADER =
            "unit,model,driver,doing,at,lph,counter,load,rpm,kph,tonnes,height,celsius,kpa";
    private static final String MAPPING =
            """
            site: andes
            zone: UTC
            telemetry:
              file: "telemetry-*.csv"
              timestamp: yyyy-MM-dd'T'HH:mm:ss[.SSS]'Z'
              machine: unit
              time: at
              numbers:
                fuelRateLph: lph
                totalFuelUsedL: counter
                engineLoadPct: load
                engineRpm: rpm
                speedKph: kph
                payloadT: tonnes
                elevationM: height
                ambientTempC: celsius
                barometricPressureKpa: kpa
              texts: {equipmentClass: model, operatorId: driver, productionState: doing}
            """;

    @TempDir Path folder;

    private final MineSite mine = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));

    /** One file ordered by time, one by truck: what the sensors said is what is learnt from. */
    @Test
    void isWhatTheSameReadingsMakeInTheStream() throws IOException {
        List<Reading> readings = simulated();
        int half = readings.size() / 2;
        write("telemetry-1.csv", rows(readings.subList(0, half).stream()));
        write(
                "telemetry-2.csv",
                rows(
                        readings.subList(half, readings.size()).stream()
                                .sorted(Comparator.comparing(Reading::machineId))));

        MineHistory history = history(MAPPING);

        assertThat(history.windows()).hasSizeGreaterThan(700);
        assertThat(history.windows())
                .containsExactlyInAnyOrderElementsOf(expected(readings).windows());
        assertThat(history.cycles()).hasSizeGreaterThan(10);
        assertThat(history.cycles())
                .containsExactlyInAnyOrderElementsOf(expected(readings).cycles());
        assertThat(history.source())
                .isEqualTo(
                        "telemetry of site andes, "
                                + readings.size()
                                + " readings of 4 trucks, 0 left out");
    }

    @Test
    void convertsUnitsAndWordsAndOmitsUnavailableValues() throws IOException {
        String mapping =
                """
                site: hill
                zone: America/Lima
                equipmentClass: CAT-793F
                telemetry:
                  file: export.csv
                  timestamp: M/d/yyyy H:mm:ss
                  machine: Unit
                  time: When
                  numbers: {fuelRateGph: Fuel, speedMph: Speed, payloadT: Load}
                  texts: {productionState: Status}
                  words: {productionState: {Loaded Travel: Hauling}}
                  unavailable: [Bad Input]
                """;
        write(
                "export.csv",
                """
                Unit,When,Fuel,Speed,Load,Status
                T1,1/5/2026 8:00:00,60,10,Bad Input,Loaded Travel
                T1,1/5/2026 8:00:20,60,10,,Loaded Travel
                T1,1/5/2026 8:00:40,60,10,200,Loaded Travel
                T1,1/5/2026 8:01:00,60,10,200,Loaded Travel
                """);

        FuelWindow window = history(mapping).windows().get(0);

        assertThat(window.start()).isEqualTo("2026-01-05T13:00:00Z");
        assertThat(window.equipmentClass()).isEqualTo("CAT-793F");
        assertThat(window.fuelL() * 3_600 / window.coveredS())
                .isCloseTo(60 * 3.785411784, within(1e-6));
        assertThat(window.meanSpeedKph()).isCloseTo(16.09344, within(1e-6));
        assertThat(window.meanPayloadT()).isEqualTo(200);
        assertThat(window.productionState()).isEqualTo(ProductionState.HAULING);
    }

    @Test
    void reportsWhatItLeavesOut() throws IOException {
        write(
                "telemetry-1.csv",
                HEADER
                        + """

T1,930E,,Hauling,2026-01-05T08:00:00Z,200,,,,20,290,3300,,
T1,930E,,Hauling,2026-01-05T08:00:00Z,200,,,,20,290,3300,,
T1,930E,,Hauling,2026-01-05T07:59:00Z,200,,,,20,290,3300,,
T1,930E,,Flying,2026-01-05T08:00:10Z,200,,,,20,290,3300,,
T1,930E,,Hauling,yesterday,200,,,,20,290,3300,,
T1,930E,,Hauling,2026-01-05T08:00:20Z,-5,,,,20,290,3300,,
""");

        assertThat(history(MAPPING).source())
                .isEqualTo(
                        "telemetry of site andes, 1 readings of 1 trucks, 5 left out: decode 2,"
                                + " fuel-rate-between 1, not-later 2");
    }

    @Test
    void namesAFolderWithoutTelemetry() {
        assertThatThrownBy(() -> history(MAPPING))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("telemetry-*.csv do not exist");
    }

    /** The example that people begin from. */
    @Test
    void theShippedExampleIsSound() {
        FleetMapping example =
                FleetMappingFile.read(Path.of("../../deploy/local/fleets/historian.yaml"));

        assertThat(example.telemetry().numbers()).containsKey("fuelRateGph");
    }

    private MineHistory history(String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("mapping.yaml"), mapping);
        return TelemetryHistory.of(folder, FleetMappingFile.read(file), TrainingProgress.SILENT);
    }

    private List<Reading> simulated() {
        List<Reading> readings = new ArrayList<>();
        HistoryReadings history =
                new HistoryReadings(
                        mine.site(),
                        reading -> {
                            if (TRUCKS.contains(reading.machineId())
                                    && reading.telemetry() != null) {
                                readings.add(reading);
                            }
                        });
        new Pit(mine, SETTINGS, Conditions.NONE, history)
                .advanceTo(SETTINGS.start().plus(Duration.ofHours(4)));
        return readings;
    }

    private MineHistory expected(List<Reading> readings) {
        HistoryWindows windows = new HistoryWindows(SETTINGS.start());
        HistoryCycles cycles = new HistoryCycles(mine.site());
        readings.forEach(windows.andThen(cycles));
        return new MineHistory(windows.windows(), cycles.cycles(), "");
    }

    private static String rows(Stream<Reading> readings) {
        return readings.map(TelemetryHistoryTest::row)
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private static String row(Reading reading) {
        Telemetry telemetry = reading.telemetry();
        return Stream.of(
                        reading.machineId(),
                        telemetry.equipmentClass(),
                        telemetry.operatorId(),
                        telemetry.productionState().wireName(),
                        reading.time(),
                        telemetry.fuelRateLph(),
                        telemetry.totalFuelUsedL(),
                        telemetry.engineLoadPct(),
                        telemetry.engineRpm(),
                        telemetry.speedKph(),
                        telemetry.payloadT(),
                        telemetry.elevationM(),
                        telemetry.ambientTempC(),
                        telemetry.barometricPressureKpa())
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
