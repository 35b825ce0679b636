package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.quality.hour.LateReading;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.OutputTag;

/**
 * One-minute fuel windows per machine, in event time. A window is emitted when the watermark passes
 * its end. When late readings have changed the window, it is emitted again with the next revision
 * number, once per advance of the watermark for any number of late readings. A reading that arrives
 * after the allowed lateness is not included in its window; {@link #late} returns its record.
 *
 * <p>Only telemetry of haul trucks and auxiliary machines is used, because shovels are electric or
 * their fuel is measured elsewhere.
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
     * Adds the windows to a job. Readings must have timestamps and watermarks ({@link
     * ReadingWatermarks}).
     *
     * @param allowedLateness for how long after its end a window accepts late readings, event time
     * @return the windows, to be keyed by {@link FuelWindow#machineKey}
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
                .trigger(new OncePerWatermarkTrigger())
                .aggregate(new FuelWindowAggregate(), new EmitFuelWindows())
                .uid("fuel-windows")
                .name("Fuel windows");
    }

    /**
     * The records of readings that arrived too late for their window.
     *
     * @param windows the stream that {@link #of} returned for the same allowed lateness
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
