package io.fueloptimine.models.dispatch.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.plan.FlatMine;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownAdvisorTest {

    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");
    private static final MineSite FLAT = new FlatMine().build();
    private static final MineSite MINE =
            new MineSite(
                    "mine",
                    FLAT.digPlan(),
                    FLAT.locations(),
                    FLAT.roads(),
                    List.of(FlatMine.LARGE),
                    List.of(new Truck("T1", FlatMine.LARGE.name(), "S1", "D1")),
                    List.of(),
                    List.of(),
                    List.of());

    private final ShutdownAdvisor advisor = new ShutdownAdvisor(MINE, ShutdownSettings.DEFAULT);
    private Instant now = START;

    @Test
    void saysNothingUntilItKnowsHowLongSuchWaitsLast() {
        stop(StopReason.BREAK);
        assertThat(advisor.due(now.plusSeconds(600))).isEmpty();
    }

    @Test
    void advisesOnceAfterTheEngineHasCooledDown() {
        for (int i = 0; i < 5; i++) {
            waited(StopReason.BREAK, 3_000);
        }
        stop(StopReason.BREAK);

        assertThat(advisor.due(now.plusSeconds(119))).isEmpty();
        List<ShutdownAdvice> due = advisor.due(now.plusSeconds(120));
        assertThat(due).hasSize(1);
        ShutdownAdvice advice = due.get(0);
        assertThat(advice.truckId()).isEqualTo("T1");
        assertThat(advice.since()).isEqualTo(now);
        assertThat(advice.expectedRestS()).isCloseTo(2_880, within(1e-6));
        assertThat(advice.expectedLitres())
                .isCloseTo((2_880 - 180) / 3_600.0 * FlatMine.LARGE.idleLph(), within(1e-6));
        assertThat(advice.text()).contains("T1", "break", "48 minutes more", "3 minutes");
        assertThat(advisor.due(now.plusSeconds(150))).isEmpty();
    }

    @Test
    void shortWaitsAreNotWorthARestart() {
        for (int i = 0; i < 20; i++) {
            waited(StopReason.STANDBY, 200);
        }
        stop(StopReason.STANDBY);

        assertThat(advisor.due(now.plusSeconds(120))).isEmpty();
    }

    @Test
    void waitsUntilAWaitHasOutlastedTheShortOnes() {
        for (int i = 0; i < 20; i++) {
            waited(StopReason.STANDBY, 150);
        }
        for (int i = 0; i < 5; i++) {
            waited(StopReason.STANDBY, 3_000);
        }
        stop(StopReason.STANDBY);

        assertThat(advisor.due(now.plusSeconds(151))).hasSize(1);
    }

    @Test
    void aTruckThatWorksAgainIsNotAdvised() {
        for (int i = 0; i < 5; i++) {
            waited(StopReason.BREAK, 3_000);
        }
        stop(StopReason.BREAK);
        now = now.plusSeconds(60);
        change(ProductionState.DRIVING, null);

        assertThat(advisor.due(now.plusSeconds(600))).isEmpty();
    }

    @Test
    void brokenTrucksAreNotWaits() {
        for (int i = 0; i < 6; i++) {
            waited(StopReason.DOWN, 3_000);
        }
        stop(StopReason.DOWN);

        assertThat(advisor.due(now.plusSeconds(600))).isEmpty();
    }

    private void waited(StopReason reason, int seconds) {
        stop(reason);
        now = now.plusSeconds(seconds);
        change(ProductionState.DRIVING, null);
        now = now.plus(Duration.ofMinutes(10));
    }

    private void stop(StopReason reason) {
        change(ProductionState.STOPPED, reason.name());
    }

    private void change(ProductionState state, String reason) {
        StateChange change =
                new StateChange(state, null, "A", null, null, 0.0, 50.0, "OP", null, reason);
        advisor.accept(
                new Reading(
                        "mine",
                        EquipmentKind.HAULTRUCK,
                        "T1",
                        ReadingStream.STATE,
                        1,
                        now,
                        now,
                        false,
                        List.of(),
                        null,
                        change,
                        null,
                        null,
                        null,
                        null));
    }
}
