package io.fueloptimine.models.fuel;

import java.util.Arrays;

/**
 * The readings of one machine and one window, as one row of numbers per time and sequence number.
 * Rows are sorted by time, then by sequence number. NaN means no value.
 *
 * <p>Rows with equal time and equal sequence number are merged; where two rows have a value of the
 * same sensor, the greater value is kept. Repeated readings therefore have no effect, and the
 * content depends on the set of readings, not on their order. Rows with equal time but different
 * sequences are merged only by {@link #moments}, after all readings of the window have been added.
 * The arrays are flat and the fields are public, because Flink serialises this class as a POJO. Not
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

    /** The rows with {@link #WIDTH} numbers each; rows beyond {@link #size} are unused. */
    public double[] cells = new double[0];

    /** The number of rows. */
    public int size;

    /**
     * Inserts a row of {@link #WIDTH} numbers at the position that its time and sequence number
     * determine.
     */
    void add(double[] row) {
        int at = size;
        while (at > 0 && order(at - 1, row) > 0) {
            at--;
        }
        if (at > 0 && order(at - 1, row) == 0) {
            merge(at - 1, row);
        } else {
            insert(at, row);
        }
    }

    void addAll(WindowSamples other) {
        for (int i = 0; i < other.size; i++) {
            add(other.row(i));
        }
    }

    /**
     * A copy with one row per time. For each sensor the row has the value with the highest sequence
     * number.
     */
    WindowSamples moments() {
        if (!hasEqualTimes()) {
            return this;
        }
        WindowSamples merged = new WindowSamples();
        for (int i = 0; i < size; i++) {
            int last = merged.size - 1;
            if (last >= 0 && merged.cell(last, TIME_MS) == cell(i, TIME_MS)) {
                merged.overlay(last, row(i));
            } else {
                merged.insert(merged.size, row(i));
            }
        }
        return merged;
    }

    double cell(int row, int column) {
        return cells[row * WIDTH + column];
    }

    /** The values of one sensor in order of time, without missing values. */
    SensorSeries series(int column) {
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
        return new SensorSeries(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
    }

    private void insert(int at, double[] row) {
        if ((size + 1) * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(FIRST_CAPACITY, 2 * size) * WIDTH);
        }
        System.arraycopy(cells, at * WIDTH, cells, (at + 1) * WIDTH, (size - at) * WIDTH);
        System.arraycopy(row, 0, cells, at * WIDTH, WIDTH);
        size++;
    }

    private boolean hasEqualTimes() {
        for (int i = 1; i < size; i++) {
            if (cell(i, TIME_MS) == cell(i - 1, TIME_MS)) {
                return true;
            }
        }
        return false;
    }

    private int order(int at, double[] row) {
        int byTime = Double.compare(cell(at, TIME_MS), row[TIME_MS]);
        return byTime == 0 ? Double.compare(cell(at, SEQUENCE), row[SEQUENCE]) : byTime;
    }

    private double[] row(int at) {
        return Arrays.copyOfRange(cells, at * WIDTH, (at + 1) * WIDTH);
    }

    /**
     * Keeps the greater of two values of a sensor. Repeated readings have equal values, so the rule
     * only has to be independent of the order.
     */
    private void merge(int at, double[] row) {
        for (int column = 1; column < WIDTH; column++) {
            double old = cell(at, column);
            double value = row[column];
            double greater = Double.isNaN(value) ? old : Math.max(old, value);
            cells[at * WIDTH + column] = Double.isNaN(old) ? value : greater;
        }
    }

    private void overlay(int at, double[] newer) {
        for (int column = 1; column < WIDTH; column++) {
            if (!Double.isNaN(newer[column])) {
                cells[at * WIDTH + column] = newer[column];
            }
        }
    }
}
