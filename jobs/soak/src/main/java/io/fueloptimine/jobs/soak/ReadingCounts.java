package io.fueloptimine.jobs.soak;

import java.util.function.LongPredicate;

/**
 * Counts how often each reading of the fleet occurs in one store (a topic, table or folder of
 * files). The counts need one byte of memory per reading. Not thread-safe.
 */
final class ReadingCounts {

    private final SoakFleet fleet;
    private final LongPredicate expectedReading;
    private final byte[] occurrences;
    private final long expected;
    private long distinct;
    private long repeats;
    private long foreign;
    private String foreignExample = "";

    /**
     * @param expectedReading returns for the number of a reading whether the store must contain the
     *     reading
     */
    ReadingCounts(SoakFleet fleet, LongPredicate expectedReading) {
        this.fleet = fleet;
        this.expectedReading = expectedReading;
        this.occurrences = new byte[Math.toIntExact(fleet.withClosing())];
        long number = 0;
        for (long reading = 0; reading < occurrences.length; reading++) {
            number += expectedReading.test(reading) ? 1 : 0;
        }
        this.expected = number;
    }

    /**
     * Counts a reading.
     *
     * @return the number of the reading; -1 if the fleet did not send the reading
     */
    long add(String machineId, long sequence) {
        long reading = fleet.numberOf(machineId, sequence);
        if (reading < 0) {
            foreign++;
            foreignExample = machineId + " number " + sequence;
            return -1;
        }
        int index = (int) reading;
        if (occurrences[index] == 0) {
            distinct++;
        } else {
            repeats++;
        }
        if (occurrences[index] < Byte.MAX_VALUE) {
            occurrences[index]++;
        }
        return reading;
    }

    long expected() {
        return expected;
    }

    /** Number of readings that occur at least once. */
    long distinct() {
        return distinct;
    }

    /** Number of repeated occurrences of readings. */
    long repeats() {
        return repeats;
    }

    /** Compares the counts with the readings that the store must contain. */
    StoreAccount account(String store) {
        StoreAccount account = new StoreAccount(store, expected);
        for (int reading = 0; reading < occurrences.length; reading++) {
            int number = occurrences[reading];
            if (expectedReading.test(reading)) {
                if (number == 0) {
                    account.lost(1, fleet.describe(reading));
                } else if (number > 1) {
                    account.doubled(number - 1L, fleet.describe(reading));
                }
            } else if (number > 0) {
                account.unexpected(fleet.describe(reading));
            }
        }
        if (foreign > 0) {
            account.unexpected(
                    foreign
                            + " readings that the fleet did not send, for example "
                            + foreignExample);
        }
        return account;
    }
}
