package io.fueloptimine.operators.cycle;

import static io.fueloptimine.models.mine.reading.ProductionState.DRIVING;
import static io.fueloptimine.models.mine.reading.ProductionState.DUMPING;
import static io.fueloptimine.models.mine.reading.ProductionState.HAULING;
import static io.fueloptimine.models.mine.reading.ProductionState.LOADING;
import static io.fueloptimine.models.mine.reading.ProductionState.QUEUED;
import static io.fueloptimine.models.mine.reading.ProductionState.SPOTTING;
import static io.fueloptimine.operators.SampleReadings.START;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.operators.SampleReadings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one truck sends of its cycles. */
final class CycleScript {

    /** How long a cycle takes, s. */
    static final int CYCLE_S = 1_800;

    /** When each state of the cycle begins, s, and what it is. */
    private static final int[] AT = {0, 600, 650, 700, 830, 1_700, 1_750, 1_800};

    private static final ProductionState[] STATES = {
        DRIVING, QUEUED, SPOTTING, LOADING, HAULING, QUEUED, DUMPING, DRIVING
    };

    private CycleScript() {}

    /** The changes of state of one cycle, with telemetry every second if wanted. */
    static List<Reading> oneCycle(boolean withTelemetry) {
        return oneCycle(withTelemetry, 0);
    }

    /** The same, so many seconds later. */
    static List<Reading> oneCycle(boolean withTelemetry, int fromSecond) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < STATES.length; i++) {
            readings.add(state(i, fromSecond));
        }
        int phase = 0;
        for (int second = 0; withTelemetry && second <= 1_830; second++) {
            phase += phase + 1 < AT.length && second >= AT[phase + 1] ? 1 : 0;
            readings.add(telemetry(fromSecond + second, STATES[phase]));
        }
        return readings;
    }

    /** When it was measured, s from the start. */
    static long second(Reading reading) {
        return Duration.between(START, reading.time()).toSeconds();
    }

    /** The change into one of the states. */
    static Reading state(int index, int fromSecond) {
        return SampleReadings.state(
                "T",
                index,
                START.plusSeconds(fromSecond + AT[index]),
                STATES[index],
                "place-" + AT[index],
                STATES[index] == LOADING ? "S-1" : null,
                STATES[index] == HAULING || STATES[index] == DUMPING ? 306.0 : 0.0);
    }

    /** Moves at 20 km/h while travelling, climbs 0.1 m a second, burns 0.1 L a second. */
    private static Reading telemetry(int second, ProductionState state) {
        boolean moves = state == DRIVING || state == HAULING;
        Reading base =
                SampleReadings.telemetry(
                        "T",
                        second,
                        START.plusSeconds(second),
                        360.0,
                        1_000 + second * 0.1,
                        moves ? 20.0 : 0.0,
                        3_000 + second * 0.1);
        Telemetry t = base.telemetry();
        Telemetry inState =
                new Telemetry(
                        t.equipmentClass(),
                        t.operatorId(),
                        state,
                        t.fuelRateLph(),
                        t.totalFuelUsedL(),
                        t.fuelLevelPct(),
                        t.engineLoadPct(),
                        t.engineRpm(),
                        t.engineHours(),
                        t.speedKph(),
                        t.payloadT(),
                        t.gradePct(),
                        t.eastingM(),
                        t.northingM(),
                        t.elevationM(),
                        t.coolantTempC(),
                        t.oilPressureKpa(),
                        t.barometricPressureKpa(),
                        t.ambientTempC(),
                        null,
                        null);
        return new Reading(
                base.site(),
                base.kind(),
                base.machineId(),
                base.stream(),
                base.sequence(),
                base.time(),
                base.receivedAt(),
                false,
                List.of(),
                inState,
                null,
                null,
                null,
                null,
                null);
    }
}
