package io.fueloptimine.jobs.training.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.dispatch.bound.HauledLoad;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HauledLoadsTest {

    private static final String MAPPING =
            """
            site: hill
            zone: UTC
            cycles:
              file: c.csv
              timestamp: "yyyy-MM-dd HH:mm:ss"
              machine: Unit
              time: Timestamp
              numbers: {payloadT: Tons, emptyTravelS: Empty, fullTravelS: Full}
              texts: {loadLocationId: Face, dumpLocationId: Dump}
              unavailable: [n/a]
            emptyTrips: {shift: Shift, previousDump: From}
            """;

    private static final String HEADER = "Timestamp,Unit,Tons,Shift,From,Face,Dump,Empty,Full\n";
    private static final String ROW = "2026-05-04 06:00:00,T1,290,S1,D1,F1,D2,600,900\n";

    @TempDir Path folder;

    @Test
    void readsALoadWithTheEmptyTripBeforeIt() throws IOException {
        assertThat(read(MAPPING, ROW).loads())
                .containsExactly(new HauledLoad("S1", "D1", "F1", "D2", 600));
    }

    @Test
    void anUnavailablePreviousDumpIsUnknown() throws IOException {
        assertThat(read(MAPPING, ROW.replace("D1", "n/a") + ROW.replace("D1", "")).loads())
                .extracting(HauledLoad::previousDumpId)
                .containsExactly("", "");
    }

    @Test
    void leavesOutRowsThatAreNoTrips() throws IOException {
        HauledLoads read =
                read(
                        MAPPING,
                        ROW
                                + ROW.replace("600", "0")
                                + ROW.replace("600", "-5")
                                + ROW.replace("600", "5400")
                                + ROW.replace("900", "5400")
                                + ROW.replace("900", "0")
                                + ROW.replace("600", "soon")
                                + ROW.replace("S1", "")
                                + ROW.replace("F1", "n/a")
                                + ROW.replace("D2", ""));

        assertThat(read.loads()).hasSize(2);
        assertThat(read.report().total()).isEqualTo(8);
        assertThat(read.report().lines())
                .contains(
                        "  2 of c.csv: emptyTravelS (not-a-trip), expected more than 0 s;"
                                + " first: line 3, '0.0'",
                        "  1 of c.csv: Shift (decode), expected a name; first: line 9, no value");
    }

    @Test
    void namesAllThatTheMappingLacks() {
        String mapping =
                MAPPING.replace(", emptyTravelS: Empty", "")
                        .replace("loadLocationId: Face, ", "")
                        .replace("emptyTrips: {shift: Shift, previousDump: From}\n", "");

        assertThatThrownBy(() -> read(mapping, ROW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "the fleet mapping names no cycles.numbers.emptyTravelS",
                        "the fleet mapping names no cycles.texts.loadLocationId",
                        "the fleet mapping names no emptyTrips");
    }

    @Test
    void namesAColumnThatTheFileLacks() {
        assertThatThrownBy(() -> read(MAPPING.replace("From", "Origin"), ROW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Origin");
    }

    private HauledLoads read(String mapping, String rows) throws IOException {
        Files.writeString(folder.resolve("c.csv"), HEADER + rows);
        Path file = Files.writeString(folder.resolve("map.yaml"), mapping);
        return HauledLoads.read(folder, FleetMappingFile.read(file));
    }
}
