package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.quality.clock.SiteClock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of readings: a reading's own {@code time}, and a watermark that follows the {@link
 * SiteClock} at {@link WindowSettings#outOfOrdernessS} distance. One machine whose clock runs years
 * ahead therefore cannot make everybody else late.
 *
 * <p>Where fewer machines than the clock's quorum speak (a small partition, a small site), the
 * earliest of them tells the time, after a second of waiting for others; and a machine that fell
 * silent holds the time back for five seconds at most (of processing time, while others speak).
 */
public final class ReadingWatermarks {

    private ReadingWatermarks() {}

    /** Timestamps and watermarks for a source of readings, with idleness. */
    public static WatermarkStrategy<Reading> strategy(WindowSettings settings) {
        long outOfOrdernessMs = settings.outOfOrderness().toMillis();
        return WatermarkStrategy.<Reading>forGenerator(context -> new Generator(outOfOrdernessMs))
                .withTimestampAssigner((reading, recordTime) -> reading.time().toEpochMilli())
                .withIdleness(settings.idleness());
    }

    /** Follows the clock of the site that a partition's readings come from. */
    static final class Generator implements WatermarkGenerator<Reading> {

        /** At Flink's 200 ms a period: a second. */
        static final int PERIODS_TO_WAIT_FOR_OTHERS = 5;

        /** At Flink's 200 ms a period: five seconds. */
        static final int PERIODS_TO_WAIT_FOR_THE_SILENT = 25;

        private final long outOfOrdernessMs;
        private SiteClock clock = new SiteClock();
        private long told = SiteClock.UNKNOWN;
        private boolean heard;
        private int periodsOfClock;
        private int periodsOfStandstill;

        Generator(long outOfOrdernessMs) {
            this.outOfOrdernessMs = outOfOrdernessMs;
        }

        @Override
        public void onEvent(Reading reading, long timestamp, WatermarkOutput output) {
            clock.observe(reading.site() + "/" + reading.machineId(), timestamp);
            heard = true;
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (!heard) {
                return;
            }
            heard = false;
            periodsOfClock++;
            long millis = clock.millis();
            if (millis == SiteClock.UNKNOWN && periodsOfClock > PERIODS_TO_WAIT_FOR_OTHERS) {
                millis = clock.earliestMillis();
            }
            if (millis > told) {
                told = millis;
                periodsOfStandstill = 0;
                output.emitWatermark(new Watermark(millis - outOfOrdernessMs - 1));
            } else if (++periodsOfStandstill > PERIODS_TO_WAIT_FOR_THE_SILENT) {
                askAnew();
            }
        }

        /** Who holds the clock back has fallen silent: the time is what the others tell. */
        private void askAnew() {
            clock = new SiteClock();
            periodsOfClock = 0;
            periodsOfStandstill = 0;
        }
    }
}
