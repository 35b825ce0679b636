package io.fueloptimine.models.message.aemp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fuel counter of one machine as a line from section time to section time, and how far mean
 * rates have been derived from it.
 *
 * <p>A window of one minute needs values within the minute, which a counter that is read every
 * quarter of an hour does not give. So the increase between two section times is spread evenly, as
 * one rate for each {@link #CELL} of the clock. The cells divide every minute, and a rate holds for
 * 10 s before and after its time, so that the litres of any whole minutes add up to the increase of
 * the line.
 *
 * @param at the time of the latest value
 * @param litres the latest value, L
 * @param engineHours the engine hours known at that time, h; null when unknown
 * @param doneUntil the end of the last cell whose rate was derived; null when none was derived
 *     since the line began
 * @param doneLitres the litres of the line at {@code doneUntil}; 0 without it
 */
public record FuelLine(
        Instant at, double litres, Double engineHours, Instant doneUntil, double doneLitres) {

    /** The time for which one derived rate stands. */
    public static final Duration CELL = Duration.ofSeconds(20);

    /** A faster increase is no consumption: three times the highest rate of a haul truck, L/h. */
    private static final double MOST_PLAUSIBLE_LPH = 2_000;

    /** The litres that the resolution of a counter may add to an increase. */
    private static final double RESOLUTION_L = 2;

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MS_PER_S = 1_000;

    /** The line with its latest value, and what was derived on the way to it. */
    record Extended(FuelLine line, List<AempReading> rates, Outcome outcome) {}

    /** What an increase was. */
    enum Outcome {
        SPREAD,
        /** The counter was replaced, reset or jumped; a new line begins. */
        RESET,
        /** The values lie too far apart to say when the fuel was used. */
        TOO_LONG
    }

    static FuelLine beginning(Instant at, double litres, Double engineHours) {
        return new FuelLine(at, litres, engineHours, null, 0);
    }

    /**
     * Extends the line to a later value.
     *
     * <p>When the values are further apart than the longest gap, the engine was off for most of the
     * time, or nobody knows. If the engine hours say how long it ran, the increase is spread over
     * that time before the later value, because units report while the engine runs. Otherwise no
     * rate is derived; the counter itself still has the litres.
     */
    Extended to(Instant time, double nowLitres, Double nowHours, Duration longestGap) {
        FuelLine next = beginning(time, nowLitres, nowHours);
        double gainL = nowLitres - litres;
        if (gainL < 0 || gainL > mostL(Duration.between(at, time))) {
            return new Extended(next, List.of(), Outcome.RESET);
        }
        if (Duration.between(at, time).compareTo(longestGap) <= 0) {
            return spread(time, nowLitres, nowHours);
        }
        Duration ran = ran(nowHours);
        boolean known = !ran.isZero() && ran.compareTo(longestGap) <= 0 && gainL <= mostL(ran);
        if (known) {
            return beginning(time.minus(ran), litres, null).spread(time, nowLitres, nowHours);
        }
        return new Extended(next, List.of(), gainL == 0 ? Outcome.SPREAD : Outcome.TOO_LONG);
    }

    private Extended spread(Instant time, double nowLitres, Double nowHours) {
        List<AempReading> rates = new ArrayList<>();
        Instant from = doneUntil == null ? nextCell(at) : doneUntil;
        double fromL = doneUntil == null ? litresAt(from, time, nowLitres) : doneLitres;
        boolean began = doneUntil != null || !from.isAfter(time);
        for (Instant end = from.plus(CELL); !end.isAfter(time); end = end.plus(CELL)) {
            double endL = litresAt(end, time, nowLitres);
            rates.add(rate(from, endL - fromL));
            from = end;
            fromL = endL;
        }
        FuelLine line =
                began
                        ? new FuelLine(time, nowLitres, nowHours, from, fromL)
                        : beginning(time, nowLitres, nowHours);
        return new Extended(line, List.copyOf(rates), Outcome.SPREAD);
    }

    private double litresAt(Instant when, Instant time, double nowLitres) {
        double share =
                (double) Duration.between(at, when).toMillis()
                        / Math.max(1, Duration.between(at, time).toMillis());
        return litres + share * (nowLitres - litres);
    }

    private Duration ran(Double nowHours) {
        double hours = nowHours == null || engineHours == null ? 0 : nowHours - engineHours;
        // Beyond a year the counter of hours is wrong; the longest gap rules both out.
        return hours > 0 && hours < 8_760
                ? Duration.ofMillis(Math.round(hours * SECONDS_PER_HOUR * MS_PER_S))
                : Duration.ZERO;
    }

    private static AempReading rate(Instant from, double cellL) {
        double lph = cellL * SECONDS_PER_HOUR / CELL.toSeconds();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fuelRateLph", Math.round(lph * 1_000) / 1_000.0);
        fields.put("derivedFrom", AempElement.FUEL_USED.standardName());
        return new AempReading(from.plus(CELL.dividedBy(2)), fields);
    }

    private static Instant nextCell(Instant time) {
        long cellMs = CELL.toMillis();
        return Instant.ofEpochMilli(-Math.floorDiv(-time.toEpochMilli(), cellMs) * cellMs);
    }

    private static double mostL(Duration time) {
        return RESOLUTION_L + MOST_PLAUSIBLE_LPH * time.toMillis() / MS_PER_S / SECONDS_PER_HOUR;
    }
}
