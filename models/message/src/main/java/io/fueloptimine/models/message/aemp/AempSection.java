package io.fueloptimine.models.message.aemp;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One section of a machine. A snapshot contains the latest value of each section, and each section
 * has its own time: the position of a standing machine may be hours older than its fuel counter.
 *
 * @param element what the section is
 * @param time when the value was measured (UTC)
 * @param fields the values by the field names of telemetry messages, in their units
 */
public record AempSection(AempElement element, Instant time, Map<String, Object> fields) {

    /** Copies the fields, which keep their order. */
    public AempSection {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
