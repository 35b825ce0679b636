package io.fueloptimine.jobs.evaluation.truth;

import io.fueloptimine.jobs.evaluation.scenario.InjectedFault;
import java.time.Duration;
import java.time.Instant;

/**
 * An injected fault and what the simulated mine did meanwhile.
 *
 * @param onSeconds seconds with the engine on in each minute since the beginning of the fault, of
 *     the affected machine; of all affected machines together if there are several; of overload
 *     only those in which a truck hauled more than 110 %, of speeding only those loaded down a
 *     steep road
 * @param stolenL fuel that was stolen while the fault lasted, L; 0 for other kinds
 */
public record WitnessedFault(InjectedFault fault, int[] onSeconds, double stolenL) {

    private static final double LEAST_STOLEN_L = 100;
    private static final double LEAST_ON_H = 0.5;
    private static final double LEAST_OVERLOADED_H = 0.1;
    private static final double LEAST_SHARE = 0.25;

    /**
     * Whether the fault had an effect that an alarm could find: at least 100 L were stolen, and an
     * affected machine worked for half an hour, or for a quarter of a shorter fault.
     */
    public boolean tookPlace() {
        return switch (fault.kind()) {
            case THEFT -> stolenL >= LEAST_STOLEN_L;
            case ALL_SILENT -> true;
            case OVERLOAD, SPEEDING -> operatingHours(fault.until()) >= LEAST_OVERLOADED_H;
            default -> {
                Duration length = Duration.between(fault.from(), fault.until());
                yield operatingHours(fault.until())
                        >= Math.min(LEAST_ON_H, LEAST_SHARE * length.toMinutes() / 60.0);
            }
        };
    }

    /** Hours with the engine on from the beginning of the fault until a time. */
    public double operatingHours(Instant until) {
        long minutes = Duration.between(fault.from(), until).toMinutes();
        long seconds = 0;
        for (int i = 0; i < Math.min(minutes, onSeconds.length); i++) {
            seconds += onSeconds[i];
        }
        return seconds / 3_600.0;
    }
}
