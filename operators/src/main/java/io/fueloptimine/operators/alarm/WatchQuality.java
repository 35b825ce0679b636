package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.BadDataState;
import io.fueloptimine.models.mine.AlertType;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.Severity;
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
 * Bad data: of the messages that a machine sent within an hour of event time, too many were
 * rejected. It is raised for the hour's start, at most once an hour, and gone when the share of
 * that hour or a later one has fallen; hours with few messages say nothing either way, and neither
 * do hours before the one it was raised for.
 *
 * <p>Forgets a machine that nothing was counted of for a week.
 */
final class WatchQuality extends KeyedProcessFunction<String, QualityHour, AlarmSignal> {

    private static final Duration MEMORY = Duration.ofDays(7);

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
                StateTtlConfig.newBuilder(MEMORY)
                        .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
                        .build());
        state = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(QualityHour hour, Context context, Collector<AlarmSignal> out)
            throws Exception {
        BadDataState known = state.value();
        long hourMs = hour.hourStart().toEpochMilli();
        boolean past = known != null && hourMs < known.raisedHourMs();
        if (past || hour.received() < settings.badDataMinMessages()) {
            return;
        }
        double rejectedPct = 100 * hour.rejectedShare();
        boolean present = known != null && known.present();
        boolean raisedForIt = known != null && hourMs == known.raisedHourMs();
        if (!present && !raisedForIt && rejectedPct > settings.badDataPct()) {
            state.update(new BadDataState(hourMs, true));
            out.collect(present(hour, rejectedPct));
        } else if (present && rejectedPct <= settings.badDataClearPct()) {
            state.update(new BadDataState(known.raisedHourMs(), false));
            out.collect(gone(hour, Instant.ofEpochMilli(context.timestamp())));
        }
    }

    private static AlarmSignal present(QualityHour hour, double rejectedPct) {
        String message =
                String.format(
                        Locale.ROOT,
                        "%.0f %% of its messages are rejected: %,d of %,d in this hour, most by %s",
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
                        "received", (double) hour.received()));
    }

    private static AlarmSignal gone(QualityHour hour, Instant at) {
        return new AlarmSignal(
                hour.site(),
                hour.machineId(),
                AlertType.BAD_DATA,
                Severity.INFO,
                at,
                false,
                "Its data is good again",
                Map.of());
    }
}
