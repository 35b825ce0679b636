package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.clock.SiteClock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Creates timestamps and watermarks for readings. The timestamp is the reading's {@code time}; the
 * watermark follows the {@link SiteClock} with a delay of {@link WindowSettings#outOfOrdernessS}.
 * One machine whose clock is years ahead can therefore not make the readings of all other machines
 * late.
 *
 * <p>The site clock needs three machines. In a partition with fewer machines, the generator waits
 * one second for other machines and then uses the time of the earliest machine. A machine that
 * stops sending delays the watermark for at most five seconds of processing time while other
 * machines send.
 *
 * <p>Only readings that {@link ClockRules#mayAdvanceTime} accepts count. All other readings neither
 * advance the watermark nor hold it back.
 */
public final class ReadingWatermarks {

    private ReadingWatermarks() {}

    /** The watermark strategy for sources of readings. */
    public static WatermarkStrategy<Reading> strategy(WindowSettings settings, ClockRules rules) {
        long outOfOrdernessMs = settings.outOfOrderness().toMillis();
        return WatermarkStrategy.<Reading>forGenerator(
                        context ->
                                CheckedWatermarks.of(
                                        new Generator(outOfOrdernessMs),
                                        reading -> mayAdvanceTime(reading, rules),
                                        settings.idleness(),
                                        context))
                .withTimestampAssigner((reading, recordTime) -> reading.time().toEpochMilli());
    }

    private static boolean mayAdvanceTime(Reading reading, ClockRules rules) {
        return rules.mayAdvanceTime(reading)
                && !rules.isAhead(reading.time().toEpochMilli(), System.currentTimeMillis());
    }

    /** Generates the watermarks of one partition from its site clock. */
    static final class Generator implements WatermarkGenerator<Reading> {

        /**
         * The number of watermark periods to wait for three machines: one second with Flink's
         * period of 200 ms.
         */
        static final int PERIODS_TO_WAIT_FOR_QUORUM = 5;

        /**
         * The number of watermark periods without progress after which the clock is reset: five
         * seconds with Flink's period of 200 ms.
         */
        static final int PERIODS_UNTIL_RESET = 25;

        private final long outOfOrdernessMs;
        private SiteClock clock = new SiteClock();
        private long emittedMillis = SiteClock.UNKNOWN;
        private boolean received;
        private int periodsSinceReset;
        private int periodsWithoutProgress;

        Generator(long outOfOrdernessMs) {
            this.outOfOrdernessMs = outOfOrdernessMs;
        }

        @Override
        public void onEvent(Reading reading, long timestamp, WatermarkOutput output) {
            clock.observe(reading.site() + "/" + reading.machineId(), timestamp);
            received = true;
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (!received) {
                return;
            }
            received = false;
            periodsSinceReset++;
            long millis = clock.millis();
            if (millis == SiteClock.UNKNOWN && periodsSinceReset > PERIODS_TO_WAIT_FOR_QUORUM) {
                millis = clock.earliestMillis();
            }
            if (millis > emittedMillis) {
                emittedMillis = millis;
                periodsWithoutProgress = 0;
                output.emitWatermark(new Watermark(millis - outOfOrdernessMs - 1));
            } else if (++periodsWithoutProgress > PERIODS_UNTIL_RESET) {
                resetClock();
            }
        }

        /** Starts a new clock, because a machine that no longer sends delays the watermark. */
        private void resetClock() {
            clock = new SiteClock();
            periodsSinceReset = 0;
            periodsWithoutProgress = 0;
        }
    }
}
