package io.fueloptimine.jobs.compare.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The road ranking of simulated shifts. {@code -Dfueloptimine.road-seeds=20} measures as many
 * shifts and prints them.
 */
class RoadRankingTest {

    private static final long FIRST_SEED = 101;
    private static final int SEEDS = Integer.getInteger("fueloptimine.road-seeds", 2);
    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));

    /** Segments that loaded trucks drive in every shift. */
    private static final List<String> HAULED =
            List.of(
                    "BENCH-1",
                    "BENCH-2",
                    "BENCH-3",
                    "BENCH-4",
                    "PIT-FLOOR",
                    "RAMP-WEST-1",
                    "RAMP-WEST-2",
                    "RAMP-EAST-1",
                    "RAMP-EAST-2",
                    "CROSS-CUT",
                    "ORE-ROAD",
                    "CRUSHER-PAD",
                    "SOUTH-ROAD",
                    "SOUTH-DUMP-ROAD",
                    "NORTH-ROAD",
                    "NORTH-DUMP-RAMP");

    @Test
    void twoDamagedRoadsLeadTheRankingWithTheirTrueLitres() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Set<String> damaged = drawn(seed);
            RoadShift shift = new RoadShift(MINE, seed, damaged);
            List<RoadExcess> first = shift.atEnd().subList(0, 2);
            for (RoadExcess excess : first) {
                System.out.printf(
                        Locale.ROOT,
                        "seed %d %s rank %s: %.2f points, %.0f L/day (%.0f to %.0f), true %.0f%n",
                        seed,
                        excess.segmentId(),
                        excess.gradingRank(),
                        excess.excessPct(),
                        excess.litresPerDay(),
                        excess.litresPerDayLow(),
                        excess.litresPerDayHigh(),
                        shift.trueLitresPerDay(excess.segmentId()));
            }
            assertThat(first)
                    .as("seed %d", seed)
                    .allSatisfy(
                            excess -> {
                                assertThat(damaged).contains(excess.segmentId());
                                assertThat(excess.gradingRank()).isNotNull();
                                assertThat(excess.litresPerDay())
                                        .isCloseTo(
                                                shift.trueLitresPerDay(excess.segmentId()),
                                                withinPercentage(25));
                            });
        }
    }

    @Test
    void roadsAtTheirPublishedResistanceAreNotRanked() {
        int ranked = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Set<String> falsely = new RoadShift(MINE, seed, Set.of()).everRanked();
            System.out.printf(Locale.ROOT, "seed %d falsely ranked %s%n", seed, falsely);
            ranked += falsely.size();
        }
        assertThat(ranked).isLessThanOrEqualTo(SEEDS / 20);
    }

    private static Set<String> drawn(long seed) {
        Random random = new Random(seed * 7_919);
        Set<String> damaged = new TreeSet<>();
        while (damaged.size() < 2) {
            damaged.add(HAULED.get(random.nextInt(HAULED.size())));
        }
        return damaged;
    }
}
