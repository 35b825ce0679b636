package io.fueloptimine.jobs.training.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Refuel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetHistoryTest {

    private static final String MAPPING =
            """
            site: hill
            zone: America/Lima
            equipmentClass: 930E
            cycles:
              file: loads.csv
              timestamp: yyyy-MM-dd HH:mm
              machine: unit
              time: done
              times: {emptyAt: done}
              numbers: {payloadT: tonnes, emptyTravelS: seconds}
              texts: {loadLocationId: face, dumpLocationId: dump}
            refuels:
              file: diesel.csv
              timestamp: yyyy-MM-dd HH:mm
              machine: unit
              time: end
              times: {startedAt: start}
              numbers: {dispensedGal: gallons}
              texts: {truckId: unit}
            locations:
              file: places.csv
              name: place
              elevationM: z
            """;

    @TempDir Path folder;

    @BeforeEach
    void aFleetOfTwoTrucks() throws IOException {
        write(
                "loads.csv",
                """
                unit,done,tonnes,seconds,face,dump
                T2,2026-01-05 09:00,280,600,F1,D1
                T1,2026-01-05 08:00,290,-5,F1,D1
                T1,2026-01-05 08:00,290,-5,F1,D1
                T1,2026-01-05 08:50,0,600,F1,D1
                T1,2026-01-05 09:40,290,600,F2,D1
                T1,2026-01-05 10:30,290,600,F3,D1
                T1,yesterday,290,600,F1,D1
                """);
        write(
                "diesel.csv",
                """
                unit,start,end,gallons
                T1,2026-01-05 08:00,2026-01-05 08:20,700
                T1,2026-01-05 08:00,2026-01-05 08:20,700
                T2,2026-01-05 08:00,2026-01-05 08:20,650
                """);
        write("places.csv", "place,z\nF1,3300\nD1,3520\nF2,0\n");
    }

    @Test
    void keepsWhatIngestWouldKeepAndReportsTheRest() throws IOException {
        FleetHistory history = history();

        assertThat(history.cycles())
                .extracting(HaulCycle::truckId, HaulCycle::emptyAt)
                .containsExactly(
                        tuple("T1", at("13:00")),
                        tuple("T2", at("14:00")),
                        tuple("T1", at("14:40")),
                        tuple("T1", at("15:30")));
        assertThat(history.report().byRule())
                .containsEntry("decode", 1)
                .containsEntry("cycle-without-tonnes", 1)
                .containsEntry("repeated", 2)
                .hasSize(3);
    }

    @Test
    void refuellingsAreInLitresAndEndWhenTheRecordDoes() throws IOException {
        Refuel first = history().refuels().get(0);

        assertThat(history().refuels()).hasSize(2);
        assertThat(first.dispensedL()).isEqualTo(2_649.8, within(0.1));
        assertThat(first.startedAt()).isEqualTo(at("13:00"));
        assertThat(first.durationS()).isEqualTo(1_200);
    }

    @Test
    void theLiftFollowsFromThePlacesUnlessOneIsUnknownOrUnsurveyed() throws IOException {
        assertThat(history().cycles())
                .extracting(HaulCycle::liftM)
                .containsExactly(220.0, 220.0, null, null);
        assertThat(history().cycles()).extracting(HaulCycle::equipmentClass).containsOnly("930E");
    }

    @Test
    void withoutTheFileOfPlacesNoLiftIsKnown() throws IOException {
        Files.delete(folder.resolve("places.csv"));

        assertThat(history().cycles()).extracting(HaulCycle::liftM).containsOnlyNulls();
    }

    private FleetHistory history() throws IOException {
        return FleetHistory.read(folder, FleetMappingFile.read(write("mapping.yaml", MAPPING)));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
