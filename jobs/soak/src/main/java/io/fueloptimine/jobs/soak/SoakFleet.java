package io.fueloptimine.jobs.soak;

import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.operators.window.FuelWindows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A fleet of 200 trucks for the soak test. Each reading is a function of truck and sequence number,
 * so that the expected content of every store can be computed. Immutable.
 *
 * <p>Reading {@code i} of the fleet is reading {@code i / 200} of truck {@code i mod 200};
 * consecutive readings of a truck are 1 s of event time apart. One reading in a hundred is bad: its
 * fuel rate has the J1939 value for "not available", or its JSON is truncated. At the end, each
 * truck sends a final reading. The event time of the final reading is so late that Flink emits the
 * results of all earlier windows.
 */
final class SoakFleet {

    static final String SITE = "soak";
    static final int TRUCKS = 200;

    /** Number of readings of one truck in one fuel window. */
    static final int PER_WINDOW = (int) FuelWindows.LENGTH.toSeconds();

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration CLOSING = Duration.ofSeconds(75);
    private static final int ONE_BAD_IN = 100;
    private static final int CUT_BYTES = 9;

    private final long perTruck;
    private final String[] names = new String[TRUCKS];
    private final String[] topics = new String[TRUCKS];

    /**
     * @param readings the minimum number of readings, without the final reading of each truck; it
     *     is rounded up to a multiple of ten per truck, so that the last window is not almost empty
     */
    SoakFleet(long readings) {
        long aTruck = roundUp(readings, TRUCKS) / TRUCKS;
        perTruck = roundUp(aTruck, 10);
        for (int truck = 0; truck < TRUCKS; truck++) {
            names[truck] = String.format(Locale.ROOT, "S-%03d", truck);
            topics[truck] =
                    Topics.mqtt(
                            SITE, EquipmentKind.HAULTRUCK, names[truck], ReadingStream.TELEMETRY);
        }
    }

    /** The number of readings, without the final reading of each truck. */
    long readings() {
        return perTruck * TRUCKS;
    }

    /**
     * The number of readings, including the final reading of each truck; the final readings have
     * the highest numbers.
     */
    long withClosing() {
        return readings() + TRUCKS;
    }

    /**
     * The number of windows of one truck that are complete after the truck's final reading has
     * arrived.
     */
    int windows() {
        return (int) (roundUp(perTruck, PER_WINDOW) / PER_WINDOW);
    }

    /** Whether job ingest must reject the reading with the given number. */
    boolean isBad(long reading) {
        long sequence = reading / TRUCKS;
        long truck = reading % TRUCKS;
        return reading < readings() && (sequence * 31 + truck * 17) % ONE_BAD_IN == 0;
    }

    /** The number of a reading; -1 if no truck of this fleet sent the reading. */
    long numberOf(String machineId, long sequence) {
        int truck = Arrays.binarySearch(names, machineId);
        return truck < 0 || sequence < 0 || sequence > perTruck ? -1 : sequence * TRUCKS + truck;
    }

    /** The index of a truck, from 0; -1 if the truck is not part of this fleet. */
    int truckOf(String machineId) {
        return Math.max(-1, Arrays.binarySearch(names, machineId));
    }

    /** The index of the window that contains a time; the first window has the index 0. */
    long windowOf(Instant time) {
        return Math.floorDiv(Duration.between(START, time).toSeconds(), (long) PER_WINDOW);
    }

    /** The number of valid readings that a window of a truck must contain. */
    int expectedIn(int truck, int window) {
        int expected = 0;
        long end = Math.min(perTruck, (window + 1L) * PER_WINDOW);
        for (long sequence = (long) window * PER_WINDOW; sequence < end; sequence++) {
            expected += isBad(sequence * TRUCKS + truck) ? 0 : 1;
        }
        return expected;
    }

    String name(int truck) {
        return names[truck];
    }

    /** Describes a reading for the summary. */
    String describe(long reading) {
        return names[(int) (reading % TRUCKS)] + " number " + reading / TRUCKS;
    }

    /** The id of the truck that sends a reading. */
    String machineOf(long reading) {
        return names[(int) (reading % TRUCKS)];
    }

    /** Creates the message of a reading. */
    OutgoingMessage message(long reading) {
        int truck = (int) (reading % TRUCKS);
        long sequence = reading / TRUCKS;
        byte[] json = json(truck, sequence, isBad(reading) && sequence % 2 == 0);
        boolean cut = isBad(reading) && sequence % 2 != 0;
        return new OutgoingMessage(
                topics[truck],
                cut ? Arrays.copyOf(json, json.length - CUT_BYTES) : json,
                false,
                null);
    }

    private static long roundUp(long number, long multiple) {
        return (number + multiple - 1) / multiple * multiple;
    }

    private byte[] json(int truck, long sequence, boolean notAvailable) {
        boolean closing = sequence == perTruck;
        Instant time = START.plusSeconds(sequence).plus(closing ? CLOSING : Duration.ZERO);
        double rateLph = 120 + truck * 0.5;
        double usedL = 10_000 + 100.0 * truck + rateLph * sequence / 3_600;
        return String.format(
                        Locale.ROOT,
                        "{\"sequence\":%d,\"time\":\"%s\",\"equipmentClass\":\"930E\","
                                + "\"operatorId\":\"OP-%03d\",\"fuelRateLph\":%s,"
                                + "\"totalFuelUsedL\":%.3f,\"fuelLevelPct\":%.2f,"
                                + "\"engineLoadPct\":%d,\"engineRpm\":%d,\"speedKph\":%d,"
                                + "\"payloadT\":220,\"gradePct\":2,\"elevationM\":%d,"
                                + "\"ambientTempC\":8,\"barometricPressureKpa\":62}",
                        sequence,
                        time,
                        truck,
                        notAvailable ? "3212.75" : String.format(Locale.ROOT, "%.1f", rateLph),
                        usedL,
                        90 - (usedL - 10_000 - 100.0 * truck) / 50,
                        50 + sequence % 20,
                        1_500 + sequence % 100,
                        15 + sequence % 10,
                        3_900 + sequence % 50)
                .getBytes(StandardCharsets.UTF_8);
    }
}
