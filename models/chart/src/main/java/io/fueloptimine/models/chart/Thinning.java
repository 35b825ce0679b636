package io.fueloptimine.models.chart;

import java.util.SplittableRandom;

/**
 * Which rows of many are drawn. The rows are cut into as many stretches as dots are wanted, and one
 * is taken from each, always the same: every k-th would meet the same machine again and again where
 * rows take turns.
 *
 * @param rows indexes of the rows drawn, ascending; all of them when there are few enough
 * @param of how many there are
 */
public record Thinning(int[] rows, int of) {

    private static final long SEED = 1;

    /** Picks at most so many of the rows 0, 1, .. {@code of} - 1. */
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

    /** What a caption must say; empty when every row is drawn. */
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
