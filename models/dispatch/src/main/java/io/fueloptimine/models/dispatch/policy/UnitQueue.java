package io.fueloptimine.models.dispatch.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The trucks that are ahead at one loading unit. They are loaded in the order of their arrival.
 * Used for a single decision.
 */
final class UnitQueue {

    private final List<Arrival> arrivals = new ArrayList<>();
    private double freeInS;

    /**
     * A truck that waits or is on its way.
     *
     * @param inS time until it arrives, s; 0 for a truck that waits
     * @param serviceS time of spotting and loading, s
     */
    private record Arrival(double inS, double serviceS) {}

    /** The unit loads a truck for another {@code leftS} seconds. */
    void loads(double leftS) {
        freeInS = Math.max(freeInS, leftS);
    }

    void arrives(double inS, double serviceS) {
        arrivals.add(new Arrival(inS, serviceS));
    }

    /** Trucks that wait or are on their way. */
    int size() {
        return arrivals.size();
    }

    /**
     * How long a truck waits, s.
     *
     * @param inS time until the truck arrives, s
     */
    double waitS(double inS) {
        List<Arrival> ahead = new ArrayList<>(arrivals);
        ahead.removeIf(arrival -> arrival.inS() > inS);
        ahead.sort(Comparator.comparingDouble(Arrival::inS));
        double freeS = freeInS;
        for (Arrival arrival : ahead) {
            freeS = Math.max(freeS, arrival.inS()) + arrival.serviceS();
        }
        return Math.max(0, freeS - inS);
    }
}
