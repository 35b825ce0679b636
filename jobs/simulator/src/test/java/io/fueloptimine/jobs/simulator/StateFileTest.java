package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.simulator.digplan.DigProgressState;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.pit.PitSnapshot;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.traffic.RoadTrafficState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir Path folder;

    @Test
    void returnsTheLastState() throws IOException {
        StateFile file = new StateFile(folder.resolve("new/mine"));
        file.write(state(1));
        file.write(state(2));

        assertThat(file.read()).contains(state(2));
        assertThat(folder.resolve("new/mine"))
                .isDirectoryContaining(p -> p.endsWith("mine-state.json"));
    }

    @Test
    void isEmptyBeforeTheFirstRun() {
        assertThat(new StateFile(folder).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"format\":7}", "{\"format\":2}"})
    void namesTheUnusableFile(String content) throws IOException {
        Files.writeString(folder.resolve("mine-state.json"), content);

        assertThatThrownBy(() -> new StateFile(folder).read())
                .isInstanceOf(MineStateException.class)
                .hasMessageContaining("mine-state.json")
                .hasMessageContaining("move it away to start a new mine");
    }

    private static SavedMine state(long seed) {
        return new SavedMine(
                SavedMine.FORMAT,
                "small",
                seed,
                "undisturbed",
                NOON.minusSeconds(3_600),
                NOON.plusSeconds(60),
                true,
                new PublishCounts(10, 0, 1, 0, 0),
                0,
                new PitSnapshot(
                        NOON,
                        seed,
                        PitCounts.NONE,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        RoadTrafficState.EMPTY,
                        new DigProgressState(0, Map.of(), List.of(), Map.of())));
    }
}
