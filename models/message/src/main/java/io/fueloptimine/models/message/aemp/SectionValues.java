package io.fueloptimine.models.message.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the values of one section into fields with our names and units. Not thread-safe. */
final class SectionValues {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final String A_NUMBER = "a number";
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final JsonNode section;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    SectionValues(JsonNode section) {
        this.section = section;
    }

    Map<String, Object> fields() {
        return fields;
    }

    /**
     * The section's own time; empty when there is none, or when it lies before 1970, which servers
     * send for values that were never measured.
     *
     * @throws SectionFaultException when the time is no time with an offset from UTC
     */
    Optional<Instant> time() {
        Optional<String> text = text("datetime").or(() -> text("timestamp"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(text.get()).toInstant();
            return time.isBefore(FIRST) || !time.isBefore(LAST)
                    ? Optional.empty()
                    : Optional.of(time);
        } catch (DateTimeException e) {
            throw new SectionFaultException(
                    "datetime", text.get(), "a time with offset such as 2026-01-05T08:00:00Z");
        }
    }

    /** A number without a unit; does nothing when the section has none. */
    void number(String name, String field) {
        text(name).ifPresent(text -> fields.put(field, parsed(name, text)));
    }

    /** Hours as a decimal number or as a duration by ISO 8601, such as PT13H28M30S. */
    void hours(String field) {
        text("hour").or(() -> text("hours")).ifPresent(text -> fields.put(field, hoursOf(text)));
    }

    /** Fuel in the unit that the section names. */
    void litres(String field) {
        converted("fuelconsumed", "fuelunits", AempUnit.LITRES, field);
    }

    /**
     * A number in the unit that the section names.
     *
     * @throws SectionFaultException when the unit is missing or unknown
     */
    void converted(String name, String unitName, AempUnit units, String field) {
        Optional<String> number = text(name);
        if (number.isEmpty()) {
            return;
        }
        String unit =
                text(unitName)
                        .or(() -> text("weightunit"))
                        .or(() -> text("weightunits"))
                        .orElse("");
        double factor =
                units.factor(unit)
                        .orElseThrow(
                                () -> new SectionFaultException(unitName, unit, units.expected()));
        fields.put(field, factor * parsed(name, number.get()));
    }

    /** The position. The altitude counts only with a unit, and costs nothing else without one. */
    void position() {
        number("latitude", "latitudeDeg");
        number("longitude", "longitudeDeg");
        Optional<Double> factor = text("altitudeunits").flatMap(AempUnit.METRES::factor);
        Optional<String> altitude = text("altitude");
        if (factor.isPresent() && altitude.isPresent()) {
            fields.put("elevationM", factor.get() * parsed("altitude", altitude.get()));
        }
    }

    /** Whether the engine runs; the production state is known only when it does not. */
    void engine() {
        Optional<String> running = text("running");
        if (running.isEmpty()) {
            return;
        }
        switch (running.get().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> fields.put("engineRunning", true);
            case "false", "0" -> {
                fields.put("engineRunning", false);
                fields.put("productionState", "Off");
            }
            default -> throw new SectionFaultException("running", running.get(), "true or false");
        }
    }

    private static double hoursOf(String text) {
        if (!text.startsWith("P")) {
            return parsed("hour", text);
        }
        try {
            return Duration.parse(text).toMillis() / 1_000.0 / SECONDS_PER_HOUR;
        } catch (DateTimeException | ArithmeticException e) {
            throw new SectionFaultException(
                    "hour", text, "hours, or a duration such as PT13H28M30S");
        }
    }

    private static double parsed(String name, String text) {
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new SectionFaultException(name, text, A_NUMBER);
        }
        return value;
    }

    private Optional<String> text(String name) {
        return SnapshotTree.text(section.path(name));
    }
}
