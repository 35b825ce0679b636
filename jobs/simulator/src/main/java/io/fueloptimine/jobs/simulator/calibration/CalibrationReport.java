package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.calibration.Anchor.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares a simulated run with the anchors.
 *
 * @param mine words for the mine that was simulated
 * @param seed seed of the simulated run
 * @param days number of days measured, after one day of warm-up
 * @param rows one row per anchor
 * @param burn one row per kind of hours; empty for a mine without measured fuel rates
 */
public record CalibrationReport(
        String mine, long seed, int days, List<Row> rows, List<BurnRow> burn) {

    public CalibrationReport {
        rows = List.copyOf(rows);
        burn = List.copyOf(burn);
    }

    /**
     * One anchor and its simulated value.
     *
     * @param simulated the simulated value, in the unit of the anchor
     */
    public record Row(Anchor anchor, double simulated) {

        /** Deviation of the simulated value from the measured value, %. */
        public double deviationPct() {
            return 100 * (simulated - anchor.value()) / Math.abs(anchor.value());
        }

        public boolean met() {
            return Math.abs(simulated - anchor.value()) <= anchor.tolerance();
        }
    }

    /** One row per simulated value; anchors without a simulated value have none. */
    static List<Row> rows(List<Anchor> anchors, Map<String, Double> figures) {
        Map<String, Anchor> byName =
                anchors.stream().collect(Collectors.toMap(Anchor::quantity, anchor -> anchor));
        if (!byName.keySet().containsAll(figures.keySet())) {
            throw new IllegalArgumentException("a figure without an anchor: " + figures.keySet());
        }
        return anchors.stream()
                .filter(anchor -> figures.containsKey(anchor.quantity()))
                .map(anchor -> new Row(anchor, figures.get(anchor.quantity())))
                .toList();
    }

    /** Whether all rows are met. */
    public boolean met() {
        return misses().isEmpty();
    }

    /** Rows of an origin. */
    public List<Row> rows(Origin origin) {
        return rows.stream().filter(row -> row.anchor().origin() == origin).toList();
    }

    /** Names of the quantities that are not met. */
    public List<String> misses() {
        List<String> names = new ArrayList<>(misses(Origin.EMERGENT));
        names.addAll(misses(Origin.DRAWN));
        for (BurnRow row : burn) {
            if (!row.truthMet()) {
                names.add("burn " + row.kind());
            }
            if (!row.truthInInterval()) {
                names.add("burn " + row.kind() + " in interval");
            }
        }
        return names;
    }

    /** Names of the quantities of an origin that are not met. */
    public List<String> misses(Origin origin) {
        return rows(origin).stream()
                .filter(row -> !row.met())
                .map(row -> row.anchor().quantity())
                .toList();
    }
}
