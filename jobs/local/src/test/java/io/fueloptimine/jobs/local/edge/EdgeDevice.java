package io.fueloptimine.jobs.local.edge;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One machine behind an edge node: its metrics, their aliases, and what each last said. */
final class EdgeDevice {

    private static final String SEQUENCE = "/sequence";

    private final EquipmentKind kind;
    private final int firstAlias;
    private final Map<String, Integer> aliases = new LinkedHashMap<>();
    private final Map<String, SparkplugDatatype> types = new HashMap<>();
    private Map<String, Object> known = new HashMap<>();
    private Map<String, Object> knownBeforeShadow = new HashMap<>();
    private long knownMillis;
    private boolean alive;

    EdgeDevice(EquipmentKind kind, String seed) {
        this.kind = kind;
        this.firstAlias = Math.floorMod(seed.hashCode(), 1_000) * 1_000;
    }

    /** Learns the metrics of a message that it will send one day. */
    void declare(MachineMessage message) {
        metricsOf(message)
                .forEach(
                        (name, value) -> {
                            aliases.computeIfAbsent(name, any -> firstAlias + aliases.size());
                            if (value != null) {
                                types.put(name, typeOf(value));
                            }
                        });
    }

    boolean isAlive() {
        return alive;
    }

    void die() {
        alive = false;
        known = new HashMap<>();
    }

    void remember() {
        knownBeforeShadow = new HashMap<>(known);
    }

    static boolean isTelemetry(MachineMessage message) {
        return message.stream() == ReadingStream.TELEMETRY;
    }

    /** Every metric, those of the message with their values if it is telemetry. */
    List<SparkplugMetric> firstBirth(MachineMessage message) {
        alive = true;
        knownMillis = message.time().toEpochMilli();
        if (isTelemetry(message)) {
            known = metricsOf(message);
        }
        return birth();
    }

    /** Every metric, none with a value: the machine has said nothing since. */
    List<SparkplugMetric> emptyBirth(long millis) {
        alive = true;
        knownMillis = millis;
        return birth();
    }

    /** Every metric as last told. */
    List<SparkplugMetric> birth() {
        List<SparkplugMetric> metrics = new ArrayList<>();
        metrics.add(
                SparkplugMetric.of(
                        "Properties/Equipment Kind",
                        knownMillis,
                        SparkplugDatatype.STRING,
                        WireValue.ofText(kind.topicName())));
        aliases.forEach(
                (name, alias) ->
                        metrics.add(
                                metric(
                                        name,
                                        alias,
                                        typeOfMetric(name).code(),
                                        knownMillis,
                                        false,
                                        known.get(name))));
        return metrics;
    }

    /** What a message changes. */
    List<SparkplugMetric> changes(MachineMessage message) {
        long millis = message.time().toEpochMilli();
        if (isTelemetry(message)) {
            knownMillis = millis;
            return changes(message, known, false);
        }
        return whole(message, false);
    }

    /** What a message changed at its own time. */
    List<SparkplugMetric> historical(MachineMessage message) {
        return isTelemetry(message)
                ? changes(message, knownBeforeShadow, true)
                : whole(message, true);
    }

    private List<SparkplugMetric> changes(
            MachineMessage message, Map<String, Object> before, boolean historical) {
        Map<String, Object> now = metricsOf(message);
        List<SparkplugMetric> metrics = new ArrayList<>();
        for (String name : aliases.keySet()) {
            boolean own = name.startsWith(ReadingStream.TELEMETRY.topicName() + "/");
            Object value = now.get(name);
            boolean changed = name.endsWith(SEQUENCE) || !Objects.equals(value, before.get(name));
            if (own && changed) {
                before.put(name, value);
                metrics.add(data(name, message, historical, value));
            }
        }
        return metrics;
    }

    private List<SparkplugMetric> whole(MachineMessage message, boolean historical) {
        List<SparkplugMetric> metrics = new ArrayList<>();
        metricsOf(message)
                .forEach((name, value) -> metrics.add(data(name, message, historical, value)));
        return metrics;
    }

    private SparkplugMetric data(
            String name, MachineMessage message, boolean historical, Object value) {
        long millis = message.time().toEpochMilli();
        return metric(null, aliases.get(name), null, millis, historical, value);
    }

    private SparkplugMetric metric(
            String name,
            int alias,
            Integer datatype,
            long millis,
            boolean historical,
            Object value) {
        return new SparkplugMetric(
                name, (long) alias, millis, datatype, historical, value == null, wire(value));
    }

    private static Map<String, Object> metricsOf(MachineMessage message) {
        String prefix = message.stream().topicName() + "/";
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put(prefix + "sequence", message.sequence());
        message.body().forEach((field, value) -> metrics.put(prefix + field, finite(value)));
        return metrics;
    }

    private static Object finite(Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }

    private SparkplugDatatype typeOfMetric(String name) {
        return types.getOrDefault(name, SparkplugDatatype.DOUBLE);
    }

    private static SparkplugDatatype typeOf(Object value) {
        if (value instanceof Double) {
            return SparkplugDatatype.DOUBLE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return SparkplugDatatype.INT64;
        }
        if (value instanceof Boolean) {
            return SparkplugDatatype.BOOLEAN;
        }
        return value instanceof Instant ? SparkplugDatatype.DATE_TIME : SparkplugDatatype.STRING;
    }

    private static WireValue wire(Object value) {
        if (value == null) {
            return WireValue.ABSENT;
        }
        return switch (typeOf(value)) {
            case DOUBLE -> WireValue.ofDouble((Double) value);
            case INT64 -> WireValue.ofLong(((Number) value).longValue());
            case BOOLEAN -> WireValue.ofBoolean((Boolean) value);
            case DATE_TIME -> WireValue.ofLong(((Instant) value).toEpochMilli());
            default -> WireValue.ofText((String) value);
        };
    }
}
