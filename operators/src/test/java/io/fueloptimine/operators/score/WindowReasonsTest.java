package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.Scores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** On the shipped champion. */
class WindowReasonsTest {

    private static final Path REGISTRY = Path.of("../models/registry");
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final MineSite ANDES =
            MineSiteFile.read(Path.of("../deploy/local/mines/andes.yaml"));

    private final FuelModel champion =
            new ModelRegistry(REGISTRY, MachineClasses.of(ANDES))
                    .champion("fuel-window")
                    .orElseThrow();

    @Test
    void namesALoadedClimbAsTheLargestReason() throws Exception {
        List<ScoredWindow> windows = List.of(climbing(0), climbing(1));

        Map<String, Double> reasons = loadedReasons(windows);

        assertThat(reasons).hasSize(3);
        assertThat(reasons.values().stream().map(litres -> -Math.abs(litres)).toList()).isSorted();
        assertThat(reasons.keySet()).containsAnyOf("physics_l_per_min", "climb_m_per_min");
        assertThat(reasons.values().iterator().next())
                .as("for two windows twice as much as for one")
                .isEqualTo(2 * loadedReasons(List.of(climbing(0))).values().iterator().next());
    }

    @Test
    void hasNoReasonsForWhatAnotherVersionScored() throws Exception {
        loadedReasons(List.of(climbing(0)));

        try (WindowReasons.Explainer explainer = reasons().open()) {
            assertThat(explainer.mainReasons(List.of(Scores.of("T01", START, 9, 12, "77"))))
                    .isEmpty();
        }
    }

    @Test
    void hasNoneWithoutARegistry() throws Exception {
        try (WindowReasons.Explainer explainer = Scores.NO_REASONS.open()) {
            assertThat(explainer.mainReasons(List.of(climbing(0)))).isEmpty();
        }
    }

    private ScoredWindow climbing(int minute) {
        return champion.score(Scores.window("T01", START.plusSeconds(60L * minute), 0, 12));
    }

    private static Map<String, Double> loadedReasons(List<ScoredWindow> windows) throws Exception {
        try (WindowReasons.Explainer explainer = reasons().open()) {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            Map<String, Double> reasons = Map.of();
            while (reasons.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(1_000_000);
                reasons = explainer.mainReasons(windows);
            }
            return reasons;
        }
    }

    private static WindowReasons reasons() {
        return new WindowReasons(REGISTRY, "fuel-window", MineSites.of(ANDES));
    }
}
