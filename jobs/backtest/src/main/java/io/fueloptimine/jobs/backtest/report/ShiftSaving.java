package io.fueloptimine.jobs.backtest.report;

import io.fueloptimine.jobs.backtest.run.ShiftResult;

/**
 * What a policy saves in one run of a shift against the reference's run with the same seed, at
 * equal work. Litres per run, L.
 *
 * @param emptyL saved on empty trips: how much less the policy's trips exceed the least litres of
 *     its own loads than the reference's exceed those of the reference's loads. One load more or
 *     less does not change it
 * @param queueL saved in queues, at the reference's number of loads
 * @param oracleL by how much the reference's empty trips exceed their least litres. No dispatcher
 *     saves more on empty trips
 * @param referenceL litres that the reference burnt in haul cycles
 */
public record ShiftSaving(double emptyL, double queueL, double oracleL, double referenceL) {

    /** The saving of a run. */
    public static ShiftSaving of(ShiftResult reference, ShiftResult run) {
        double referenceExcessL = reference.emptyL() - reference.leastEmptyL();
        double loads =
                run.total().loads() == 0
                        ? 1
                        : (double) reference.total().loads() / run.total().loads();
        return new ShiftSaving(
                referenceExcessL - (run.emptyL() - run.leastEmptyL()),
                reference.queueLitres() - loads * run.queueLitres(),
                referenceExcessL,
                reference.cycleLitres());
    }

    /** Saved in all, L. */
    public double totalL() {
        return emptyL + queueL;
    }

    /** Saved in all, % of the litres that the reference burnt in haul cycles. */
    public double totalPct() {
        return 100 * totalL() / referenceL;
    }

    /** Saved on empty trips, % of the litres that the reference burnt in haul cycles. */
    public double emptyPct() {
        return 100 * emptyL / referenceL;
    }

    /** The oracle, % of the litres that the reference burnt in haul cycles. */
    public double oraclePct() {
        return 100 * oracleL / referenceL;
    }
}
