package io.fueloptimine.jobs.soak;

import java.time.Instant;

/**
 * Counts the readings of each fuel window of the fleet in one store. A window can occur several
 * times, because a late reading causes a new revision of the window. The revision with the most
 * readings is used, because the number of readings of a window only increases. Not thread-safe.
 */
final class WindowReadingCounts {

    private final SoakFleet fleet;
    private final int[][] held;
    private final int[][] late;
    private long foreign;

    WindowReadingCounts(SoakFleet fleet) {
        this.fleet = fleet;
        this.held = new int[SoakFleet.TRUCKS][fleet.windows()];
        this.late = new int[SoakFleet.TRUCKS][fleet.windows()];
    }

    /**
     * Adds a window. Windows that contain the final reading of a truck are ignored, because these
     * windows may be incomplete.
     */
    void add(String machineId, Instant start, int readings) {
        int truck = fleet.truckOf(machineId);
        long window = fleet.windowOf(start);
        if (truck < 0 || window < 0) {
            foreign++;
        } else if (window < fleet.windows()) {
            int index = (int) window;
            held[truck][index] = Math.max(held[truck][index], readings);
        }
    }

    /** Adds a valid reading that was rejected because it arrived too late for its window. */
    void addLate(String machineId, Instant time) {
        int truck = fleet.truckOf(machineId);
        long window = fleet.windowOf(time);
        if (truck < 0 || window < 0) {
            foreign++;
        } else if (window < fleet.windows()) {
            late[truck][(int) window]++;
        }
    }

    /** Compares the counts with the readings that the windows must contain. */
    StoreAccount account(String store) {
        StoreAccount account = new StoreAccount(store, expected());
        for (int truck = 0; truck < held.length; truck++) {
            for (int window = 0; window < held[truck].length; window++) {
                compare(account, truck, window);
            }
        }
        if (foreign > 0) {
            account.unexpected(foreign + " windows of trucks or times that are not the fleet's");
        }
        return account;
    }

    private void compare(StoreAccount account, int truck, int window) {
        int expected = fleet.expectedIn(truck, window);
        int counted = held[truck][window] + late[truck][window];
        if (counted != expected) {
            String example =
                    fleet.name(truck)
                            + " window "
                            + window
                            + " holds "
                            + held[truck][window]
                            + " readings, refused "
                            + late[truck][window]
                            + " late readings, expected "
                            + expected;
            if (counted < expected) {
                account.lost(expected - counted, example);
            } else {
                account.doubled(counted - expected, example);
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
