package io.fueloptimine.operators.road;

import io.fueloptimine.models.dispatch.road.RoadPass;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Passes over two roads of the shipped mine, one of which needs twice the litres. */
final class RoadSamples {

    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    static final MineSite MINE = MineSiteFile.read(Path.of("../deploy/local/mines/andes.yaml"));
    static final MineSites MINES = MineSites.of(MINE);

    private static final int MINUTES_BETWEEN = 2;

    private RoadSamples() {}

    /** Every two minutes, one pass over a good and one over a bad road. */
    static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, RoadPass, ?> harness,
            int fromMinute,
            int toMinute)
            throws Exception {
        for (int minute = fromMinute; minute < toMinute; minute += MINUTES_BETWEEN) {
            Instant at = START.plusSeconds(60L * minute);
            harness.processElement(pass("ORE-ROAD", minute, at, 1), at.toEpochMilli());
            harness.processElement(pass("SOUTH-ROAD", minute, at, 2), at.toEpochMilli());
            harness.processWatermark(at.toEpochMilli());
        }
    }

    /** A pass of one of five trucks. */
    static RoadPass pass(String segmentId, int number, Instant at, double factor) {
        double workKwh = 20;
        double litres = factor * (0.24 * (workKwh + 0.4 * 4) + 50 * 0.02);
        return new RoadPass(
                MINE.site(),
                segmentId,
                "T0" + (1 + number / 2 % 5),
                "OP",
                "930E",
                true,
                "J-EXIT",
                at.toEpochMilli(),
                litres * (1 + 0.02 * Math.sin(number)),
                0.02,
                workKwh,
                4,
                7,
                1.4);
    }
}
