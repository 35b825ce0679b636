package io.fueloptimine.jobs.backtest.mine;

import java.util.Comparator;

/** The loads from one face to one destination, by their names in the records. */
public record Cell(String faceId, String dumpId) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::faceId).thenComparing(Cell::dumpId);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
