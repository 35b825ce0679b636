package io.fueloptimine.models.fuel;

import java.util.Arrays;

/**
 * The readings of one machine and one window, one row of numbers per moment and sequence, in that
 * order whatever the order they came in. NaN stands for a sensor that did not tell.
 *
 * <p>Two rows of the same moment and sequence are one: of what both tell the greater value stays.
 * So a repeat changes nothing, and the content depends on which readings came, not on their order.
 * The rows of one moment are made one only when asked for ({@link #moments}), since which of them
 * fills whose gap is known only once all are there. Flat arrays in public fields, because Flink
 * serialises it as a POJO with every element of state. Not thread-safe.
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

    /** Puts a row of {@link #WIDTH} numbers where its time and sequence belong. */
    void add(double[] row) {
        int at = size;
        while (at > 0 && order(at - 1, row) > 0) {
            at--;
        }
        if (at > 0 && order(at - 1, row) == 0) {
            unite(at - 1, row);
        } else {
            insert(at, row);
        }
    }

    void addAll(WindowSamples other) {
        for (int i = 0; i < other.size; i++) {
            add(other.row(i));
        }
    }

    /** One row per moment: of each sensor what the greatest sequence that tells of it says. */
    WindowSamples moments() {
        if (!repeatsAMoment()) {
            return this;
        }
        WindowSamples united = new WindowSamples();
        for (int i = 0; i < size; i++) {
            int last = united.size - 1;
            if (last >= 0 && united.cell(last, TIME_MS) == cell(i, TIME_MS)) {
                united.overlay(last, row(i));
            } else {
                united.insert(united.size, row(i));
            }
        }
        return united;
    }

    double cell(int row, int column) {
        return cells[row * WIDTH + column];
    }

    /** What one sensor told, in order of time, without the moments at which it was silent. */
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

    private boolean repeatsAMoment() {
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

    /** Any rule would do that has no need of an order; a sender repeats itself word for word. */
    private void unite(int at, double[] row) {
        for (int column = 1; column < WIDTH; column++) {
            double old = cell(at, column);
            double said = row[column];
            double greater = Double.isNaN(said) ? old : Math.max(old, said);
            cells[at * WIDTH + column] = Double.isNaN(old) ? said : greater;
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
