package io.fueloptimine.operators.validate;

import io.fueloptimine.models.message.SenderNames;
import io.fueloptimine.models.message.TooManyMachines;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.KnownMachines;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Limits the number of machines of a site whose messages pass, because every later step keeps state
 * by machine and a sender can use any number of invented names. Key the stream by {@link #keyOf}.
 *
 * <p>Messages of machines, edge nodes and devices that the mine file names always pass. Of other
 * names, the first {@value #MAX_MACHINES} machines of a site pass. The limit for other Sparkplug
 * edge nodes and devices is {@value #MAX_EDGE_NAMES}, because their state is larger. All sites
 * without a mine file together have one such pair of limits. A message with a name beyond the limit
 * is emitted on {@link #REJECTED}. When messages begin to be rejected for this reason, and when
 * this ends, a signal {@link AlertType#TOO_MANY_NAMES} is emitted on {@link #SIGNALS}.
 *
 * <p>State: the names that the mine files do not have. When the limit is reached, names without a
 * message for a week are removed. Metrics: {@code namesAdmitted}, {@code
 * messagesOfTooManyMachines}.
 */
public final class AdmitMachines extends KeyedProcessFunction<String, RawMessage, RawMessage> {

    /** The maximum number of machines of one site that the mine file does not name. */
    public static final int MAX_MACHINES = 5_000;

    /**
     * The maximum number of edge nodes and devices of one site that the mine file does not name.
     */
    public static final int MAX_EDGE_NAMES = 500;

    /**
     * The side output for messages of Sparkplug edge nodes; messages of other machines are on the
     * main output.
     */
    public static final OutputTag<RawMessage> SPARKPLUG =
            new OutputTag<>("sparkplug-of-admitted") {
                private static final long serialVersionUID = 1L;
            };

    /**
     * The side output for messages whose names are beyond the limit; their records have the rule
     * {@link TooManyMachines#RULE}.
     */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("too-many-machines") {
                private static final long serialVersionUID = 1L;
            };

    /**
     * The side output for signals that report whether messages of a site are rejected because of
     * too many names.
     */
    public static final OutputTag<ReportedSignal> SIGNALS =
            new OutputTag<>("too-many-names") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    /** The key of all sites without a mine file. */
    private static final String OTHER_SITES = "";

    private static final String EDGE = "spBv1.0/";

    private final KnownMachines known;
    private transient MapState<String, Long> lastHourByName;
    private transient ValueState<AdmittedNames> admitted;
    private transient Counter namesAdmitted;
    private transient Counter refused;

    /**
     * @param known the machines whose messages always pass
     */
    public AdmitMachines(KnownMachines known) {
        this.known = known;
    }

    /** The key of a message: its site, or one key for all sites without a mine file. */
    public String keyOf(RawMessage message) {
        String site = SenderNames.of(message.topic()).site();
        return known.isSite(site) ? site : OTHER_SITES;
    }

    @Override
    public void open(OpenContext context) {
        lastHourByName =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "last-hour-by-name", Types.STRING, Types.LONG));
        admitted =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "admitted-names", Types.POJO(AdmittedNames.class)));
        namesAdmitted = getRuntimeContext().getMetricGroup().counter("namesAdmitted");
        refused = getRuntimeContext().getMetricGroup().counter("messagesOfTooManyMachines");
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<RawMessage> out)
            throws Exception {
        SenderNames sender = SenderNames.of(message.topic());
        for (String name : unknownNames(sender)) {
            if (!isAdmitted(name, sender.sparkplug(), context)) {
                refused.inc();
                int limit = sender.sparkplug() ? MAX_EDGE_NAMES : MAX_MACHINES;
                context.output(REJECTED, TooManyMachines.rejection(message, name, limit));
                return;
            }
        }
        if (sender.sparkplug()) {
            context.output(SPARKPLUG, message);
        } else {
            out.collect(message);
        }
    }

    /**
     * Removes names without a message for a week. The timer fires once per hour while messages are
     * rejected.
     */
    @Override
    public void onTimer(long atMs, OnTimerContext context, Collector<RawMessage> out)
            throws Exception {
        AdmittedNames names = withoutSilent(atMs);
        if (names.isFull()) {
            context.timerService().registerProcessingTimeTimer(atMs + HOUR_MS);
            return;
        }
        admitted.update(names.withReported(false));
        context.output(SIGNALS, signal(context.getCurrentKey(), false, atMs, null, names));
    }

    /** The names of a sender that count towards the limit. */
    private List<String> unknownNames(SenderNames sender) {
        String site = sender.site();
        if (known.isSite(site)) {
            return sender.machineIds().stream().filter(id -> !known.contains(site, id)).toList();
        }
        if (!MineName.isValid(site)) {
            return List.of(); // is rejected later, and counted without its site
        }
        return sender.machineIds().isEmpty()
                ? List.of(site + "/")
                : sender.machineIds().stream().map(id -> site + "/" + id).toList();
    }

    private boolean isAdmitted(String name, boolean edge, Context context) throws Exception {
        long nowMs = context.timerService().currentProcessingTime();
        long hour = nowMs / HOUR_MS;
        String key = edge ? EDGE + name : name;
        Long lastHour = lastHourByName.get(key);
        if (lastHour != null) {
            if (lastHour != hour) {
                lastHourByName.put(key, hour);
            }
            return true;
        }
        AdmittedNames names = admittedSoFar();
        if (names.isFull(edge) && !names.reported()) {
            names = withoutSilent(nowMs);
        }
        if (names.isFull(edge)) {
            report(name, names, nowMs, context);
            return false;
        }
        lastHourByName.put(key, hour);
        admitted.update(names.withOneMore(edge));
        namesAdmitted.inc();
        return true;
    }

    private void report(String name, AdmittedNames names, long nowMs, Context context)
            throws Exception {
        if (names.reported()) {
            return;
        }
        admitted.update(names.withReported(true));
        context.timerService().registerProcessingTimeTimer(nowMs + HOUR_MS);
        context.output(SIGNALS, signal(context.getCurrentKey(), true, nowMs, name, names));
    }

    private AdmittedNames withoutSilent(long nowMs) throws Exception {
        long oldest = (nowMs - RETENTION.toMillis()) / HOUR_MS;
        int machines = 0;
        int edgeNames = 0;
        Iterator<Map.Entry<String, Long>> entries = lastHourByName.iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Long> entry = entries.next();
            if (entry.getValue() < oldest) {
                entries.remove();
            } else if (entry.getKey().startsWith(EDGE)) {
                edgeNames++;
            } else {
                machines++;
            }
        }
        AdmittedNames names = new AdmittedNames(machines, edgeNames, admittedSoFar().reported());
        admitted.update(names);
        return names;
    }

    private AdmittedNames admittedSoFar() throws Exception {
        return Optional.ofNullable(admitted.value()).orElse(AdmittedNames.NONE);
    }

    private static ReportedSignal signal(
            String key, boolean active, long atMs, String name, AdmittedNames names) {
        boolean others = key.equals(OTHER_SITES);
        String cause =
                active
                        ? String.format(
                                Locale.ROOT,
                                "%d machines and %d edge nodes and devices that no mine file names"
                                        + " have sent messages; messages of further ones are"
                                        + " rejected, the first of %s",
                                names.machines(),
                                names.edgeNames(),
                                name)
                        : "New names are admitted again";
        return new ReportedSignal(
                others ? QualityRecord.UNKNOWN : key,
                null,
                AlertType.TOO_MANY_NAMES,
                active ? Severity.WARNING : Severity.INFO,
                active,
                Instant.ofEpochMilli(atMs),
                cause,
                Map.of(
                        "machines", (double) names.machines(),
                        "edgeNames", (double) names.edgeNames()));
    }
}
