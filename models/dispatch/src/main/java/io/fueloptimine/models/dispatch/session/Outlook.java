package io.fueloptimine.models.dispatch.session;

import java.util.Set;

/** What a truck will find at the loading units and dumps of a session's mine. */
interface Outlook {

    /** The numbers of the loading units that are down. */
    Set<Integer> down();

    /** Tonnes of the trucks that drive to each loading unit, wait there or are loaded, t. */
    double[] boundT();

    /**
     * The time until a loading unit can load a truck that arrives at a time, s. Trucks that arrive
     * before are loaded before.
     */
    double loadStartsInS(int unit, double arrivesInS);

    /** The time until a truck that arrives at a dump at a time can dump there, s. */
    double dumpStartsInS(int dump, double arrivesInS);
}
