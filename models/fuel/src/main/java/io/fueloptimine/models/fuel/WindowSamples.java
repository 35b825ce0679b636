package io.fueloptimine.models.fuel;

import java.util.Arrays;

/**
 * The readings of one machine and one window, one row of numbers per moment, in order of time
 * whatever the order they came in. NaN stands for a sensor that did not tell.
 *
 * <p>Two rows of the same moment are one: the greater sequence wins, the other fills its gaps. So a
 * repeat changes nothing, and the content depends on which readings came, not on their order. Flat
 * arrays in public fields, because Flink serialises it as a POJO with every element of state. Not
 * thread-safe.
 */
public final class WindowSamples {

    static final int TIME_MS = 0;
    static final int SEQUENCE = 1;
    static final int FUEL_RATE_LPH = 2;
    static final int FUEL_USED_L = 3;
    static final int SPEED_KPH = 4;
    static final int PAYLOAD_T = 5;
    static final int GRADE_PCT = 6;
    static final int ELEVATION_M = 7;
    static final int ENGINE_LOAD_PCT = 8;
    static final int ENGINE_RPM = 9;
    static final int AMBIENT_C = 10;
    static final int BAROMETRIC_KPA = 11;
    static final int VIBRATION_MM_S = 12;
    static final int STATE = 13;
    static final int WIDTH = 14;

    private static final int FIRST_CAPACITY = 8;

    /** The rows, {@link #WIDTH} numbers each; beyond {@link #size} rows unused. */
    public double[] cells = new double[0];

    /** How many rows there are. */
    public int size;

    /** Puts a row of {@link #WIDTH} numbers where its time belongs. */
    void add(double[] row) {
        int at = size;
        while (at > 0 && cell(at - 1, TIME_MS) > row[TIME_MS]) {
            at--;
        }
        if (at > 0 && cell(at - 1, TIME_MS) == row[TIME_MS]) {
            unite(at - 1, row);
        } else {
            insert(at, row);
        }
    }

    void addAll(WindowSamples other) {
        for (int i = 0; i < other.size; i++) {
            add(Arrays.copyOfRange(other.cells, i * WIDTH, (i + 1) * WIDTH));
        }
    }

    double cell(int row, int column) {
        return cells[row * WIDTH + column];
    }

    /** What one sensor told, in order of time, without the moments at which it was silent. */
    Series series(int column) {
        double[] times = new double[size];
        double[] values = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            double value = cell(i, column);
            if (!Double.isNaN(value)) {
                times[count] = cell(i, TIME_MS);
                values[count++] = value;
            }
        }
        return new Series(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
    }

    private void insert(int at, double[] row) {
        if ((size + 1) * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(FIRST_CAPACITY, 2 * size) * WIDTH);
        }
        System.arraycopy(cells, at * WIDTH, cells, (at + 1) * WIDTH, (size - at) * WIDTH);
        System.arraycopy(row, 0, cells, at * WIDTH, WIDTH);
        size++;
    }

    private void unite(int at, double[] row) {
        boolean newer = row[SEQUENCE] > cell(at, SEQUENCE);
        for (int column = 1; column < WIDTH; column++) {
            double old = cell(at, column);
            double said = row[column];
            boolean take = !Double.isNaN(said) && (newer || Double.isNaN(old));
            cells[at * WIDTH + column] = take ? said : old;
        }
    }
}
