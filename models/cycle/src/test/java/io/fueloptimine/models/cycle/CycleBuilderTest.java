package io.fueloptimine.models.cycle;

import static io.fueloptimine.models.mine.reading.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.reading.ProductionState.DUMPING;
import static io.fueloptimine.models.mine.reading.ProductionState.HAULING;
import static io.fueloptimine.models.mine.reading.ProductionState.LOADING;
import static io.fueloptimine.models.mine.reading.ProductionState.PARKED;
import static io.fueloptimine.models.mine.reading.ProductionState.QUEUED;
import static io.fueloptimine.models.mine.reading.ProductionState.SPOTTING;
import static io.fueloptimine.models.mine.reading.ProductionState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycleBuilderTest {

    private final CycleBuilder builder = new CycleBuilder();

    @Test
    void buildsACycleFromAWholeSequenceOfStates() {
        List<HaulCycle> cycles = add(wholeCycle(0));

        assertThat(cycles)
                .singleElement()
                .satisfies(
                        cycle -> {
                            assertThat(cycle.cycleId()).isEqualTo("pit/T1@" + at(1_100));
                            assertThat(cycle.assignedAt()).isEqualTo(at(0));
                            assertThat(cycle.loadArrivedAt()).isEqualTo(at(300));
                            assertThat(cycle.fullAt()).isEqualTo(at(500));
                            assertThat(cycle.dumpArrivedAt()).isEqualTo(at(900));
                            assertThat(cycle.emptyAt()).isEqualTo(at(1_100));
                            assertThat(cycle.payloadT()).isEqualTo(290);
                            assertThat(cycle.flags()).isEmpty();
                        });
    }

    @Test
    void givesEverySecondToOnePartOfTheCycle() {
        HaulCycle cycle = add(wholeCycle(0)).get(0);

        assertThat(cycle.emptyTravelS()).isEqualTo(300);
        assertThat(cycle.loadQueueS()).isEqualTo(60);
        assertThat(cycle.spotS()).isEqualTo(40);
        assertThat(cycle.loadingS()).isEqualTo(100);
        assertThat(cycle.fullTravelS()).isEqualTo(400);
        assertThat(cycle.dumpQueueS()).isEqualTo(120);
        assertThat(cycle.dumpingS()).isEqualTo(80);
    }

    @Test
    void buildsOneCycleAfterTheOther() {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0));
        events.addAll(wholeCycle(1_100));
        events.addAll(wholeCycle(2_200));

        assertThat(add(events))
                .extracting(HaulCycle::emptyAt)
                .containsExactly(at(1_100), at(2_200), at(3_300));
        assertThat(builder.incomplete).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesNotDependOnTheOrderInWhichAStretchArrives(long seed) {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0));
        events.addAll(wholeCycle(1_100));
        List<HaulCycle> expected = new CycleBuilder().addAll(events, "pit", "T1");
        Collections.shuffle(events, new Random(seed));

        assertThat(add(events)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesAnyLossOfStatesAndNeverMakesMoreCyclesThanThereWere(long seed) {
        Random random = new Random(seed);
        List<CycleEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.addAll(wholeCycle(1_100 * i));
        }
        events.removeIf(event -> random.nextInt(4) == 0);

        List<HaulCycle> cycles = add(events);

        assertThat(cycles.size()).isBetween(1, 50);
        assertThat(cycles)
                .allSatisfy(
                        cycle -> {
                            assertThat(cycle.loadArrivedAt()).isBefore(cycle.emptyAt());
                            assertThat(cycle.assignedAt()).isBefore(cycle.loadArrivedAt());
                            assertThat(cycle.fullAt())
                                    .isAfter(cycle.loadArrivedAt())
                                    .isBefore(cycle.emptyAt());
                        });
        assertThat(cycles).extracting(HaulCycle::cycleId).doesNotHaveDuplicates();
    }

    @Test
    void makesNoCycleOfOneThatBeganBeforeTheFirstState() {
        List<CycleEvent> fromTheMiddle = wholeCycle(0).subList(4, 8);

        assertThat(add(fromTheMiddle)).isEmpty();
        assertThat(builder.incomplete).isEqualTo(1);
    }

    @Test
    void flagsACycleWhoseDumpingWasNotReported() {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0));
        events.removeIf(event -> event.state() == DUMPING);

        assertThat(add(events))
                .singleElement()
                .satisfies(c -> assertThat(c.flags()).containsExactly("dump-not-seen"))
                .satisfies(c -> assertThat(c.emptyAt()).isEqualTo(at(1_100)));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "PARKED", "OFF"})
    void countsNoTimeOfAStopAsPartOfTheCycle(ProductionState stop) {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0));
        events.add(change(600, stop, null));
        events.add(change(650, HAULING, 290.0));

        assertThat(add(events).get(0).fullTravelS()).isEqualTo(350);
    }

    @Test
    void ignoresARepeatedState() {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0));
        events.add(change(600, HAULING, 290.0));
        events.add(change(700, HAULING, 290.0));

        assertThat(add(events).get(0).fullTravelS()).isEqualTo(400);
    }

    @Test
    void believesTelemetryAgainstALostChangeOnlyAfterTenSeconds() {
        add(List.of(change(0, DRIVING, null), telemetry(100, QUEUED), telemetry(109, QUEUED)));
        assertThat(builder.state).isEqualTo(DRIVING);

        add(List.of(telemetry(110, QUEUED)));
        assertThat(builder.state).isEqualTo(QUEUED);
        assertThat(builder.stateSince).isEqualTo(100_000);
    }

    @Test
    void forgetsWhatTelemetryContradictedAsSoonAsItAgreesAgain() {
        add(
                List.of(
                        change(0, DRIVING, null),
                        telemetry(100, STOPPED),
                        telemetry(105, DRIVING),
                        telemetry(106, STOPPED),
                        telemetry(115, STOPPED)));

        assertThat(builder.state).isEqualTo(DRIVING);
    }

    @Test
    void makesNoCycleWithoutAPayload() {
        List<CycleEvent> events = new ArrayList<>();
        for (CycleEvent event : wholeCycle(0)) {
            events.add(change((int) (event.timeMillis() / 1_000), event.state(), null));
        }

        assertThat(add(events)).isEmpty();
        assertThat(builder.incomplete).isEqualTo(1);
    }

    @Test
    void countsTheSecondOfTwoLoadsWithoutADumpBetween() {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0).subList(0, 5));
        events.add(change(700, LOADING, null));
        events.add(change(800, HAULING, 250.0));
        events.add(change(900, DUMPING, 250.0));
        events.add(change(950, DRIVING, null));

        assertThat(add(events))
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.fullAt()).isEqualTo(at(800)))
                .satisfies(cycle -> assertThat(cycle.payloadT()).isEqualTo(250));
    }

    @Test
    void endsACycleThatIsFollowedByParking() {
        List<CycleEvent> events = new ArrayList<>(wholeCycle(0).subList(0, 7));
        events.add(change(1_150, PARKED, null));

        assertThat(add(events)).extracting(HaulCycle::emptyAt).containsExactly(at(1_150));
    }

    /** 1,100 s from setting out to the next setting out. */
    private static List<CycleEvent> wholeCycle(int start) {
        return List.of(
                change(start, DRIVING, null),
                change(start + 300, QUEUED, null),
                change(start + 360, SPOTTING, null),
                change(start + 400, LOADING, null),
                change(start + 500, HAULING, 290.0),
                change(start + 900, QUEUED, 290.0),
                change(start + 1_020, DUMPING, 290.0),
                change(start + 1_100, DRIVING, null));
    }

    private List<HaulCycle> add(List<CycleEvent> events) {
        return builder.addAll(events, "pit", "T1");
    }

    private static CycleEvent change(int second, ProductionState state, Double payloadT) {
        StateChange change =
                new StateChange(state, null, "P", null, "S1", payloadT, null, "op", null, null);
        return new CycleEvent(
                second * 1_000L, second, change, state, null, null, null, null, payloadT, null);
    }

    private static CycleEvent telemetry(int second, ProductionState state) {
        return new CycleEvent(
                second * 1_000L, second, null, state, null, null, null, null, null, null);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
