package io.fueloptimine.models.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.training.linear.LeftOutColumn.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelTest {

    private static final double NONE = Double.NaN;

    @Test
    void predictsALinearFunction() {
        double[][] rows = {{0, 5}, {1, 3}, {2, 8}, {3, 1}};
        double[] labels = {1 - 10, 3 - 6, 5 - 16, 7 - 2};

        LinearModel model = LinearModel.fit(List.of("x", "z"), rows, labels);

        assertThat(model.predict(new double[] {10, 100})).isCloseTo(21 - 200, within(1e-11));
    }

    @Test
    void replacesMissingValuesByTheTrainingMean() {
        double[][] gaps = {{0, 5}, {1, NONE}, {2, 8}, {NONE, 1}, {5, 2}};
        double[][] filled = {{0, 5}, {1, 4}, {2, 8}, {2, 1}, {5, 2}};
        double[] labels = {3, 1, 4, 1, 5};
        List<String> names = List.of("x", "z");

        LinearModel model = LinearModel.fit(names, gaps, labels);
        LinearModel expected = LinearModel.fit(names, filled, labels);

        assertThat(model.diagnostics()).isEqualTo(expected.diagnostics());
        assertThat(model.predict(new double[] {7, NONE}))
                .isEqualTo(expected.predict(new double[] {7, 4}));
        assertThat(model.predict(new double[] {NONE, NONE})).isCloseTo(2.8, within(1e-12));
    }

    @Test
    void leavesOutColumnsWithoutInformationAndGivesTheReason() {
        List<String> names = List.of("empty", "x", "constant", "z", "sum", "y");
        double[][] rows = {
            {NONE, 1, 0.1, 4, 5, 1},
            {NONE, 2, 0.1, 9, 11, 0},
            {NONE, 3, NONE, 2, 5, 4},
            {NONE, 4, 0.1, 7, 11, 1},
            {NONE, 5, 0.1, 7, 12, 8},
            {NONE, 6, 0.1, 1, 7, 2},
            {NONE, 7, 0.1, 3, 10, 7},
            {NONE, 8, 0.1, 5, 13, 7}
        };
        double[] labels = {2, 7, 1, 8, 2, 8, 1, 8};
        double[][] telling =
                Arrays.stream(rows)
                        .map(row -> new double[] {row[1], row[3], row[5]})
                        .toArray(double[][]::new);

        LinearModel model = LinearModel.fit(names, rows, labels);
        LinearModel expected = LinearModel.fit(List.of("x", "z", "y"), telling, labels);

        assertThat(model.diagnostics().leftOut())
                .containsExactly(
                        new LeftOutColumn("empty", Reason.EMPTY),
                        new LeftOutColumn("constant", Reason.CONSTANT),
                        new LeftOutColumn("sum", Reason.COLLINEAR));
        assertThat(model.diagnostics().coefficients())
                .isEqualTo(expected.diagnostics().coefficients());
        assertThat(model.predict(new double[] {6, 2, 6, 3, 6, 4}))
                .isEqualTo(expected.predict(new double[] {2, 3, 4}));
    }

    @Test
    void detectsCollinearityDespiteSinglePrecision() {
        SyntheticRows data = SyntheticRows.of(500, 6, 3);
        for (double[] row : data.rows()) {
            row[2] = (float) row[2];
            row[3] = (float) (row[1] + row[2]);
            row[5] = (float) (7 * row[4] - row[0] + 1);
        }

        assertThat(data.fit().diagnostics().leftOut())
                .containsExactly(
                        new LeftOutColumn("c3", Reason.COLLINEAR),
                        new LeftOutColumn("c5", Reason.COLLINEAR));
    }

    @Test
    void predictsTheMeanWithoutInformativeColumns() {
        double[][] rows = {{1}, {1}, {1}, {1}};

        LinearModel model = LinearModel.fit(List.of("x"), rows, new double[] {1, 2, 3, 6});

        assertThat(model.predict(new double[] {9})).isEqualTo(3);
        assertThat(model.diagnostics().r2()).isZero();
        assertThat(model.diagnostics().f().statistic()).isNaN();
        assertThat(model.diagnostics().f().p()).isNaN();
        assertThat(model.diagnostics().breuschPagan().p()).isNaN();
        assertThat(model.diagnostics().coefficients())
                .singleElement()
                .satisfies(
                        intercept -> {
                            assertThat(intercept.value()).isEqualTo(3);
                            assertThat(intercept.standardError())
                                    .isCloseTo(Math.sqrt(14.0 / 3 / 4), within(1e-15));
                        });
    }

    @Test
    void doesNotDependOnTheUnitsOfAColumn() {
        SyntheticRows data = SyntheticRows.of(100, 3, 8);
        LinearDiagnostics before = data.fit().diagnostics();
        for (double[] row : data.rows()) {
            row[1] = row[1] * 1e9 + 3e12;
            row[2] *= 1e-12;
        }

        LinearDiagnostics after = data.fit().diagnostics();

        assertThat(after.leftOut()).isEmpty();
        assertThat(after.r2()).isCloseTo(before.r2(), within(1e-12));
        for (int j = 1; j <= 3; j++) {
            Coefficient was = before.coefficients().get(j);
            Coefficient is = after.coefficients().get(j);
            assertThat(is.t()).isCloseTo(was.t(), within(1e-8));
            assertThat(is.vif()).isCloseTo(was.vif(), within(1e-10));
        }
    }

    @Test
    void fitsAHundredThousandRowsOfFifteenColumns() {
        SyntheticRows data = SyntheticRows.of(100_000, 15, 2);

        LinearDiagnostics line = data.fit().diagnostics();

        assertThat(line.degreesOfFreedom()).isEqualTo(100_000 - 16);
        for (int j = 0; j < 15; j++) {
            Coefficient coefficient = line.coefficients().get(j + 1);
            assertThat(coefficient.value())
                    .isCloseTo(data.slopes()[j], within(4 * coefficient.standardError()));
        }
        assertThat(line.durbinWatson()).isCloseTo(2, within(0.02));
        assertThat(line.breuschPagan().p()).isLessThan(1e-9);
        assertThat(line.leverage().rowsAbove()).isNotEmpty();
    }

    @Test
    void givesEqualBitsForEqualRows() {
        SyntheticRows data = SyntheticRows.of(200, 5, 4);

        assertThat(data.fit().diagnostics()).isEqualTo(data.fit().diagnostics());
    }

    @Test
    void doesNotModifyTheRows() {
        SyntheticRows data = SyntheticRows.of(50, 2, 6);
        double[][] rows = Arrays.stream(data.rows()).map(double[]::clone).toArray(double[][]::new);
        double[] labels = data.labels().clone();

        data.fit();

        assertThat(data.rows()).isDeepEqualTo(rows);
        assertThat(data.labels()).isEqualTo(labels);
    }

    @Test
    void rejectsInvalidTables() {
        double[] labels = {1, 2, 3, 4};
        double[][] rows = {{1, 2}, {2, 2}, {3, 1}, {4, 0}};

        assertThatThrownBy(() -> LinearModel.fit(List.of("x", "x"), rows, labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must be unique, were [x, x]");
        assertThatThrownBy(() -> LinearModel.fit(List.of("x", "y"), rows, labels, Double.NaN))
                .hasMessage("the tolerance must be from 0 to below 1, was NaN");
        assertThatThrownBy(() -> LinearModel.fit(List.of("x", "y", "z"), rows, labels))
                .hasMessage("the number of rows must be at least 5 for 3 columns, was 4");
        assertThatThrownBy(() -> LinearModel.fit(List.of("x"), rows, labels))
                .hasMessage("the width of row 0 must be 1, one value for each of [x], was 2");
        assertThatThrownBy(() -> LinearModel.fit(List.of("x", "y"), rows, new double[] {1, 2, 3}))
                .hasMessage("the number of labels must be 4, one per row, was 3");
    }

    @Test
    void rejectsValuesThatAreNotFinite() {
        List<String> names = List.of("x", "y");
        double[][] rows = {{1, 2}, {2, 2}, {3, 1}, {4, 0}};
        double[] labels = {1, 2, 3, 5};
        LinearModel model = LinearModel.fit(names, rows, labels);

        assertThatThrownBy(() -> LinearModel.fit(names, rows, new double[] {1, NONE, 3, 4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the label of row 1 must be finite, was NaN");
        rows[2][1] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> LinearModel.fit(names, rows, labels))
                .hasMessage("y of row 2 must be finite or NaN, was Infinity");
        assertThatThrownBy(() -> model.predict(rows[2]))
                .hasMessage("y of the row must be finite or NaN, was Infinity");
        assertThatThrownBy(() -> model.predict(new double[] {1}))
                .hasMessage("the width of the row must be 2, one value for each of [x, y], was 1");
    }
}
