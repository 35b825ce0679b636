package io.fueloptimine.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSettingsTest {

    @TempDir Path folder;

    @Test
    void settingsThatTheFileDoesNotContainHaveTheirDefaults() throws IOException {
        assertThat(read("")).isEqualTo(StepSettings.DEFAULT);
        assertThat(read("alarms:\nplanner: {}\n")).isEqualTo(StepSettings.DEFAULT);
    }

    @Test
    void readsEachTypeOfSettingAndLeavesTheOthers() throws IOException {
        StepSettings settings =
                read(
                        """
                        windows:
                          allowedLatenessMin: 40
                        tanks:
                          theftPct: 3      # a whole number for a fraction is valid
                        alarms:
                          longIdleShare: 0.75
                        assigner:
                          validForS: 600
                        adwin:
                          delta: 0.002
                        """);

        assertThat(settings.windows().allowedLateness()).hasMinutes(40);
        assertThat(settings.windows().outOfOrderness()).hasSeconds(10);
        assertThat(settings.tanks().theftPct()).isEqualTo(3);
        assertThat(settings.alarms().longIdleShare()).isEqualTo(0.75);
        assertThat(settings.alarms().longIdleMin()).isEqualTo(20);
        assertThat(settings.dispatch().assigner().validForS()).isEqualTo(600);
        assertThat(settings.drift().adwin().delta()).isEqualTo(0.002);
        assertThat(settings.fleetDrift()).isEqualTo(StepSettings.DEFAULT.fleetDrift());
    }

    @Test
    void readsTheShippedFileWithoutParking() throws IOException {
        Path file = Path.of("../../deploy/local/settings/no-parking.yaml");

        assertThat(StepSettings.read(file).dispatch().assigner().parkSurplus()).isZero();
    }

    @Test
    void namesAWrongAndAnUnknownSettingInOneMessage() {
        assertFaults(
                """
                alarms:
                  longIdleMin: many
                  longIdleMinutes: 20
                """,
                "unknown setting alarms.longIdleMinutes, expected one of longIdleMin, ",
                "alarms.longIdleMin is 'many', expected a whole number from 2 to 240, min");
    }

    @Test
    void namesEveryFaultOfEverySectionInOneMessage() {
        assertFaults(
                """
                alarm:
                  longIdleMin: 20
                windows: 15
                drift:
                  minShift: 1e99
                  minSamples: 1.5
                  maxRatio:
                planner:
                  usableTankShare: 1.2
                  spotS: [80]
                  solver: FASTEST
                  timeAbortMs: 99999999999999999999
                assigner:
                  maxAttempts: 0
                """,
                "unknown section alarm, expected one of windows, score, drift, adwin, fleetDrift,",
                "windows is '15', expected 'setting: value' lines",
                "drift.minShift is '1E+99', expected a number from 0.01 to 5, share of the litres before",
                "drift.minSamples is '1.5', expected a whole number from 1 to 10000, samples",
                "drift.maxRatio is 'null', expected a number",
                "planner.usableTankShare is '1.2', expected a number from 0.1 to 1, share of the",
                "planner.spotS is '[80]', expected a number",
                "planner.solver is 'FASTEST', expected SIMPLEX or OJALGO",
                "planner.timeAbortMs is '99999999999999999999', expected a whole number",
                "assigner.maxAttempts is '0', expected a whole number from 1 to 10, assignments");
    }

    @Test
    void namesSettingsThatDoNotFitTogether() {
        assertFaults(
                """
                alarms:
                  overloadCriticalShare: 1.05
                  excessSpanMin: 5
                  refuelledPct: 12
                  criticalFuelPct: 13
                  badDataClearPct: 30
                flood:
                  siteSilenceS: 119
                assigner:
                  criticalFuelPct: 50
                fleet:
                  planSpacingS: 700
                """,
                "alarms.overloadCriticalShare is 1.05, expected overloadShare, 1.1, or more",
                "alarms.excessSpanMin is 5, expected excessWindows, 10, or more",
                "alarms.refuelledPct is 12.0, expected more than lowFuelPct, 12.0",
                "alarms.criticalFuelPct is 13.0, expected lowFuelPct, 12.0, or less",
                "alarms.badDataClearPct is 30.0, expected badDataPct, 20.0, or less",
                "flood.siteSilenceS is 119, expected 0, or 120 or more, because",
                "assigner.criticalFuelPct is 50.0, expected candidateFuelPct, 40.0, or less",
                "fleet.planEveryS is 600, expected planSpacingS, 700, or more");
    }

    @Test
    void rejectsWhatIsNoYamlOrHasASectionTwice() {
        assertFaults("alarms: [", "valid YAML");
        assertFaults("alarms: {}\nalarms: {}", "alarms", "twice", "(line 2)");
        assertFaults("drift: {minShift: .nan}", "drift.minShift is '.nan'");
        assertFaults("15", "has no sections");
    }

    private void assertFaults(String yaml, String... faults) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(faults);
    }

    private StepSettings read(String yaml) throws IOException {
        return StepSettings.read(Files.writeString(folder.resolve("settings.yaml"), yaml));
    }
}
