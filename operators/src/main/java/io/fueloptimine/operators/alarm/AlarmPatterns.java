package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ScoredWindow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The alarms of the mine. Readings are condensed to one event per machine and minute; sequences
 * (theft, idling, failing machine, excess fuel) are matched by Flink CEP, limits, balances and
 * silence are watched by keyed functions; all their signals meet in {@link OpenAlarms}.
 *
 * <p>Everything runs on event time. A dwell or span is that of the mine's clock, whatever the speed
 * it is replayed at.
 */
public final class AlarmPatterns {

    private AlarmPatterns() {}

    /**
     * Adds the alarms to a job.
     *
     * @param readings valid readings of all machines, with watermarks
     * @param scores scored fuel windows, with watermarks
     * @param hours how many of each machine's messages were rejected, with watermarks
     * @param mines tanks and payloads of the truck classes; a class that they do not have raises no
     *     leak and no overload alarm
     * @param settings limits, dwells and spans
     * @param reasons tells why windows were expected to burn what they were
     * @return alarms raised and cleared
     */
    public static SingleOutputStreamOperator<Alert> of(
            DataStream<Reading> readings,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            MineSites mines,
            AlarmSettings settings,
            WindowReasons reasons) {
        return ofMinutes(MachineMinutes.of(readings), scores, hours, mines, settings, reasons);
    }

    /** The same from condensed telemetry; after a restart a minute may come again. */
    static SingleOutputStreamOperator<Alert> ofMinutes(
            DataStream<MachineMinute> condensed,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
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
                        .name("Watch for silent machines");
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
                        badData)
                .keyBy(AlarmSignal::machineKey)
                .connect(minutes)
                .process(new OpenAlarms(settings))
                .uid("keep-open-alarms")
                .name("Raise and clear alarms");
    }

    /**
     * Each machine's minutes once, in order. The stream stays partitioned by machine, so the rules
     * that read it run in one chain of operators with this step, and the web UI shows them as one.
     */
    private static KeyedStream<MachineMinute, String> inOrder(DataStream<MachineMinute> condensed) {
        return DataStreamUtils.reinterpretAsKeyedStream(
                condensed
                        .keyBy(MachineMinute::machineKey)
                        .process(new InOrder<>())
                        .returns(TypeInformation.of(MachineMinute.class))
                        .uid("order-minutes")
                        .name("Pass each minute once, in order"),
                MachineMinute::machineKey);
    }
}
