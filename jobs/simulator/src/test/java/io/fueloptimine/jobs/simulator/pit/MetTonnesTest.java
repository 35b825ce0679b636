package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trucks stop hauling from a face whose planned tonnes are met, with orders and without. */
class MetTonnesTest {

    private static final Instant SHIFT_ENDS = TestMine.START.plus(Duration.ofHours(12));

    /** Nominal payload of the largest truck, with its usual overload, t. */
    private static final double LARGEST_LOAD_T = 290 * 1.16;

    private final Map<String, Double> hauledT = new HashMap<>();
    private final List<MachineMessage> messages = new ArrayList<>();
    private final MineSite mine = withAThirdOfTheTonnes(TestMine.andes());

    @Test
    void moveThePlannedTonnesOfEachFaceAndNoMore() {
        run(Duration.ofHours(12));

        for (FaceTarget face : mine.digPlan().faces()) {
            assertThat(hauledT.get(face.faceId()))
                    .as(face.faceId())
                    .isCloseTo(face.shiftTonnes(), within(LARGEST_LOAD_T));
        }
    }

    @Test
    void beginAgainWithTheNextShift() {
        run(Duration.ofHours(24));

        for (FaceTarget face : mine.digPlan().faces()) {
            assertThat(hauledT.get(face.faceId()))
                    .as(face.faceId())
                    .isCloseTo(2 * face.shiftTonnes(), within(LARGEST_LOAD_T));
        }
    }

    @Test
    void parkWithTheEnginesOffWhenAllTonnesAreMet() {
        Pit pit = run(Duration.ofHours(11));
        double burntL = pit.counts().burntL();
        pit.advanceTo(SHIFT_ENDS.minusSeconds(600));

        double idlingL = 26 * 40 * 50 / 60.0;
        assertThat(pit.counts().burntL() - burntL).isLessThan(0.05 * idlingL);
    }

    @Test
    void rejectAnOrderToAFaceWhoseTonnesAreMet() {
        Pit pit = run(Duration.ofHours(11));
        messages.clear();
        pit.obey(TestMine.assignment("A-1", "T01", Task.LOAD, "FACE-1", "SH01", SHIFT_ENDS));

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).body().toString()).contains("tonnes met");
    }

    private Pit run(Duration duration) {
        MineObserver tonnes =
                new MineObserver() {
                    @Override
                    public void hauled(HauledLoad load) {
                        hauledT.merge(load.faceId(), load.tonnes(), Double::sum);
                    }
                };
        PitSettings settings = new PitSettings(3, TestMine.START, false);
        Pit pit = new Pit(mine, settings, Conditions.NONE, messages::add, tonnes);
        pit.advanceTo(TestMine.START.plus(duration));
        return pit;
    }

    private static MineSite withAThirdOfTheTonnes(MineSite site) {
        List<FaceTarget> faces =
                site.digPlan().faces().stream()
                        .map(
                                face ->
                                        new FaceTarget(
                                                face.faceId(),
                                                face.material(),
                                                face.shiftTonnes() / 3))
                        .toList();
        return site.withDigPlan(DigPlan.of(faces.toArray(FaceTarget[]::new)));
    }
}
