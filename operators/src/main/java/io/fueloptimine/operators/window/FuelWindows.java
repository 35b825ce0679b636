package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.OutputTag;

/**
 * One-minute fuel windows per machine, in event time. A window is told when the watermark passes
 * its end, and again with the next revision when late readings changed it, once per advance of the
 * watermark however many came. After the allowed lateness a reading is too late: it stays in the
 * archive, and {@link #late} tells of it, whole.
 *
 * <p>Windows are made of the telemetry of haul trucks and auxiliary machines: shovels are electric
 * or metered elsewhere.
 */
public final class FuelWindows {

    /** The length of a window. */
    public static final Duration LENGTH = Duration.ofMinutes(1);

    private static final String LATE_RULE = "too-late-for-window";

    static final OutputTag<Reading> TOO_LATE =
            new OutputTag<>("too-late-for-window") {
                private static final long serialVersionUID = 1L;
            };

    private FuelWindows() {}

    /**
     * The windows of readings that bear timestamps and watermarks ({@link ReadingWatermarks}).
     *
     * @param allowedLateness how long a window stays open for late readings after its end, event
     *     time
     * @return the windows; keyed streams downstream key by {@link FuelWindow#machineKey}
     */
    public static SingleOutputStreamOperator<FuelWindow> of(
            DataStream<Reading> readings, Duration allowedLateness) {
        return readings.filter(FuelWindows::isFuelTelemetry)
                .uid("fuel-telemetry")
                .name("Fuel telemetry")
                .keyBy(Reading::machineKey)
                .window(TumblingEventTimeWindows.of(LENGTH))
                .allowedLateness(allowedLateness)
                .sideOutputLateData(TOO_LATE)
                .trigger(new OncePerWatermark())
                .aggregate(new GatherReadings(), new TellWindow())
                .uid("fuel-windows")
                .name("Fuel windows");
    }

    /**
     * The readings that came too late for their window, of the stream that {@link #of} returned for
     * the same lateness.
     */
    public static DataStream<QualityRecord> late(
            SingleOutputStreamOperator<FuelWindow> windows, Duration allowedLateness) {
        return windows.getSideOutput(TOO_LATE)
                .map(reading -> LateReading.record(reading, LATE_RULE, allowedLateness))
                .returns(QualityRecord.class)
                .uid("late-readings")
                .name("Late readings");
    }

    private static boolean isFuelTelemetry(Reading reading) {
        boolean burnsFuel =
                reading.kind() == EquipmentKind.HAULTRUCK || reading.kind() == EquipmentKind.AUX;
        return burnsFuel && reading.telemetry() != null;
    }
}
