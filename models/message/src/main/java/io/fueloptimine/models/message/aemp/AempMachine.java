package io.fueloptimine.models.message.aemp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one machine from earlier snapshots. Immutable; a snapshot results in another one
 * and in readings. When the readings cannot be published, the caller keeps the old one: the
 * counters are cumulative, so that a later snapshot contains what was missed.
 *
 * @param latest the time of each section's latest value
 * @param engineHours the latest engine hours, h; null when unknown
 * @param fuel the line of the fuel counter; null before its first value
 */
public record AempMachine(Map<AempElement, Instant> latest, Double engineHours, FuelLine fuel) {

    /** A machine of which nothing is known. */
    public static final AempMachine UNKNOWN = new AempMachine(Map.of(), null, null);

    /**
     * The outcome of a snapshot.
     *
     * @param machine what is known now
     * @param readings one per section with a new value and the derived fuel rates, in order of time
     * @param repeated sections with a time that was known
     * @param older sections with a time before the known one
     * @param resets fuel counters that fell or jumped
     * @param gaps increases of the fuel counter over too long a time
     */
    public record Update(
            AempMachine machine,
            List<AempReading> readings,
            int repeated,
            int older,
            int resets,
            int gaps) {}

    /**
     * Takes the sections of a snapshot. Each section counts by its own time: a section whose time
     * is known gives nothing new, whatever its value.
     *
     * @param longestGap the longest time between two fuel counters over which the increase is
     *     spread
     */
    public Update with(List<AempSection> sections, Duration longestGap) {
        Step step = new Step(longestGap);
        sections.stream()
                .sorted(
                        // Engine hours first: they may say how long the engine ran.
                        Comparator.comparing(AempSection::time).thenComparing(AempSection::element))
                .forEach(step::take);
        return step.update();
    }

    private static Optional<Double> number(AempSection section, String field) {
        return Optional.ofNullable((Double) section.fields().get(field));
    }

    /** The way from one snapshot to the next. */
    private final class Step {

        private final Duration longestGap;
        private final Map<AempElement, Instant> times = new EnumMap<>(AempElement.class);
        private final List<AempReading> readings = new ArrayList<>();
        private Double hours = engineHours;
        private FuelLine line = fuel;
        private int repeated;
        private int older;
        private int resets;
        private int gaps;

        private Step(Duration longestGap) {
            this.longestGap = longestGap;
            times.putAll(latest);
        }

        private void take(AempSection section) {
            Instant known = times.get(section.element());
            if (known != null && !section.time().isAfter(known)) {
                repeated += section.time().equals(known) ? 1 : 0;
                older += section.time().isBefore(known) ? 1 : 0;
                return;
            }
            times.put(section.element(), section.time());
            if (section.element() == AempElement.OPERATING_HOURS) {
                hours = number(section, "engineHours").orElse(hours);
            } else if (section.element() == AempElement.FUEL_USED) {
                number(section, "totalFuelUsedL").ifPresent(l -> extend(section.time(), l));
            }
            Map<String, Object> fields = new LinkedHashMap<>(section.fields());
            fields.put("aempSection", section.element().standardName());
            readings.add(new AempReading(section.time(), fields));
        }

        private void extend(Instant time, double litres) {
            if (line == null) {
                line = FuelLine.beginning(time, litres, hours);
                return;
            }
            FuelLine.Extended extended = line.to(time, litres, hours, longestGap);
            line = extended.line();
            readings.addAll(extended.rates());
            resets += extended.outcome() == FuelLine.Outcome.RESET ? 1 : 0;
            gaps += extended.outcome() == FuelLine.Outcome.TOO_LONG ? 1 : 0;
        }

        private Update update() {
            readings.sort(Comparator.comparing(AempReading::time));
            return new Update(
                    new AempMachine(Collections.unmodifiableMap(times), hours, line),
                    List.copyOf(readings),
                    repeated,
                    older,
                    resets,
                    gaps);
        }
    }
}
