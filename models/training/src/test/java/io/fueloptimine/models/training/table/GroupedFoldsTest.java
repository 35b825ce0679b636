package io.fueloptimine.models.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupedFoldsTest {

    private final TrainingTable table = Tables.random(2_000, 1);

    @Test
    void keepsEachMachineInOneFoldAndEveryClassInAll() {
        GroupedFolds folds = GroupedFolds.of(table, 5);

        Map<String, Set<Integer>> ofMachine =
                IntStream.range(0, table.rows())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        row -> table.origins().get(row).machineId(),
                                        Collectors.mapping(folds::of, Collectors.toSet())));
        Map<String, Set<Integer>> ofClass =
                IntStream.range(0, table.rows())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        row -> table.origins().get(row).equipmentClass(),
                                        Collectors.mapping(folds::of, Collectors.toSet())));

        assertThat(ofMachine.values()).allMatch(foldsOfOne -> foldsOfOne.size() == 1);
        assertThat(ofClass.values()).allMatch(foldsOfOne -> foldsOfOne.size() == folds.count());
    }

    @Test
    void hasNoMoreFoldsThanMachines() {
        assertThat(GroupedFolds.of(table.only(0, 1, 2, 20, 21), 5).count()).isEqualTo(3);
        assertThatThrownBy(() -> GroupedFolds.of(table.only(0, 20), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 machines in 5 folds");
    }

    @Test
    void assignsMachinesBySeedWhenShuffled() {
        int[] byName = folds(GroupedFolds.of(table, 5));
        int[] shuffled = folds(GroupedFolds.shuffled(table, 5, 1));

        assertThat(shuffled).isEqualTo(folds(GroupedFolds.shuffled(table, 5, 1)));
        assertThat(shuffled).isNotEqualTo(byName);
        assertThat(shuffled).isNotEqualTo(folds(GroupedFolds.shuffled(table, 5, 2)));
        for (int row = 20; row < table.rows(); row++) {
            assertThat(shuffled[row]).isEqualTo(shuffled[row % 20]);
        }
    }

    private int[] folds(GroupedFolds folds) {
        return IntStream.range(0, table.rows()).map(folds::of).toArray();
    }
}
