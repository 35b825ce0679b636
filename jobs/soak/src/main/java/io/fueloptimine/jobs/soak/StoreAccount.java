package io.fueloptimine.jobs.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * What one place holds of what it should. Filled by one thread; not changed afterwards.
 *
 * <p>Of everything that is wrong it keeps some examples, so that one can go and look.
 */
final class StoreAccount {

    private static final int EXAMPLES = 5;

    private final String place;
    private final long expected;
    private final List<String> examples = new ArrayList<>();
    private long lost;
    private long doubled;
    private long unexpected;

    /**
     * @param place where it was looked, in words
     * @param expected how many readings must be there
     */
    StoreAccount(String place, long expected) {
        this.place = place;
        this.expected = expected;
    }

    void lost(long number, String example) {
        lost += number;
        keep("lost: " + example);
    }

    void doubled(long number, String example) {
        doubled += number;
        keep("doubled: " + example);
    }

    /** Something that should not be there at all. */
    void unexpected(String example) {
        unexpected++;
        keep("unexpected: " + example);
    }

    String place() {
        return place;
    }

    long expected() {
        return expected;
    }

    long lost() {
        return lost;
    }

    long doubled() {
        return doubled;
    }

    long unexpected() {
        return unexpected;
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    boolean isExact() {
        return lost == 0 && doubled == 0 && unexpected == 0;
    }

    private void keep(String example) {
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }
}
