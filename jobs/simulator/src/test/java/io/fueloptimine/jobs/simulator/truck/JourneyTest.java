package io.fueloptimine.jobs.simulator.truck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.site.Route;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JourneyTest {

    /** F1 to D1: two legs of 1,000 m. */
    private final Route route =
            new TestTruck(Conditions.NONE, 1).context.roads().shortest("F1", "D1").orElseThrow();

    @Test
    void endsALegAfterItsLengthAtItsSpeed() {
        Journey journey = new Journey(route, 0);

        assertThat(start(journey, 0, 36)).isEqualTo(100_000);
        assertThat(journey.metresAt(50_000)).isCloseTo(500, within(1e-9));
        assertThat(journey.metresAt(100_000)).isCloseTo(1_000, within(1e-9));
        assertThat(journey.metresAt(900_000)).isEqualTo(1_000);
    }

    @Test
    void continuesWhereItWasHeld() {
        Journey journey = new Journey(route, 0);
        start(journey, 0, 36);
        journey.hold(40_000);
        assertThat(journey.metresAt(3_000_000)).isCloseTo(400, within(1e-9));

        assertThat(start(journey, 3_000_000, 18)).isEqualTo(3_000_000 + 120_000);
    }

    @Test
    void takesTheSameDrivingTimeHoweverOftenItIsHeld() {
        Random random = new Random(1);
        Journey journey = new Journey(route, 0);
        long nowMs = 0;
        long drivenMs = 0;
        long endMs = start(journey, nowMs, 24);
        while (nowMs < endMs) {
            long stepMs = Math.min(endMs - nowMs, 1 + random.nextInt(9_000));
            nowMs += stepMs;
            drivenMs += stepMs;
            if (nowMs < endMs) {
                journey.hold(nowMs);
                nowMs += random.nextInt(60_000);
                endMs = start(journey, nowMs, 24);
            }
        }

        assertThat(drivenMs).isBetween(149_950L, 150_050L);
    }

    @Test
    void startsWithWhatWasDrivenBeforeARestart() {
        Journey journey = new Journey(route, 750);

        assertThat(start(journey, 0, 36)).isEqualTo(25_000);
        journey.nextLeg();
        assertThat(start(journey, 25_000, 36)).isEqualTo(125_000);
    }

    @Test
    void takesAtLeastAMillisecondForTheRestOfALeg() {
        Journey journey = new Journey(route, 1_000);

        assertThat(start(journey, 5, 36)).isEqualTo(6);
    }

    @Test
    void isFinishedAfterItsLastLeg() {
        Journey journey = new Journey(route, 0);
        assertThat(journey.legsLeft()).hasSize(2);
        journey.nextLeg();
        assertThat(journey.finished()).isFalse();
        assertThat(journey.leg().toLocationId()).isEqualTo("D1");
        journey.nextLeg();

        assertThat(journey.finished()).isTrue();
        assertThat(journey.legsLeft()).isEmpty();
    }

    /** Drives the rest of the leg at a constant speed. */
    private static long start(Journey journey, long nowMs, double kph) {
        LegProfile profile = new LegProfile();
        profile.begin(kph / 3.6);
        double restM = journey.leg().segment().lengthM() - journey.doneM();
        profile.add(Math.max(0, restM) * 3.6 / kph, kph / 3.6, 300);
        return journey.start(nowMs, profile);
    }
}
