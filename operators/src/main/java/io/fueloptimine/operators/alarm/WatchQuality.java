package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.BadDataState;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.quality.QualityHour;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises BAD_DATA when too many of a machine's messages within an hour of event time were rejected.
 * The alarm has the start of the hour as its time and is raised at most once per hour. It is
 * cleared when the share of rejected messages in that hour or in a later hour is low again. Hours
 * with few messages are ignored, and so are hours before the hour of the raised alarm.
 *
 * <p>State expires after a week without counts for the machine.
 */
final class WatchQuality extends KeyedProcessFunction<String, QualityHour, AlarmSignal> {

    private static final Duration RETENTION = Duration.ofDays(7);

    private final AlarmSettings settings;
    private transient ValueState<BadDataState> state;

    WatchQuality(AlarmSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<BadDataState> descriptor =
                new ValueStateDescriptor<>("bad-data", Types.POJO(BadDataState.class));
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(RETENTION)
                        .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                        .build());
        state = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(QualityHour hour, Context context, Collector<AlarmSignal> out)
            throws Exception {
        BadDataState previous = state.value();
        long hourMs = hour.hourStart().toEpochMilli();
        boolean past = previous != null && hourMs < previous.raisedHourMs();
        if (past || hour.received() < settings.badDataMinMessages()) {
            return;
        }
        double rejectedPct = 100 * hour.rejectedShare();
        boolean present = previous != null && previous.present();
        boolean raisedForIt = previous != null && hourMs == previous.raisedHourMs();
        if (!present && !raisedForIt && rejectedPct > settings.badDataPct()) {
            state.update(new BadDataState(hourMs, true));
            out.collect(present(hour, rejectedPct));
        } else if (present && rejectedPct <= settings.badDataClearPct()) {
            state.update(new BadDataState(previous.raisedHourMs(), false));
            out.collect(gone(hour, Instant.ofEpochMilli(context.timestamp())));
        }
    }

    private static AlarmSignal present(QualityHour hour, double rejectedPct) {
        String message =
                String.format(
                        Locale.ROOT,
                        "%.0f %% of messages rejected: %,d of %,d in this hour, most by rule %s",
                        rejectedPct,
                        hour.rejected(),
                        hour.received(),
                        hour.worstRule());
        return new AlarmSignal(
                        hour.site(),
                        hour.machineId(),
                        AlertType.BAD_DATA,
                        Severity.WARNING,
                        hour.hourStart(),
                        true,
                        message,
                        Map.of(
                                "rejectedPct", rejectedPct,
                                "rejected", (double) hour.rejected(),
                                "received", (double) hour.received()))
                .withWords(Map.of("rule", String.valueOf(hour.worstRule())));
    }

    private static AlarmSignal gone(QualityHour hour, Instant at) {
        return new AlarmSignal(
                hour.site(),
                hour.machineId(),
                AlertType.BAD_DATA,
                Severity.INFO,
                at,
                false,
                "Messages are valid again",
                Map.of());
    }
}
