package io.fueloptimine.jobs.simulator.digplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigProgressTest {

    private static final long SHIFT_MS = Duration.ofHours(12).toMillis();
    private static final long START_MS = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();

    private DigProgress progress;

    @BeforeEach
    void planOneFaceAndOneDump() {
        progress = new DigProgress(plan(), 0, START_MS);
    }

    private static DigPlan plan() {
        FaceTarget face =
                new FaceTarget("A", Material.ORE, 1_000, 1, List.of("CRUSHER"), 0.6, false);
        return new DigPlan(
                12,
                List.of(face),
                List.of(new DumpTarget("CRUSHER", Material.ORE, 600)),
                DigPlan.GradeBand.ANY);
    }

    @Test
    void trucksOnTheWayCountTowardsTheTonnesOfAFace() {
        progress.fetches("T1", "A", 500);
        assertThat(progress.faceOpen("A", START_MS)).isTrue();

        progress.fetches("T2", "A", 500);
        assertThat(progress.faceOpen("A", START_MS)).isFalse();

        progress.givesUp("T1");
        assertThat(progress.faceOpen("A", START_MS)).isTrue();
    }

    @Test
    void aTruckThatIsSentElsewhereCountsForOneFaceOnly() {
        progress.fetches("T1", "A", 1_000);
        progress.fetches("T1", "B", 1_000);

        assertThat(progress.faceOpen("A", START_MS)).isTrue();
    }

    @Test
    void aShiftMakesUpForWhatTheShiftBeforeHasMissed() {
        haul("T1", 400);
        long nextMs = START_MS + SHIFT_MS;
        haul("T2", 1_500);

        assertThat(progress.faceOpen("A", nextMs)).isTrue();
        haul("T3", 100);
        assertThat(progress.faceOpen("A", nextMs)).isFalse();
    }

    @Test
    void noTonnesAreAddedAfterTheLastPlannedShift() {
        DigProgress once = new DigProgress(plan(), 0, START_MS, 1);
        once.fetches("T1", "A", 1_000);

        assertThat(once.faceOpen("A", START_MS + SHIFT_MS)).isFalse();
        progress.fetches("T1", "A", 1_000);
        assertThat(progress.faceOpen("A", START_MS + SHIFT_MS)).isTrue();
    }

    @Test
    void aShiftUnderWayCountsWithThePartThatIsLeft() {
        DigProgress late = new DigProgress(plan(), 0, START_MS + SHIFT_MS / 4);

        late.fetches("T1", "A", 749);
        assertThat(late.faceOpen("A", START_MS + SHIFT_MS / 2)).isTrue();

        late.fetches("T1", "A", 751);
        assertThat(late.faceOpen("A", START_MS + SHIFT_MS / 2)).isFalse();
    }

    @Test
    void aDumpIsOpenUntilItsTonnesAreMetAndAlwaysForOtherMaterial() {
        progress.loaded("T1", "A", "CRUSHER", Material.ORE, 600);

        assertThat(progress.dumpOpen("CRUSHER", Material.ORE, START_MS)).isFalse();
        assertThat(progress.dumpOpen("CRUSHER", Material.WASTE, START_MS)).isTrue();

        progress.brings("T1", "STOCK", Material.ORE, 600);
        assertThat(progress.dumpOpen("CRUSHER", Material.ORE, START_MS)).isTrue();
    }

    @Test
    void closesWhenLessThanHalfOfALoadIsMissing() {
        DigProgress rounded = new DigProgress(plan(), 200, START_MS);
        rounded.fetches("T1", "A", 890);
        assertThat(rounded.faceOpen("A", START_MS)).isTrue();

        rounded.fetches("T1", "A", 900);
        assertThat(rounded.faceOpen("A", START_MS)).isFalse();
    }

    @Test
    void allowsTheDestinationsOfTheFaceOnly() {
        DumpPoint crusher = new DumpPoint("CRUSHER", Material.ORE, 0, 5_000, 1);
        DumpPoint stock = new DumpPoint("STOCK", Material.ORE, 0, 5_000, 1);

        assertThat(progress.allows("A", crusher)).isTrue();
        assertThat(progress.allows("A", stock)).isFalse();
        assertThat(progress.allows("NOT-PLANNED", stock)).isTrue();
    }

    @Test
    void continuesFromASnapshot() {
        haul("T1", 400);
        progress.fetches("T2", "A", 300);
        DigProgress restored = new DigProgress(plan(), 0, START_MS + SHIFT_MS);
        restored.restore(progress.snapshot());

        assertThat(restored.snapshot()).isEqualTo(progress.snapshot());
        restored.fetches("T3", "A", 300);
        assertThat(restored.faceOpen("A", START_MS)).isFalse();
        assertThat(restored.faceOpen("A", START_MS + SHIFT_MS)).isTrue();
    }

    private void haul(String truckId, double tonnes) {
        progress.loaded(truckId, "A", "CRUSHER", Material.ORE, tonnes);
        progress.dumped(truckId, "CRUSHER", Material.ORE, tonnes);
    }
}
