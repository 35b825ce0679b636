package io.fueloptimine.models.alarm.tank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.FuelReconciliation.Suspect;
import io.fueloptimine.models.mine.consumption.FuelVerdict;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.consumption.TankEvent.Kind;
import io.fueloptimine.models.mine.consumption.TankEvent.Source;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TankFollowerTest {

    private static final double TWO_STEPS_L = 32;

    @Test
    void findsARefuellingByTheLevel() {
        TankStory story = new TankStory(1).haul(10).fill(1_500).haul(1);

        assertThat(story.events.values())
                .singleElement()
                .satisfies(
                        fill -> {
                            assertThat(fill.kind()).isEqualTo(Kind.FILL);
                            assertThat(fill.source()).isEqualTo(Source.LEVEL);
                            assertThat(fill.litres()).isCloseTo(1_500, within(TWO_STEPS_L));
                            assertThat(fill.confidence()).isGreaterThan(0.99);
                            assertThat(fill.levelAfterPct() - fill.levelBeforePct())
                                    .isBetween(36.0, 38.0);
                        });
        assertThat(story.signals).isEmpty();
    }

    @Test
    void joinsLevelAndBayWhicheverComesFirst() {
        TankStory bayFirst = new TankStory(1).haul(10).fill(1_500).bay(12, 1_510).haul(2);
        TankStory bayLate =
                new TankStory(1).haul(10).fill(1_500).haul(2).bay(12 + 120, 1_510).haul(1);

        for (TankStory story : new TankStory[] {bayFirst, bayLate}) {
            assertThat(story.events.values())
                    .singleElement()
                    .satisfies(
                            fill -> {
                                assertThat(fill.source()).isEqualTo(Source.BOTH);
                                assertThat(fill.litres()).isEqualTo(1_510);
                                assertThat(fill.levelL()).isCloseTo(1_500, within(TWO_STEPS_L));
                                assertThat(fill.bayId()).isEqualTo("BAY-1");
                            });
        }
    }

    @Test
    void countsARepeatedMessageOnce() {
        TankStory story =
                new TankStory(1).haul(10).fill(1_500).bay(12, 1_510).bay(12, 1_510).haul(1);
        story.bay(72, 1_510);

        assertThat(story.of(Kind.FILL))
                .singleElement()
                .extracting(TankEvent::litres)
                .isEqualTo(1_510.0);
    }

    @Test
    void keepsAMessageThatTheLevelDoesNotConfirm() {
        TankStory story = new TankStory(1).haul(3).bay(12, 900).haul(1);

        assertThat(story.events.values())
                .singleElement()
                .satisfies(
                        fill -> {
                            assertThat(fill.source()).isEqualTo(Source.BAY);
                            assertThat(fill.levelL()).isNull();
                            assertThat(fill.confidence()).isEqualTo(0.5);
                        });
    }

    @Test
    void findsARefuellingInAGap() {
        TankStory story = new TankStory(1).haul(10).silence(40, 50, 1_500).haul(1);

        assertThat(story.of(Kind.FILL))
                .singleElement()
                .satisfies(fill -> assertThat(fill.litres()).isCloseTo(1_500, within(TWO_STEPS_L)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 25, 100})
    void findsAHundredLitresStolenFromAParkedTruck(double litresPerMin) {
        int minutes = (int) Math.round(100 / litresPerMin);
        TankStory story =
                new TankStory(1).haul(2).off(10, 0).off(minutes, -litresPerMin).off(30, 0).haul(1);

        assertThat(story.raised(AlertType.FUEL_THEFT)).isTrue();
        assertThat(story.raised(AlertType.FUEL_LEAK)).isFalse();
        assertThat(story.of(Kind.DRAIN))
                .singleElement()
                .satisfies(drain -> assertThat(drain.litres()).isCloseTo(100, within(24.0)));
    }

    @Test
    void findsATheftFromASilentTruckThatStood() {
        TankStory story =
                new TankStory(1).haul(2).off(5, 0).silence(240, 0, -200).off(5, 0).haul(1);

        assertThat(story.of(Kind.DRAIN))
                .singleElement()
                .satisfies(drain -> assertThat(drain.litres()).isCloseTo(200, within(24.0)));
    }

    @Test
    void takesWhatATruckBurnsInAGapForNoTheft() {
        TankStory story = new TankStory(1).haul(2).off(5, 0).silence(60, 200, 0).off(5, 0).haul(1);

        assertThat(story.events).isEmpty();
        assertThat(story.signals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 30})
    void findsASlowLeakAndNoTheft(double lph) {
        TankStory story = new TankStory(2).haul(12).fill(1_600).leak(lph);
        for (int shift = 0; shift < 3; shift++) {
            story.haul(3).off(45, 0).haul(3).fill(950);
        }

        assertThat(story.raised(AlertType.FUEL_LEAK)).isTrue();
        assertThat(story.raised(AlertType.FUEL_THEFT)).isFalse();
        assertThat(story.raised(AlertType.METER_BIAS)).isFalse();
        assertThat(story.state.leak.slow().leakLph()).isCloseTo(lph, within(0.4 * lph));
    }

    @Test
    void findsAFastLeakOfADrivingTruckSoonAndNoTheftWhenItStops() {
        TankStory story = new TankStory(2).haul(4).leak(300).haul(1).off(20, 0).haul(1);

        assertThat(story.raised(AlertType.FUEL_LEAK)).isTrue();
        assertThat(story.raised(AlertType.FUEL_THEFT)).isFalse();
    }

    @Test
    void takesASteadyLossOfAParkedTruckForALeakInTheEnd() {
        TankStory story = new TankStory(2).haul(2).leak(120).off(120, 0);

        assertThat(story.signals.get(story.signals.size() - 1).type())
                .isEqualTo(AlertType.FUEL_LEAK);
        assertThat(story.state.leak.leakLph()).isCloseTo(120, within(25.0));
    }

    @Test
    void clearsALeakThatWasMended() {
        TankStory story = new TankStory(2).haul(4).leak(200).haul(1.5).leak(0).haul(3);

        assertThat(story.raised(AlertType.FUEL_LEAK)).isTrue();
        assertThat(story.state.leak.raised()).isFalse();
        assertThat(story.signals.get(story.signals.size() - 1).present()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.92, 1.08})
    void findsAWrongMeterAndNoLeak(double factor) {
        TankStory story = new TankStory(3).counterFactor(factor);
        for (int fill = 0; fill < 3; fill++) {
            double before = story.burntL();
            story.haul(6).off(60, 0).haul(6);
            double litres = story.burntL() - before;
            story.fill(litres).bay(12, litres);
        }
        story.haul(1);

        assertThat(story.lastInterval().verdict()).isEqualTo(FuelVerdict.METER_BIAS);
        assertThat(story.lastInterval().suspect()).isEqualTo(Suspect.MACHINE_METER);
        assertThat(story.lastInterval().confidence()).isGreaterThan(0.99);
        assertThat(story.raised(AlertType.METER_BIAS)).isTrue();
        assertThat(story.raised(AlertType.FUEL_LEAK)).isFalse();
    }

    @Test
    void findsAWrongFuelBay() {
        TankStory story = new TankStory(3).haul(12);
        story.fill(2_000).bay(12, 2_000).haul(10).fill(1_800).bay(12, 1_900).haul(1);

        assertThat(story.lastInterval().verdict()).isEqualTo(FuelVerdict.METER_BIAS);
        assertThat(story.lastInterval().suspect()).isEqualTo(Suspect.BAY_METER);
    }

    @Test
    void tellsWhatExplainsAnInterval() {
        TankStory healthy = new TankStory(4).haul(12).fill(2_000).haul(10).fill(1_800).haul(1);
        TankStory robbed =
                new TankStory(4).haul(12).fill(2_000).haul(4).off(20, -10).off(15, 0).haul(6);
        robbed.fill(1_800).haul(1);
        TankStory leaking =
                new TankStory(4).haul(12).fill(2_000).leak(12).haul(6).off(60, 0).haul(6);
        leaking.fill(1_800).haul(1);

        assertThat(healthy.lastInterval().verdict()).isEqualTo(FuelVerdict.CONSISTENT);
        assertThat(robbed.lastInterval().verdict()).isEqualTo(FuelVerdict.THEFT);
        assertThat(robbed.lastInterval().drainedL()).isCloseTo(200, within(24.0));
        assertThat(leaking.lastInterval().verdict()).isEqualTo(FuelVerdict.LEAK);
        assertThat(leaking.lastInterval().leakLph()).isCloseTo(12, within(3.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void intervalsAddUpToTheFuelBurntAcrossRefuellingsAndResets(long seed) {
        Random random = new Random(seed);
        TankStory story = new TankStory(seed).haul(10).fill(1_500);
        double filledAtL = story.burntL();
        double burnt = 0;
        for (int fill = 0; fill < 12; fill++) {
            story.haul(2 + random.nextInt(6));
            if (random.nextInt(3) == 0) {
                story.resetCounter();
            }
            story.haul(2);
            burnt += story.burntL() - filledAtL;
            double litres = story.fillUp();
            filledAtL = story.burntL();
            int began = story.minute() - 12;
            if (random.nextBoolean()) {
                story.haul(random.nextInt(3)).bayAt(began, litres);
            }
        }
        story.haul(2);

        double sum = 0;
        for (FuelReconciliation interval : story.intervals.values()) {
            assertThat(interval.meteredL()).isNotNegative();
            assertThat(interval.verdict()).isEqualTo(FuelVerdict.CONSISTENT);
            sum += interval.meteredL();
        }
        assertThat(story.intervals).hasSize(12);
        assertThat(story.of(Kind.FILL)).hasSize(13);
        assertThat(sum).isCloseTo(burnt, within(0.01 * burnt));
    }

    @Test
    void scoredFuelIsCountedOnceWhenAWindowIsRevisedAndRepeated() {
        TankStory story = new TankStory(1).haul(10).fill(1_500).haul(1);
        long startMs = TankStory.START.plusSeconds(36_900).toEpochMilli();
        story.follower.expected(story.state, new ExpectedMinute(startMs, 5, 60));
        story.follower.expected(story.state, new ExpectedMinute(startMs, 6, 60));
        story.follower.expected(story.state, new ExpectedMinute(startMs, 6, 60));

        assertThat(story.state.interval.expectedL()).isEqualTo(6);
        assertThat(story.state.interval.scoredS()).isEqualTo(60);
    }
}
