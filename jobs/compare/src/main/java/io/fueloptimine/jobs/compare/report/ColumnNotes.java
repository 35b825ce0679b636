package io.fueloptimine.jobs.compare.report;

import java.util.List;

/** Explains the columns of the report. */
final class ColumnNotes {

    private ColumnNotes() {}

    /** One explanation per line. The reference's name is part of the text. */
    static List<String> lines(String reference) {
        return List.of(
                "All differences are policy minus "
                        + reference
                        + ", run by run with the same seed and the same random numbers: the mean,"
                        + " and in parentheses the 95 % interval (Student's t).",
                "A run is comparable when the tonnes of each face, and of each material and dump,"
                        + " are those of the run of "
                        + reference
                        + " within 1 % or two mean loads, whichever is more, over the whole run."
                        + " A policy is comparable when 80 % of its runs are.",
                "Tonnes per face: over all runs with the same seeds, comparable or not. LESS: the"
                        + " whole interval is below zero.",
                "litres, L/t, tonnes: means over the comparable runs of a comparable policy.",
                "adjusted for haul: the litres of the policy, scaled to the haul of "
                        + reference
                        + ", minus the litres of "
                        + reference
                        + ". Haul is tonnes x mean litres of the loaded trips per tonne in the"
                        + " runs of "
                        + reference
                        + ", by face and dump. Of a policy that is not comparable, all runs count.",
                "of bound: share of the avoidable empty distance that the policy avoided. The"
                        + " avoidable distance is the empty distance of "
                        + reference
                        + " minus the least empty distance for its loads.",
                "queue: truck hours waiting at loading units and dumps. hang: hours that loading"
                        + " units waited for trucks. head grade: % of metal in the ore, by tonnes.",
                "-: no figure (nothing hauled, fewer than two runs for an interval, reference value"
                        + " zero, or policy not comparable).");
    }
}
