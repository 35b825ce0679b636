package io.fueloptimine.jobs.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the content of one store (a topic, a table or files of the Parquet lake) with the
 * readings that were sent. The account keeps up to five examples of differences. Not thread-safe.
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
     * @param expected the number of readings that the store must contain
     */
    StoreAccount(String store, long expected) {
        this.store = store;
        this.expected = expected;
    }

    /**
     * Counts readings that are missing in the store.
     *
     * @param number the number of missing readings
     * @param example a description of one of the readings
     */
    void lost(long number, String example) {
        lost += number;
        addExample("lost: " + example);
    }

    /**
     * Counts repeated readings in the store.
     *
     * @param number the number of repeated readings
     * @param example a description of one of the readings
     */
    void doubled(long number, String example) {
        doubled += number;
        addExample("doubled: " + example);
    }

    /**
     * Counts a record that the store must not contain.
     *
     * @param example a description of the record
     */
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

    /** Whether the store contains each expected reading exactly once and no other records. */
    boolean isExact() {
        return lost == 0 && doubled == 0 && unexpected == 0;
    }

    private void addExample(String example) {
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }
}
