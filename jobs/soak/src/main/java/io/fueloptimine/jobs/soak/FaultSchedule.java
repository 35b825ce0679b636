package io.fueloptimine.jobs.soak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The random order of faults: every kind occurs once, in an order given by the seed, before any
 * kind occurs again. Not thread-safe.
 */
final class FaultSchedule {

    private final List<Fault> kinds;
    private final Random random;
    private final Deque<Fault> round = new ArrayDeque<>();

    /**
     * @param kinds the kinds of faults, at least one
     * @param seed the seed of the random order; the same seed gives the same order
     */
    FaultSchedule(List<Fault> kinds, long seed) {
        this.kinds = List.copyOf(kinds);
        this.random = new Random(seed);
    }

    Fault next() {
        if (round.isEmpty()) {
            List<Fault> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
        }
        return round.pop();
    }
}
