package io.fueloptimine.jobs.training.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetRecordsTest {

    private static final String MAPPING =
            """
            site: hill
            zone: America/Lima
            cycles:
              file: loads.csv
              timestamp: yyyy-MM-dd HH:mm
              machine: unit
              time: done
              times: {emptyAt: done}
              numbers: {payloadT: tonnes}
              texts: {dumpLocationId: dump}
            refuels:
              file: diesel.csv
              timestamp: yyyy-MM-dd HH:mm
              machine: unit
              time: end
              times: {startedAt: start}
              numbers: {dispensedGal: gallons}
              texts: {truckId: unit}
            """;

    @TempDir Path folder;

    @Test
    void sendsCyclesOnTheirTrucksTopicInTheOrderOfTime() throws IOException {
        write(
                "loads.csv",
                "unit,done,tonnes,dump\nT2,2026-01-05 09:00,280,D\nT1,2026-01-05 08:00,290,D\n");

        List<FleetRecord> cycles = records(MAPPING).cycles(folder);

        assertThat(cycles)
                .extracting(FleetRecord::topic)
                .containsExactly("hill/v1/haultruck/T1/cycle", "hill/v1/haultruck/T2/cycle");
        JsonNode first = json(cycles.get(0));
        assertThat(first.path("time").asText()).isEqualTo("2026-01-05T13:00:00Z");
        assertThat(first.path("payloadT").asDouble()).isEqualTo(290);
        assertThat(first.path("dumpLocationId").asText()).isEqualTo("D");
    }

    @Test
    void keepsTheNameOfAMachineThatNoTopicCanName() throws IOException {
        write(
                "loads.csv",
                "unit,done,tonnes,dump\nTruck #12,2026-01-05 08:00,280,D\n"
                        + "785/12,2026-01-05 08:01,280,D\n,2026-01-05 08:02,280,D\n"
                        + "Cami\u00F3n 7,2026-01-05 08:03,280,D\n");

        assertThat(records(MAPPING).cycles(folder))
                .extracting(FleetRecord::machineId)
                .containsExactly("Truck #12", "785/12", "", "Cami\u00F3n 7");
    }

    @ParameterizedTest
    @CsvSource({
        "mina/sur, a name without / + #",
        "'\"+\"', a name without / + #",
        "'\"mina #2\"', a name without / + #",
        "..,  a name other than . and ..",
    })
    void namesASiteThatNoTopicCanName(String site, String expected) {
        assertThatThrownBy(() -> records(MAPPING.replace("site: hill", "site: " + site)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("site is '")
                .hasMessageContaining(expected);
    }

    @Test
    void leavesGallonsToTheEdgeAndNumbersRefuellings() throws IOException {
        write(
                "diesel.csv",
                "unit,start,end,gallons\nT1,2026-01-05 08:00,2026-01-05 08:20,700\n"
                        + "T2,2026-01-05 08:00,2026-01-05 08:20,650\n");

        List<FleetRecord> refuels = records(MAPPING).refuels(folder);

        assertThat(json(refuels.get(0)).path("dispensedGal").asDouble()).isEqualTo(700);
        assertThat(refuels)
                .extracting(r -> json(r).path("sequence").asLong())
                .containsExactly(0L, 1L);
    }

    @Test
    void forwardsUnreadableValuesUnchanged() throws IOException {
        write("loads.csv", "unit,done,tonnes,dump\nT1,yesterday,a lot,D\n");

        JsonNode message = json(records(MAPPING).cycles(folder).get(0));

        assertThat(message.path("time").asText()).isEqualTo("yesterday");
        assertThat(message.path("payloadT").asText()).isEqualTo("a lot");
    }

    @Test
    void namesMissingFilesAndColumns() throws IOException {
        assertThatThrownBy(() -> records(MAPPING).cycles(folder)).hasMessageContaining("loads.csv");
        write("loads.csv", "unit,done\nT1,2026-01-05 08:00\n");
        assertThatThrownBy(() -> records(MAPPING).cycles(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("[dump, tonnes]");
    }

    @Test
    void reportsAllFaultsOfAMappingWithUnknownFields() {
        String odd =
                MAPPING.replace("payloadT: tonnes", "payload: tonnes")
                        .replace("zone: America/Lima", "zone: Moon/Tycho");

        assertThatThrownBy(() -> records(odd))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown field payload,")
                .hasMessageContaining("Moon/Tycho");
    }

    @Test
    void aMappingNamesWhatItLacks() {
        assertThatThrownBy(() -> records(MAPPING.replace("  file: loads.csv\n", "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mapping.yaml: cycles.file is missing");
        assertThatThrownBy(() -> records(MAPPING.replace("site: hill\n", "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("site is missing");
        assertThatThrownBy(() -> records(MAPPING + "locations: {file: places.csv, name: id}\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("locations.elevationM is missing");
    }

    private FleetRecords records(String mapping) throws IOException {
        return new FleetRecords(FleetMappingFile.read(write("mapping.yaml", mapping)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(FleetRecord record) {
        try {
            return new ObjectMapper().readTree(record.json());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
