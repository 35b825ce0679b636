package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.fuel.scoring.WindowReasons;
import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReportedSignal;
import io.fueloptimine.models.mine.ScoredWindow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The alarm rules. Telemetry is condensed to one event per machine and minute. Flink CEP matches
 * sequences (theft, idling, failing machine, excess fuel); keyed functions check limits, tank
 * balances, sensors and silence. {@link RaiseAndClearAlarms} combines all signals to alarms.
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
     * @param reported signals of other jobs; the stream needs no watermarks
     * @param mines tanks and payloads of the truck classes; a class that they do not have raises no
     *     leak and no overload alarm
     * @param settings limits, dwells and spans
     * @param reasons explains the expected fuel of windows
     * @return alarms raised and cleared
     */
    public static SingleOutputStreamOperator<Alert> of(
            DataStream<Reading> readings,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            DataStream<ReportedSignal> reported,
            MineSites mines,
            AlarmSettings settings,
            WindowReasons reasons) {
        return ofMinutes(
                MachineMinutes.of(readings), scores, hours, reported, mines, settings, reasons);
    }

    /** The same for condensed telemetry. After a restart a minute may occur again. */
    static SingleOutputStreamOperator<Alert> ofMinutes(
            DataStream<MachineMinute> condensed,
            DataStream<ScoredWindow> scores,
            DataStream<QualityHour> hours,
            DataStream<ReportedSignal> reported,
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
                        badData,
                        signalsOf(reported))
                .keyBy(AlarmSignal::machineKey)
                .connect(minutes)
                .process(new RaiseAndClearAlarms(settings))
                .uid("keep-open-alarms")
                .name("Raise and clear alarms");
    }

    private static DataStream<AlarmSignal> signalsOf(DataStream<ReportedSignal> reported) {
        return reported.map(AlarmSignal::of)
                .returns(AlarmSignal.class)
                .uid("reported-alarm-signals")
                .name("Read signals of other jobs");
    }

    /**
     * Each machine's minutes once, in order. The stream stays partitioned by machine, so the rules
     * that read it run in one chain of operators with this step, and the web UI shows them as one.
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
