package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowSamplesTest {

    private static final double MISSING = Double.NaN;
    private static final int RANDOM_CASES = 300;
    private static final int ROWS = 5;

    @Test
    void useTheHighestSequenceOfEachSensor() {
        List<double[]> rows = List.of(row(0, 1, 1), row(0, 3, MISSING), row(0, 2, 5));

        for (List<double[]> order : permutations(rows)) {
            WindowSamples moments = samples(order).moments();

            assertThat(moments.size).isEqualTo(1);
            assertThat(moments.cell(0, WindowSamples.SPEED_KPH)).isEqualTo(5);
            assertThat(moments.cell(0, WindowSamples.SEQUENCE)).isEqualTo(3);
        }
    }

    @Test
    void dependOnlyOnTheSetOfReadings() {
        Random random = new Random(20260105);
        for (int trial = 0; trial < RANDOM_CASES; trial++) {
            List<double[]> rows = randomRows(random);
            List<Double> expected = content(samples(rows).moments());
            for (List<double[]> order : permutations(rows)) {
                WindowSamples merged = samples(order.subList(2, ROWS));
                merged.addAll(samples(order.subList(0, 3)));

                assertThat(content(samples(order).moments())).isEqualTo(expected);
                assertThat(content(merged.moments())).isEqualTo(expected);
            }
        }
    }

    @Test
    void keepRowsWithUniqueTimes() {
        WindowSamples samples = samples(List.of(row(2, 1, 1), row(1, 0, MISSING)));

        assertThat(samples.moments()).isSameAs(samples);
        assertThat(samples.cell(0, WindowSamples.TIME_MS)).isEqualTo(1);
    }

    /** Few moments, sequences and values, so that much coincides. */
    private static List<double[]> randomRows(Random random) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double[] row = row(random.nextInt(2), random.nextInt(3) - 1, MISSING);
            for (int column = 2; column < WindowSamples.WIDTH; column++) {
                row[column] = random.nextBoolean() ? MISSING : random.nextInt(3) - 1;
            }
            rows.add(row);
        }
        return rows;
    }

    private static double[] row(long timeMs, long sequence, double speedKph) {
        double[] row = new double[WindowSamples.WIDTH];
        Arrays.fill(row, MISSING);
        row[WindowSamples.TIME_MS] = timeMs;
        row[WindowSamples.SEQUENCE] = sequence;
        row[WindowSamples.SPEED_KPH] = speedKph;
        return row;
    }

    private static WindowSamples samples(List<double[]> rows) {
        WindowSamples samples = new WindowSamples();
        rows.forEach(row -> samples.add(row.clone()));
        return samples;
    }

    private static List<Double> content(WindowSamples samples) {
        return Arrays.stream(samples.cells)
                .limit((long) samples.size * WindowSamples.WIDTH)
                .boxed()
                .toList();
    }

    private static List<List<double[]>> permutations(List<double[]> rows) {
        if (rows.isEmpty()) {
            return List.of(List.of());
        }
        List<List<double[]>> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<double[]> rest = new ArrayList<>(rows);
            double[] last = rest.remove(i);
            for (List<double[]> before : permutations(rest)) {
                List<double[]> whole = new ArrayList<>(before);
                whole.add(last);
                all.add(Collections.unmodifiableList(whole));
            }
        }
        return all;
    }
}
