package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The alarm rules of job alarms. Telemetry is condensed to one event per machine and minute. Flink
 * CEP matches sequences (theft, idling, failing machine, excess fuel); keyed functions check
 * limits, tank balances, sensors and silence. Both kinds of rules emit signals, which {@link
 * RaiseAndClearAlarms} combines to alarms.
 *
 * <p>All rules use event time, so results do not depend on the speed at which data is replayed.
 */
public final class AlarmPatterns {

    private AlarmPatterns() {}

    /**
     * Adds the alarm rules to a job.
     *
     * @param readings valid readings of all machines, with watermarks
     * @param scores scored fuel windows, with watermarks
     * @param hours message counts by machine and hour, with watermarks
     * @param reported alarm signals from other jobs; the stream needs no watermarks
     * @param mines the mines with the tanks and payloads of their truck classes; a truck of an
     *     unknown class raises no leak alarm and no overload alarm
     * @param settings the limits, on-delays, off-delays and time spans of the alarms
     * @param reasons explains the expected fuel of windows
     * @return alarms raised and cleared
     */
    public static SingleOutputStreamOperator<Alert> of(
            DataStream<Reading> readings,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            DataStream<AlarmSignal> reported,
            MineSites mines,
            AlarmSettings settings,
            WindowReasons reasons) {
        return ofMinutes(
                MachineMinutes.of(readings), scores, hours, reported, mines, settings, reasons);
    }

    /**
     * Adds the alarm rules to a job whose telemetry is already condensed. After a restart, the
     * stream may contain a minute again.
     */
    static SingleOutputStreamOperator<Alert> ofMinutes(
            DataStream<MachineMinute> condensed,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            DataStream<AlarmSignal> reported,
            MineSites mines,
            AlarmSettings settings,
            WindowReasons reasons) {
        KeyedStream<MachineMinute, String> minutes = inOrder(condensed);
        DataStream<AlarmSignal> limits =
                minutes.process(new WatchLimits(mines, settings))
                        .uid("watch-limits")
                        .name("Watch fuel level and payload");
        DataStream<AlarmSignal> tanks =
                minutes.process(new WatchTank(mines, settings))
                        .uid("watch-tank")
                        .name("Watch tanks for leaks");
        DataStream<AlarmSignal> sensors =
                minutes.process(new WatchSensors(settings))
                        .uid("watch-sensors")
                        .name("Watch for stuck sensors");
        DataStream<AlarmSignal> silence =
                minutes.process(new WatchSilence(settings))
                        .uid("watch-silence")
                        .name("Watch for silent machines")
                        .keyBy(AlarmSignal::site)
                        .process(new GroupSilences(settings))
                        .uid("group-silences")
                        .name("Group silent machines by cause");
        DataStream<AlarmSignal> badData =
                hours.keyBy(QualityHour::machineKey)
                        .process(new WatchQuality(settings))
                        .uid("watch-quality")
                        .name("Watch for bad data");
        return FuelTheft.signals(minutes, settings)
                .union(
                        LongIdle.signals(minutes, settings),
                        FailingMachine.signals(minutes, settings),
                        ExcessFuel.signals(scores, settings, reasons),
                        limits,
                        tanks,
                        sensors,
                        silence,
                        badData,
                        reported)
                .keyBy(AlarmSignal::machineKey)
                .connect(minutes)
                .process(new RaiseAndClearAlarms(settings))
                .uid("keep-open-alarms")
                .name("Raise and clear alarms");
    }

    /**
     * Emits each machine's minutes once and in order. The stream stays partitioned by machine, so
     * that this step and the rules that read the stream form one operator chain, which the web UI
     * shows as one vertex.
     */
    private static KeyedStream<MachineMinute, String> inOrder(DataStream<MachineMinute> condensed) {
        return DataStreamUtils.reinterpretAsKeyedStream(
                condensed
                        .keyBy(MachineMinute::machineKey)
                        .process(new DropOutOfOrder<>())
                        .returns(TypeInformation.of(MachineMinute.class))
                        .uid("order-minutes")
                        .name("Drop repeated minutes"),
                MachineMinute::machineKey);
    }
}
