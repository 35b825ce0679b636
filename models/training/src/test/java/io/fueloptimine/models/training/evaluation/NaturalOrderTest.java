package io.fueloptimine.models.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void ordersMachinesByNumber() {
        sorts("T9", "T10", "T100", "unknown");
    }

    @Test
    void ordersGradesFromTheSteepestDescent() {
        sorts("-10..-8 %", "-8..-6 %", "-3..0 %", "0..3 %", "2.5..3 %", "10..14 %", "unknown");
    }

    @Test
    void treatsAHyphenWithinANameAsText() {
        sorts("T-9", "T-10");
    }

    @Test
    void distinguishesNamesThatDifferAfterTheirNumber() {
        sorts("S1 to D1", "S1 to D2", "S2 to D1", "S10 to D1");
    }

    private static void sorts(String... inOrder) {
        List<String> names = Arrays.asList(inOrder.clone());
        Collections.reverse(names);
        names.sort(NaturalOrder.INSTANCE);
        assertThat(names).containsExactly(inOrder);
    }
}
