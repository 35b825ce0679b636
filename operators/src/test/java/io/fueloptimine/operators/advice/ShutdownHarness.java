package io.fueloptimine.operators.advice;

import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** Feeds {@link AdviseShutdown}: minutes in which trucks wait with their engines on or off. */
final class ShutdownHarness {

    private ShutdownHarness() {}

    static KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice> of(
            AdviceSettings settings) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new AdviseShutdown(AdviceSamples.MINES, settings)),
                Reading::site,
                FuelWindow::site,
                Types.STRING);
    }

    /** Five breaks of T01 of 40 minutes, so that the length of breaks is known. */
    static void learnBreaks(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice> h,
            int fromMinute)
            throws Exception {
        for (int i = 0; i < 5; i++) {
            stop(h, "T01", fromMinute + 50 * i);
            drive(h, "T01", fromMinute + 50 * i + 40);
        }
    }

    static void stop(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice> h,
            String truckId,
            double minute)
            throws Exception {
        state(h, AdviceSamples.state(truckId, minute, ProductionState.STOPPED, "BREAK"));
    }

    static void drive(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice> h,
            String truckId,
            double minute)
            throws Exception {
        state(h, AdviceSamples.state(truckId, minute, ProductionState.DRIVING, null));
    }

    /** A state that arrives when event time has reached it. */
    static void state(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice> h,
            Reading reading)
            throws Exception {
        h.processElement1(reading, reading.time().toEpochMilli());
        h.processBothWatermarks(new Watermark(reading.time().toEpochMilli()));
    }

    /** A minute, and the event time of its end. */
    static void minute(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, FuelWindow, ShutdownAdvice> h,
            String truckId,
            int minute,
            boolean engineOn)
            throws Exception {
        FuelWindow window = AdviceSamples.minute(truckId, minute, engineOn);
        h.processElement2(window, window.end().toEpochMilli() - 1);
        h.processBothWatermarks(new Watermark(window.end().toEpochMilli()));
    }
}
