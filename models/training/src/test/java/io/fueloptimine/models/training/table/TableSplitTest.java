package io.fueloptimine.models.training.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableSplitTest {

    private final TableSplit split = TableSplit.of(Tables.random(2_000, 1), 0);

    @Test
    void testsOnUnseenMachinesOfEachClass() {
        Set<String> seen = machines(split.training());
        seen.addAll(machines(split.validation()));

        assertThat(machines(split.test())).hasSize(4).doesNotContainAnyElementsOf(seen);
        assertThat(split.test().origins())
                .extracting(RowOrigin::equipmentClass)
                .containsOnly("930E", "793F")
                .contains("930E", "793F");
    }

    @Test
    void validatesAndTestsOnlyOnLaterHours() {
        Instant lastTrained =
                split.training().origins().stream()
                        .map(RowOrigin::time)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();

        assertThat(split.validation().origins()).allMatch(row -> row.time().isAfter(lastTrained));
        assertThat(split.test().origins()).allMatch(row -> row.time().isAfter(lastTrained));
        assertThat(split.training().rows()).isEqualTo(16 * 70);
        assertThat(split.validation().rows()).isEqualTo(16 * 30);
        assertThat(split.test().rows()).isEqualTo(4 * 30);
    }

    @Test
    void usesRowsWithLittleExposureForTheTestOnly() {
        TableSplit demanding = TableSplit.of(Tables.random(2_000, 1), 2);

        assertThat(demanding.training().rows()).isZero();
        assertThat(demanding.test().rows()).isEqualTo(4 * 30);
    }

    private static Set<String> machines(TrainingTable table) {
        return table.origins().stream().map(RowOrigin::machineId).collect(Collectors.toSet());
    }
}
