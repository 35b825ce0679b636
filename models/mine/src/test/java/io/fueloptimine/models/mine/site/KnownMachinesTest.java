package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownMachinesTest {

    @TempDir Path folder;

    @Test
    void areTrucksLoadingUnitsFuelBaysAndEdgeNodesWithTheirDevices() throws IOException {
        String yaml =
                MineSiteFileTest.SMALL_MINE.replace(
                                "roads:",
                                "  - {id: BAY, kind: FUEL_BAY, eastingM: 0, northingM: 0,"
                                        + " elevationM: 0}\nroads:")
                        + "edgeNodes:\n  - {id: EDGE-1, deviceIds: [PUMP]}\n";
        Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
        KnownMachines known = KnownMachines.of(MineSites.read(file));

        assertThat(new String[] {"T1", "S1", "BAY", "EDGE-1", "PUMP"})
                .allMatch(id -> known.contains("test", id));
        assertThat(new String[] {"F", "C", "T2", "", null})
                .noneMatch(id -> known.contains("test", id));
        assertThat(known.contains("other", "T1")).isFalse();
        assertThat(known.contains(null, "T1")).isFalse();
        assertThat(known.isSite("test")).isTrue();
        assertThat(known.isSite("other")).isFalse();
        assertThat(known.isSite(null)).isFalse();
    }
}
