package io.fueloptimine.jobs.simulator.pit;

import java.util.Arrays;

/** Adds up one cycle of one truck while it happens. */
final class CycleMeter {

    private final double[] secondsByAccount = new double[TruckAccount.values().length];
    private long sinceMs = -1;
    private double emptyM;
    private double fullM;
    private double expectedEmptyS;
    private double expectedFullS;

    void begin(long nowMs) {
        sinceMs = nowMs;
        Arrays.fill(secondsByAccount, 0);
        emptyM = 0;
        fullM = 0;
        expectedEmptyS = 0;
        expectedFullS = 0;
    }

    void cancel() {
        sinceMs = -1;
    }

    void book(TruckAccount account, double seconds) {
        secondsByAccount[account.ordinal()] += seconds;
    }

    void driven(double metres, boolean loaded) {
        if (loaded) {
            fullM += metres;
        } else {
            emptyM += metres;
        }
    }

    void expect(double seconds, boolean loaded) {
        if (loaded && expectedFullS == 0) {
            expectedFullS = seconds;
        } else if (!loaded && expectedEmptyS == 0) {
            expectedEmptyS = seconds;
        }
    }

    /** Closes the cycle into the ledger; a cycle whose start nobody saw is not written. */
    void end(Ledger ledger, long nowMs, double payloadT) {
        if (sinceMs < 0) {
            return;
        }
        ledger.cycle(
                new Ledger.CycleEntry(
                        (nowMs - sinceMs) / 1_000.0,
                        payloadT,
                        emptyM,
                        fullM,
                        of(TruckAccount.EMPTY),
                        of(TruckAccount.LOADED),
                        expectedEmptyS,
                        expectedFullS,
                        of(TruckAccount.SHOVEL_QUEUE),
                        of(TruckAccount.SPOT),
                        of(TruckAccount.LOAD),
                        of(TruckAccount.DUMP_QUEUE),
                        of(TruckAccount.DUMP)));
        sinceMs = -1;
    }

    private double of(TruckAccount account) {
        return secondsByAccount[account.ordinal()];
    }
}
