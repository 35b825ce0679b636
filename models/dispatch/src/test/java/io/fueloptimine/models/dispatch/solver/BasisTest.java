package io.fueloptimine.models.dispatch.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BasisTest {

    /** Three rows; the columns of a and b are equal. */
    private static SparseMatrix matrix() {
        LinearModel model = new LinearModel();
        int a = model.variable("a", 0, 1, 0);
        int b = model.variable("b", 0, 1, 0);
        int c = model.variable("c", 0, 1, 0);
        model.row("0", 0, 1).add(a, 1).add(b, 1);
        model.row("1", 0, 1).add(a, 0.5).add(b, 0.5).add(c, 1);
        model.row("2", 0, 1).add(c, -0.25);
        return new SparseMatrix(model);
    }

    @Test
    void aColumnThatDependsOnOthersLeavesTheBasisWhenTheInverseIsComputedAnew() {
        SparseMatrix matrix = matrix();
        Basis basis = new Basis(matrix);
        double[] column = new double[3];
        basis.column(0, column);
        basis.replace(0, 0, column);
        // Rounding made a pivot of what is 0.
        basis.replace(1, 1, new double[] {1, 1e-9, 0});
        basis.column(2, column);
        column[2] = -0.25;
        basis.replace(2, 2, column);

        basis.refresh();

        assertThat(basis.head).contains(2).containsAnyOf(0, 1);
        assertThat(basis.rowOf[0] < 0 || basis.rowOf[1] < 0).isTrue();
        for (int r = 0; r < 3; r++) {
            assertThat(basis.rowOf[basis.head[r]]).isEqualTo(r);
            basis.column(basis.head[r], column);
            for (int i = 0; i < 3; i++) {
                assertThat(column[i]).isCloseTo(i == r ? 1 : 0, within(1e-12));
            }
        }
    }
}
