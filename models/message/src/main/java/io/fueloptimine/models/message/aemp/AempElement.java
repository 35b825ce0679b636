package io.fueloptimine.models.message.aemp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sections that are read, with the names that servers give them. Values go to fields of the
 * telemetry schema where there is one; the others become further fields of the reading, which Kafka
 * and the lake keep.
 */
public enum AempElement {
    /** Hours that the engine has run. */
    OPERATING_HOURS(values -> values.hours("engineHours"), "CumulativeOperatingHours"),
    /** Fuel used since the machine was made. */
    FUEL_USED(values -> values.litres("totalFuelUsedL"), "FuelUsed"),
    /** Fuel used in the last 24 hours, which is no cumulative counter. */
    FUEL_USED_LAST_24(values -> values.litres("fuelUsedLast24hL"), "FuelUsedLast24"),
    /** Tank level. */
    FUEL_REMAINING(
            values -> values.number("percent", "fuelLevelPct"),
            "FuelRemaining",
            "FuelRemainingRatio"),
    /** Level of diesel exhaust fluid. */
    DEF_REMAINING(
            values -> values.number("percent", "defLevelPct"), "DEFRemaining", "DEFRemainingRatio"),
    /** Position; a standing machine may keep the time at which it stopped. */
    LOCATION(SectionValues::position, "Location", "Locations"),
    /** Distance travelled since the machine was made. */
    DISTANCE(
            values ->
                    values.converted(
                            "odometer", "odometerunits", AempUnit.KILOMETRES, "odometerKm"),
            "Distance"),
    /** Whether the engine runs. */
    ENGINE_STATUS(SectionValues::engine, "EngineStatus", "EngineCondition"),
    /** Hours with the engine idling. */
    IDLE_HOURS(values -> values.hours("idleHours"), "CumulativeIdleHours"),
    /** Hours with the engine running and without any input of the operator. */
    IDLE_NON_OPERATING_HOURS(
            values -> values.hours("idleNonOperatingHours"), "CumulativeIdleNonOperatingHours"),
    /** Tonnes moved since the machine was made. */
    PAYLOAD_TOTALS(
            values -> values.converted("payload", "payloadunits", AempUnit.TONNES, "payloadTotalT"),
            "CumulativePayloadTotals"),
    /** Loads moved since the machine was made. */
    LOAD_COUNT(values -> values.number("count", "loadCount"), "CumulativeLoadCount");

    private static final Map<String, AempElement> BY_NAME = byName();

    private final Consumer<SectionValues> reader;
    private final List<String> names;

    AempElement(Consumer<SectionValues> reader, String... names) {
        this.reader = reader;
        this.names = List.of(names);
    }

    /** The name of the section in the standard. */
    public String standardName() {
        return names.get(0);
    }

    /** The element with a name in lower case; empty for sections that are not read. */
    static Optional<AempElement> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    void read(SectionValues values) {
        reader.accept(values);
    }

    private static Map<String, AempElement> byName() {
        Map<String, AempElement> elements = new HashMap<>();
        for (AempElement element : values()) {
            element.names.forEach(name -> elements.put(name.toLowerCase(Locale.ROOT), element));
        }
        return elements;
    }
}
