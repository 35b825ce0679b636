package io.fueloptimine.models.chart;

import java.util.SplittableRandom;

/**
 * Selects the rows of a large table that are drawn. The rows are divided into as many sections as
 * dots are wanted, and one row is drawn at random from each, with a fixed seed. The rows are not
 * taken at a fixed distance, because that would select the same machine each time if the rows of
 * several machines alternate.
 *
 * @param rows indexes of the rows drawn, ascending; all of them when there are few enough
 * @param of the number of rows of the table
 */
public record Thinning(int[] rows, int of) {

    private static final long SEED = 1;

    /** Selects at most {@code most} of the rows 0 to {@code of} - 1. */
    public static Thinning of(int of, int most) {
        int drawn = Math.min(of, most);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] rows = new int[drawn];
        for (int i = 0; i < drawn; i++) {
            int from = (int) ((long) of * i / drawn);
            int to = (int) ((long) of * (i + 1) / drawn);
            rows[i] = from + random.nextInt(to - from);
        }
        return new Thinning(rows, of);
    }

    /** A note for the caption; empty when every row is drawn. */
    public String note() {
        return rows.length == of
                ? ""
                : " Drawn: "
                        + NumberText.fixed(rows.length, 0)
                        + " of "
                        + NumberText.fixed(of, 0)
                        + " rows, spread evenly over them.";
    }
}
