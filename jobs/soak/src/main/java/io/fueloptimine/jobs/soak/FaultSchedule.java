package io.fueloptimine.jobs.soak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Deals faults at random: every kind once, in an order by the seed, before any comes again. Not
 * thread-safe.
 */
final class FaultSchedule {

    private final List<Fault> kinds;
    private final Random random;
    private final Deque<Fault> deck = new ArrayDeque<>();

    /**
     * @param kinds at least one
     * @param seed the same seed deals the same faults
     */
    FaultSchedule(List<Fault> kinds, long seed) {
        this.kinds = List.copyOf(kinds);
        this.random = new Random(seed);
    }

    Fault next() {
        if (deck.isEmpty()) {
            List<Fault> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            deck.addAll(shuffled);
        }
        return deck.pop();
    }
}
