package io.fueloptimine.jobs.compare.run;

/**
 * Time of all trucks in one category and the diesel burnt in it.
 *
 * @param hours truck hours, h
 * @param litres diesel, L
 */
public record TimeAndFuel(double hours, double litres) {

    /** No time. */
    public static final TimeAndFuel NONE = new TimeAndFuel(0, 0);

    /** The sum of both. */
    public TimeAndFuel plus(TimeAndFuel other) {
        return new TimeAndFuel(hours + other.hours, litres + other.litres);
    }
}
