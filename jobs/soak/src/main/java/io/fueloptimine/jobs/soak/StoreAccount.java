package io.fueloptimine.jobs.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares what one store (a topic, a table or files of the lake) holds with what was sent. Keeps
 * up to five examples of what is wrong. Not thread-safe.
 */
final class StoreAccount {

    private static final int EXAMPLES = 5;

    private final String store;
    private final long expected;
    private final List<String> examples = new ArrayList<>();
    private long lost;
    private long doubled;
    private long unexpected;

    /**
     * @param store the name of the store, for the summary
     * @param expected the number of readings that the store must hold
     */
    StoreAccount(String store, long expected) {
        this.store = store;
        this.expected = expected;
    }

    /** Counts readings that the store lacks. */
    void lost(long number, String example) {
        lost += number;
        addExample("lost: " + example);
    }

    /** Counts readings that the store holds more than once. */
    void doubled(long number, String example) {
        doubled += number;
        addExample("doubled: " + example);
    }

    /** Counts a record that the store must not hold. */
    void unexpected(String example) {
        unexpected++;
        addExample("unexpected: " + example);
    }

    String store() {
        return store;
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

    /** Whether nothing is lost, doubled or unexpected. */
    boolean isExact() {
        return lost == 0 && doubled == 0 && unexpected == 0;
    }

    private void addExample(String example) {
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }
}
