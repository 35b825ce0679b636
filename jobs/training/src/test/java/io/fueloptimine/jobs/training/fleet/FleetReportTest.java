package io.fueloptimine.jobs.training.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.Refuel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported of the files of a fleet management system. */
class FleetReportTest {

    private static final String MAPPING =
            """
            site: hill
            zone: America/Santiago
            equipmentClass: 930E
            locations: {file: places.csv, name: Place, elevationM: Z}
            cycles:
              file: cycles.csv
              timestamp: yyyy-MM-dd HH:mm:ss
              machine: Truck
              time: Empty
              times: {assignedAt: Assigned, emptyAt: Empty}
              numbers: {payloadT: Tons, fullTravelS: Full}
              texts: {loadLocationId: From, dumpLocationId: To}
            refuels:
              file: refuels.csv
              timestamp: M/d/yyyy h:mm a
              machine: Truck
              time: End
              times: {startedAt: Start}
              numbers: {dispensedL: Litres}
              texts: {truckId: Truck}
            """;

    @TempDir Path folder;

    @BeforeEach
    void aFleet() throws IOException {
        write(
                "cycles.csv",
                """
                Truck,Assigned,Empty,Tons,Full,From,To
                T1,2026-01-05 08:00:00,2026-01-05 08:30:00,200,600,A,B
                ,2026-01-05 08:00:00,2026-01-05 08:34:00,204,600,A,B

                T2,2026-01-05 08:00:00,2026-02-30 08:36:00,206,600,A,B
                T3,2026-01-05 08:00:00,2026-01-05 08:37:00,"206,5",600,A,B
                T4,2026-09-06 00:10:00,2026-09-06 01:10:00,206,600,A,B
                T5,2026-01-05 08:00:00,2026-01-05 08:38:00,207,600,A,C
                """);
        write(
                "refuels.csv",
                """
                Truck,Start,End,Litres
                T1,1/5/2026 9:00 AM,1/5/2026 9:10 AM,1000
                T1,1/5/2026 9:00 PM,1/5/2026 9:10 PM,1000
                T1,1/5/2026 13:00 PM,1/5/2026 13:10 PM,1000
                """);
        write("places.csv", "Place,Z\nA,3000\nB,3100\nC,3200\nC,3300\nD,high\n");
    }

    @Test
    void namesFileLineFieldAndValueOfEachKind() throws IOException {
        FleetHistory history = history();

        assertThat(history.cycles()).extracting(HaulCycle::truckId).containsExactly("T1", "T5");
        assertThat(history.refuels())
                .extracting(Refuel::startedAt)
                .extracting(Object::toString)
                .containsExactly("2026-01-05T12:00:00Z", "2026-01-06T00:00:00Z");
        assertThat(history.report().lines())
                .contains("Rows left out: 7")
                .anyMatch(
                        line ->
                                line.contains("1 of cycles.csv: time (decode)")
                                        && line.contains("line 5, '2026-02-30 08:36:00'"))
                .anyMatch(
                        line ->
                                line.contains("1 of cycles.csv: payloadT (decode)")
                                        && line.contains("line 6, '206,5'"))
                .anyMatch(
                        line ->
                                line.contains("1 of cycles.csv: assignedAt (decode)")
                                        && line.contains("exists in America/Santiago"))
                .anyMatch(
                        line ->
                                line.contains("1 of refuels.csv: time (decode)")
                                        && line.contains("line 4, '1/5/2026 13:10 PM'"))
                .anyMatch(
                        line ->
                                line.contains("1 of places.csv: elevationM (location-twice)")
                                        && line.contains("line 5, 'C'"))
                .anyMatch(
                        line ->
                                line.contains("1 of places.csv: elevationM (decode)")
                                        && line.contains("line 6, 'high'"));
    }

    @Test
    void aPlaceWithTwoElevationsHasNone() throws IOException {
        assertThat(history().cycles()).extracting(HaulCycle::liftM).containsExactly(100.0, null);
    }

    @Test
    void namesTheFaultsOfAllTablesAtOnce() throws IOException {
        write("cycles.csv", "Truck,Assigned,Empty,Tons,Full,From\n");
        write("places.csv", "Place,Z,Z\n");
        Files.delete(folder.resolve("refuels.csv"));

        assertThatThrownBy(this::history)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cycles.csv: line 1 lacks the mapped columns [To]")
                .hasMessageContaining("refuels.csv do not exist")
                .hasMessageContaining("places.csv: line 1 has the column Z twice");
    }

    @Test
    void messagesHaveTheirFieldsInTheOrderOfTheMapping() throws IOException {
        FleetRecords records = new FleetRecords(FleetMappingFile.read(folder.resolve("map.yaml")));

        assertThat(new String(records.cycles(folder).get(1).json(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"equipmentClass\":\"930E\",\"liftM\":100.0,\"time\":\"2026-01-05T11:30:00Z\",\"assignedAt\":\"2026-01-05T11:00:00Z\",\"emptyAt\"");
    }

    private FleetHistory history() {
        return FleetHistory.read(folder, FleetMappingFile.read(folder.resolve("map.yaml")));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.writeString(folder.resolve("map.yaml"), MAPPING);
    }
}
