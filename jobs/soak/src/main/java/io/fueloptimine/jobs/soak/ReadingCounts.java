package io.fueloptimine.jobs.soak;

import java.util.function.LongPredicate;

/**
 * How often each reading of the fleet was found in one place: a byte a reading. Not thread-safe.
 */
final class ReadingCounts {

    private final SoakFleet fleet;
    private final LongPredicate wanted;
    private final byte[] found;
    private final long expected;
    private long distinct;
    private long repeats;
    private long strangers;
    private String stranger = "";

    /**
     * @param wanted which readings must be found, by their number; the others must not
     */
    ReadingCounts(SoakFleet fleet, LongPredicate wanted) {
        this.fleet = fleet;
        this.wanted = wanted;
        this.found = new byte[Math.toIntExact(fleet.withClosing())];
        long number = 0;
        for (long reading = 0; reading < found.length; reading++) {
            number += wanted.test(reading) ? 1 : 0;
        }
        this.expected = number;
    }

    /**
     * Counts a reading.
     *
     * @return its number, or -1 when it is none of the fleet's
     */
    long found(String machineId, long sequence) {
        long reading = fleet.numberOf(machineId, sequence);
        if (reading < 0) {
            strangers++;
            stranger = machineId + " number " + sequence;
            return -1;
        }
        int index = (int) reading;
        if (found[index] == 0) {
            distinct++;
        } else {
            repeats++;
        }
        if (found[index] < Byte.MAX_VALUE) {
            found[index]++;
        }
        return reading;
    }

    long expected() {
        return expected;
    }

    /** Different readings found. */
    long distinct() {
        return distinct;
    }

    /** Readings found again. */
    long repeats() {
        return repeats;
    }

    /** What is lost, and what is there too often. */
    StoreAccount account(String place) {
        StoreAccount account = new StoreAccount(place, expected);
        for (int reading = 0; reading < found.length; reading++) {
            int times = found[reading];
            if (wanted.test(reading)) {
                if (times == 0) {
                    account.lost(1, fleet.describe(reading));
                } else if (times > 1) {
                    account.doubled(times - 1L, fleet.describe(reading));
                }
            } else if (times > 0) {
                account.unexpected(fleet.describe(reading));
            }
        }
        if (strangers > 0) {
            account.unexpected(strangers + " readings of no truck, such as " + stranger);
        }
        return account;
    }
}
