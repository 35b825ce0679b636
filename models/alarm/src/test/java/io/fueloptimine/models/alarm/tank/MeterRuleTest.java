package io.fueloptimine.models.alarm.tank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.consumption.FuelVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong meters and leaks between two refuellings. */
class MeterRuleTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.92, 1.08})
    void findsAWrongMeterBeforeTheNextRefuelling(double factor) {
        TankStory story = new TankStory(3).counterFactor(factor).haul(4).off(90, 0).haul(5);

        assertThat(story.raised(AlertType.METER_BIAS)).isTrue();
        assertThat(story.state.meter.share()).isCloseTo(1 / factor - 1, within(0.01));
        assertThat(story.state.leak.raised()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 60})
    void takesNoLeakForAWrongMeter(double leakLph) {
        for (int seed = 1; seed <= 10; seed++) {
            TankStory story = new TankStory(seed).haul(3).off(60, 0).haul(2).leak(leakLph);
            story.haul(3).off(90, 0).haul(4);

            assertThat(story.raised(AlertType.METER_BIAS)).as("seed " + seed).isFalse();
        }
    }

    @Test
    void endsTheAlarmWhenTheMeterWasMended() {
        TankStory story = new TankStory(3).counterFactor(0.92).haul(4).off(90, 0).haul(5);
        story.fill(1_500).counterFactor(1).resetCounter();
        for (int part = 0; part < 4; part++) {
            story.haul(6).off(60, 0).fill(1_200);
        }

        assertThat(story.raised(AlertType.METER_BIAS)).isTrue();
        assertThat(story.state.meter).isNull();
    }

    @Test
    void findsALeakThatBeganAnHourAgoAfterHoursWithoutOne() {
        TankStory story = new TankStory(2).haul(9).leak(60).haul(1.3);

        assertThat(story.raised(AlertType.FUEL_LEAK)).isTrue();
    }

    @Test
    void anIntervalWithARepairedLeakSaysNothingOfTheMeter() {
        TankStory story = new TankStory(2).haul(10).fill(1_600).bay(12, 1_600).haul(2);
        double beforeL = story.burntL();
        story.leak(60).haul(3).leak(0).haul(3);
        double litres = story.burntL() - beforeL + 180;
        story.fill(litres).bay(12, litres).haul(1);

        assertThat(story.raised(AlertType.FUEL_LEAK)).isTrue();
        assertThat(story.raised(AlertType.METER_BIAS)).isFalse();
        assertThat(story.lastInterval().verdict()).isEqualTo(FuelVerdict.LEAK);
    }
}
