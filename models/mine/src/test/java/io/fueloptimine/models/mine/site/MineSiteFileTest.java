package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MineSiteFileTest {

    static final String SMALL_MINE =
            """
site: test
digPlan:
  shiftHours: 12
  faces:
    - {faceId: F, material: ORE, shiftTonnes: 12000, priority: 1, destinations: [C], gradePct: 0.7, mayStop: true}
  dumps:
    - {dumpId: C, material: ORE, shiftTonnes: 12000}
  oreGradePct: {min: 0.5, max: 0.9}
locations:
  - {id: F, kind: FACE, eastingM: 0, northingM: 0, elevationM: 3500}
  - {id: C, kind: CRUSHER, eastingM: 0, northingM: 900, elevationM: 3560}
roads:
  - {id: R, from: F, to: C, lengthM: 1000, speedLimitKph: 40, rollingResistancePct: 2}
truckClasses:
  - {name: 930E, payloadT: 290, emptyMassT: 210, ratedPowerKw: 2014, tankL: 4200, idleLph: 25}
trucks:
  - {id: T1, className: 930E, pairedLoadingUnitId: S1, pairedDumpId: C}
loadingUnits:
  - {id: S1, kind: CABLE_SHOVEL, faceId: F, material: ORE, meanLoadingS: 130, maxTph: 6000}
dumps:
  - {locationId: C, accepts: ORE, minTph: 0, maxTph: 6000, bays: 2}
auxMachines: []
""";

    @TempDir Path folder;

    @Test
    void readsAMine() throws IOException {
        MineSite site = MineSiteFile.read(write(SMALL_MINE));

        assertThat(site.truck("T1")).map(Truck::className).contains("930E");
        assertThat(site.truckClass("930E").tankL()).isEqualTo(4_200);
    }

    @Test
    void readsEdgeNodesWithTheirDevices() throws IOException {
        String nodes = "edgeNodes:\n  - {id: EDGE-1, deviceIds: [T1, S1]}\n";

        MineSite site = MineSiteFile.read(write(SMALL_MINE + nodes));

        assertThat(site.edgeNodes()).containsExactly(new EdgeNode("EDGE-1", List.of("T1", "S1")));
    }

    @Test
    void readsOneWayRoadsAndTakesAllOthersAsOpenInBothDirections() throws IOException {
        String withOneWay =
                SMALL_MINE.replace(
                        "roads:\n",
                        "roads:\n  - {id: O, from: C, to: F, lengthM: 900, speedLimitKph: 40,"
                                + " rollingResistancePct: 2, oneWay: true}\n");

        assertThat(MineSiteFile.read(write(withOneWay)).roads())
                .extracting(RoadSegment::id, RoadSegment::oneWay)
                .containsExactly(tuple("O", true), tuple("R", false));
    }

    @Test
    void hasNoEdgeNodesByDefault() throws IOException {
        assertThat(MineSiteFile.read(write(SMALL_MINE)).edgeNodes()).isEmpty();
    }

    @Test
    void refusesADeviceOfTwoNodesAndNamesThatNoTopicCanHave() throws IOException {
        String nodes =
                """
                edgeNodes:
                  - {id: EDGE-1, deviceIds: [T1, S/1]}
                  - {id: 'EDGE+2', deviceIds: [T1]}
                """;

        assertThatThrownBy(() -> MineSiteFile.read(write(SMALL_MINE + nodes)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("device T1 is there twice")
                .hasMessageContaining("edge node id is 'EDGE+2', expected a name without / + #")
                .hasMessageContaining("device id is 'S/1', expected a name without / + #");
    }

    @Test
    void listsEveryFaultAtOnce() throws IOException {
        Path file =
                write(
                        SMALL_MINE
                                .replace("className: 930E", "className: 777Z")
                                .replace("to: C", "to: X"));

        assertThatThrownBy(() -> MineSiteFile.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("truck T1 names the unknown class 777Z")
                .hasMessageContaining("road R names the unknown location X");
    }

    @Test
    void namesAMissingFileAndAnUnknownField() throws IOException {
        assertThatThrownBy(() -> MineSiteFile.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml does not exist");
        Path file = write(SMALL_MINE.replace("bays: 2", "bays: 2, colour: red"));
        assertThatThrownBy(() -> MineSiteFile.read(file)).hasMessageContaining("colour");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), yaml);
    }
}
