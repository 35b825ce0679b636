package io.fueloptimine.models.dispatch.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ConsumptionRankingTest {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(7));
    private static final int MACHINES = 12;
    private static final int SHIFTS = 12;

    @Test
    void tellsAThirstyMachineFromThirstyOperators() {
        List<ConsumptionOutlier> ranked =
                ConsumptionRanking.of(
                        "mine", END, cells(m -> m == 3 ? 1.2 : 1, o -> o == 5 ? 1.1 : 1, 1));

        ConsumptionOutlier machine = ranked.get(0);
        assertThat(machine.kind()).isEqualTo(Kind.MACHINE);
        assertThat(machine.code()).isEqualTo("T3");
        assertThat(machine.ratio()).isCloseTo(1.19, within(0.03));
        assertThat(machine.standsOut()).isTrue();
        assertThat(machine.hours()).isEqualTo(10.0 * SHIFTS);
        ConsumptionOutlier operator = ranked.get(MACHINES);
        assertThat(operator.kind()).isEqualTo(Kind.OPERATOR);
        assertThat(operator.code()).isEqualTo("OP5");
        assertThat(operator.standsOut()).isTrue();
        assertThat(ranked.stream().filter(ConsumptionOutlier::standsOut)).hasSize(2);
    }

    @Test
    void noiseDoesNotStandOut() {
        int standing = 0;
        for (int seed = 1; seed <= 20; seed++) {
            standing +=
                    (int)
                            ConsumptionRanking.of("mine", END, cells(m -> 1, o -> 1, seed)).stream()
                                    .filter(ConsumptionOutlier::standsOut)
                                    .count();
        }
        assertThat(standing).isLessThanOrEqualTo(2);
    }

    @Test
    void anInterruptCancelsTheRanking() {
        List<ResidualCell> cells = cells(m -> 1, o -> 1, 1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ConsumptionRanking.of("mine", END, cells))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void addsUpTheHoursOfEachMachineAndOperator() {
        List<ResidualCell> cells = cells(m -> 1, o -> 1, 1);
        cells.add(new ResidualCell("T1", "OP7", START, 5, 500, 500));

        List<ConsumptionOutlier> ranked = ConsumptionRanking.of("mine", END, cells);

        assertThat(ranked).hasSize(2 * MACHINES);
        assertThat(ranked)
                .allSatisfy(
                        outlier ->
                                assertThat(outlier.hours())
                                        .isEqualTo(
                                                List.of("T1", "OP7").contains(outlier.code())
                                                        ? 10.0 * SHIFTS + 5
                                                        : 10.0 * SHIFTS));
    }

    @Test
    void leavesOutACellWithoutAUsableRatio() {
        List<ResidualCell> cells = cells(m -> 1, o -> 1, 1);
        List<ConsumptionOutlier> without = ConsumptionRanking.of("mine", END, cells);
        cells.add(new ResidualCell("T1", "OP7", START, 5, 500, Double.MIN_VALUE));
        cells.add(new ResidualCell("T1", "OP7", START, 5, Double.MIN_VALUE, 500));
        cells.add(new ResidualCell("T1", "OP7", START, 5, -1e-12, 500));
        cells.add(new ResidualCell("T1", "OP7", START, 0.4, 500, 500));

        assertThat(ConsumptionRanking.of("mine", END, cells)).isEqualTo(without);
    }

    @Test
    void comparesNothingWithOneMachine() {
        List<ResidualCell> one =
                cells(m -> 1, o -> 1, 1).stream()
                        .filter(cell -> cell.machineId().equals("T1"))
                        .toList();

        assertThat(ConsumptionRanking.of("mine", END, one)).isEmpty();
    }

    /** Each operator drives another truck in each shift; a shift scatters by 4 %. */
    private static List<ResidualCell> cells(
            IntToDoubleFunction machineRatio, IntToDoubleFunction operatorRatio, long seed) {
        Random random = new Random(seed);
        List<ResidualCell> cells = new ArrayList<>();
        for (int shift = 0; shift < SHIFTS; shift++) {
            for (int machine = 0; machine < MACHINES; machine++) {
                int operator = (machine + 5 * shift) % MACHINES;
                double ratio =
                        machineRatio.applyAsDouble(machine)
                                * operatorRatio.applyAsDouble(operator)
                                * Math.exp(0.04 * random.nextGaussian());
                cells.add(
                        new ResidualCell(
                                "T" + machine,
                                "OP" + operator,
                                START.plus(Duration.ofHours(12L * shift)),
                                10,
                                1_000 * ratio,
                                1_000));
            }
        }
        return cells;
    }
}
