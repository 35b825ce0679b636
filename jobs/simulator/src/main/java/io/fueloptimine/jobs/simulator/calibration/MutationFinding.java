package io.fueloptimine.jobs.simulator.calibration;

import java.util.List;

/**
 * What the calibration says about a wrong simulator.
 *
 * @param mutation what is wrong
 * @param rows results of the run that the right simulator meets and the wrong one misses
 */
public record MutationFinding(Mutation mutation, List<String> rows) {

    /** Compares the report of a wrong simulator with that of the right one. */
    public static MutationFinding of(
            Mutation mutation, CalibrationReport right, CalibrationReport wrong) {
        List<String> metBefore =
                right.rows(Anchor.Origin.EMERGENT).stream()
                        .filter(CalibrationReport.Row::met)
                        .map(row -> row.anchor().quantity())
                        .toList();
        return new MutationFinding(
                mutation,
                wrong.misses(Anchor.Origin.EMERGENT).stream().filter(metBefore::contains).toList());
    }

    /** Whether at least one row tells the wrong simulator from the right one. */
    public boolean caught() {
        return !rows.isEmpty();
    }
}
