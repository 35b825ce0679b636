package io.fueloptimine.jobs.soak;

import java.time.Instant;

/**
 * How many readings each fuel window of the fleet was made from, as one place tells it. A window
 * may be told more than once; its last word is the one made from most readings, for a window only
 * ever gains readings. Not thread-safe.
 */
final class WindowReadingCounts {

    private final SoakFleet fleet;
    private final int[][] held;
    private final int[][] late;
    private long strangers;

    WindowReadingCounts(SoakFleet fleet) {
        this.fleet = fleet;
        this.held = new int[SoakFleet.TRUCKS][fleet.windows()];
        this.late = new int[SoakFleet.TRUCKS][fleet.windows()];
    }

    /** A window was found. The closing readings' own are of no interest: they may be open. */
    void found(String machineId, Instant start, int readings) {
        int truck = fleet.truckOf(machineId);
        long window = fleet.windowOf(start);
        if (truck < 0 || window < 0) {
            strangers++;
        } else if (window < fleet.windows()) {
            int index = (int) window;
            held[truck][index] = Math.max(held[truck][index], readings);
        }
    }

    /** A valid reading was told to be too late for its window. */
    void late(String machineId, Instant time) {
        int truck = fleet.truckOf(machineId);
        long window = fleet.windowOf(time);
        if (truck < 0 || window < 0) {
            strangers++;
        } else if (window < fleet.windows()) {
            late[truck][(int) window]++;
        }
    }

    /** Readings that no window holds, and readings that are held twice. */
    StoreAccount account(String place) {
        StoreAccount account = new StoreAccount(place, expected());
        for (int truck = 0; truck < held.length; truck++) {
            for (int window = 0; window < held[truck].length; window++) {
                settle(account, truck, window);
            }
        }
        if (strangers > 0) {
            account.unexpected(strangers + " windows of no truck");
        }
        return account;
    }

    private void settle(StoreAccount account, int truck, int window) {
        int expected = fleet.expectedIn(truck, window);
        int there = held[truck][window] + late[truck][window];
        if (there != expected) {
            String example =
                    fleet.name(truck)
                            + " window "
                            + window
                            + " holds "
                            + held[truck][window]
                            + " readings and lacks "
                            + late[truck][window]
                            + " late ones, expected "
                            + expected;
            if (there < expected) {
                account.lost(expected - there, example);
            } else {
                account.doubled(there - expected, example);
            }
        }
    }

    private long expected() {
        long expected = 0;
        for (int truck = 0; truck < held.length; truck++) {
            for (int window = 0; window < held[truck].length; window++) {
                expected += fleet.expectedIn(truck, window);
            }
        }
        return expected;
    }
}
