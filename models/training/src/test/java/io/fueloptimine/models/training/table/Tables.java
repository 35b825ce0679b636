package io.fueloptimine.models.training.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up tables: numbers of many magnitudes, a quarter of them missing, rows of trucks by turns.
 */
public final class Tables {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private Tables() {}

    /** Rows of 12 columns; the label follows the sixth. */
    public static TrainingTable random(int rows, long seed) {
        int width = 12;
        Random random = new Random(seed);
        float[] values = new float[rows * width];
        float[] labels = new float[rows];
        for (int i = 0; i < values.length; i++) {
            float size = (float) Math.pow(10, i % width - 5);
            values[i] = random.nextInt(4) == 0 ? Float.NaN : size * (float) random.nextGaussian();
        }
        for (int i = 0; i < rows; i++) {
            float told = values[i * width + 5];
            labels[i] = (Float.isNaN(told) ? 3 : told) + 0.1f * (float) random.nextGaussian();
        }
        List<String> names = IntStream.range(0, width).mapToObj(i -> "f" + i).toList();
        return new TrainingTable(names, values, labels, origins(rows, 20));
    }

    /** A minute of each truck, one truck after the other; every second is of another class. */
    static List<RowOrigin> origins(int rows, int trucks) {
        List<RowOrigin> origins = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int truck = i % trucks;
            origins.add(
                    new RowOrigin(
                            "T" + (100 + truck),
                            truck % 2 == 0 ? "930E" : "793F",
                            START.plusSeconds(60L * (i / trucks)),
                            null,
                            null,
                            1));
        }
        return origins;
    }
}
