package io.fueloptimine.models.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

/**
 * Every figure against another way to reach it: other regressions, the whole hat matrix, refits.
 */
class LinearDiagnosticsTest {

    private static final double PRECISE = 1e-9;

    private final SyntheticRows data = SyntheticRows.of(60, 4, 5);
    private final LinearModel model = data.fit();
    private final LinearDiagnostics line = model.diagnostics();
    private final OLSMultipleLinearRegression reference = regression(data.labels(), data.rows());

    @Test
    void givesTheEstimatesOfHipparchus() {
        assertThat(line.coefficients().stream().mapToDouble(Coefficient::value).toArray())
                .containsExactly(reference.estimateRegressionParameters(), within(PRECISE));
        assertThat(line.coefficients().stream().mapToDouble(Coefficient::standardError).toArray())
                .containsExactly(
                        reference.estimateRegressionParametersStandardErrors(), within(PRECISE));
        assertThat(line.residualStandardError())
                .isCloseTo(reference.estimateRegressionStandardError(), within(PRECISE));
        assertThat(line.r2()).isCloseTo(reference.calculateRSquared(), within(PRECISE));
        assertThat(line.adjustedR2())
                .isCloseTo(reference.calculateAdjustedRSquared(), within(PRECISE));
    }

    @Test
    void computesTheVarianceInflationFactors() {
        for (int j = 0; j < 4; j++) {
            int column = j;
            double[] one = Arrays.stream(data.rows()).mapToDouble(row -> row[column]).toArray();
            double[][] others =
                    Arrays.stream(data.rows())
                            .map(row -> without(row, column))
                            .toArray(double[][]::new);
            double explained = regression(one, others).calculateRSquared();

            assertThat(line.coefficients().get(j + 1).vif())
                    .isCloseTo(1 / (1 - explained), within(PRECISE));
        }
    }

    @Test
    void computesBreuschPaganByARegressionOfTheSquaredResiduals() {
        double[] squared = Arrays.stream(reference.estimateResiduals()).map(e -> e * e).toArray();

        double explained = regression(squared, data.rows()).calculateRSquared();

        assertThat(line.breuschPagan().statistic()).isCloseTo(60 * explained, within(PRECISE));
        assertThat(line.breuschPagan().degreesOfFreedom()).isEqualTo(4);
    }

    @Test
    void computesTheDiagonalOfTheHatMatrix() {
        RealMatrix hat = reference.calculateHat();
        double[] diagonal = IntStream.range(0, 60).mapToDouble(i -> hat.getEntry(i, i)).toArray();
        double threshold = 2 * 5 / 60.0;

        assertThat(line.leverage().threshold()).isEqualTo(threshold);
        assertThat(line.leverage().largest())
                .isCloseTo(Arrays.stream(diagonal).max().orElseThrow(), within(PRECISE));
        assertThat(line.leverage().rowsAbove())
                .isNotEmpty()
                .isEqualTo(
                        IntStream.range(0, 60)
                                .filter(i -> diagonal[i] > threshold)
                                .boxed()
                                .toList());
    }

    /** Cook's own definition: how far all fitted values move when the row is not there. */
    @Test
    void computesTheInfluenceOfARefitWithoutTheRow() {
        double[] distances = IntStream.range(0, 60).mapToDouble(this::movedWithout).toArray();
        List<Integer> farthest =
                IntStream.range(0, 60)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -distances[i]))
                        .limit(LinearDiagnostics.INFLUENTIAL_ROWS)
                        .toList();

        assertThat(line.mostInfluential())
                .extracting(InfluentialRow::row)
                .containsExactlyElementsOf(farthest);
        assertThat(line.mostInfluential())
                .allSatisfy(
                        row ->
                                assertThat(row.cooksDistance())
                                        .isCloseTo(distances[row.row()], within(PRECISE)));
    }

    @Test
    void leavesOutRowsThatDetermineTheirOwnFit() {
        double[][] rows = Arrays.stream(data.rows()).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < rows.length; i++) {
            rows[i][3] = i == 17 ? 1 : 0;
        }

        LinearDiagnostics fitted = LinearModel.fit(data.names(), rows, data.labels()).diagnostics();

        assertThat(fitted.leverage().largest()).isCloseTo(1, within(PRECISE));
        assertThat(fitted.leverage().rowsAbove()).contains(17);
        assertThat(fitted.mostInfluential())
                .hasSize(LinearDiagnostics.INFLUENTIAL_ROWS)
                .extracting(InfluentialRow::row)
                .doesNotContain(17);
        assertThat(fitted.mostInfluential()).allMatch(row -> row.cooksDistance() < 10);
    }

    /** Residuals that alternate between 1 and -1: steps of 2, no skewness, a kurtosis of 1. */
    @Test
    void computesResidualTestsLikeByHand() {
        double[] residuals = {1, -1, 1, -1, 1, -1, 1, -1};

        assertThat(ResidualTests.durbinWatson(residuals)).isEqualTo(7 * 4 / 8.0);
        ChiSquaredTest normal = ResidualTests.jarqueBera(residuals);
        assertThat(normal.statistic()).isCloseTo(8 / 6.0, within(1e-15));
        assertThat(normal.p()).isCloseTo(Math.exp(-8 / 12.0), within(1e-15));
    }

    @Test
    void hasNoStatisticsForEqualLabels() {
        double[] equal = new double[60];
        Arrays.fill(equal, 0.1);

        LinearModel flat = LinearModel.fit(data.names(), data.rows(), equal);

        assertThat(flat.predict(data.rows()[0])).isEqualTo(0.1);
        assertThat(flat.diagnostics().residualStandardError()).isZero();
        assertThat(flat.diagnostics().r2()).isNaN();
        assertThat(flat.diagnostics().f().p()).isNaN();
        assertThat(flat.diagnostics().durbinWatson()).isNaN();
        assertThat(flat.diagnostics().breuschPagan().p()).isNaN();
        assertThat(flat.diagnostics().jarqueBera().p()).isNaN();
        assertThat(flat.diagnostics().mostInfluential()).isEmpty();
    }

    private double movedWithout(int gone) {
        double[][] rows =
                IntStream.range(0, 60)
                        .filter(i -> i != gone)
                        .mapToObj(i -> data.rows()[i])
                        .toArray(double[][]::new);
        LinearModel refit = LinearModel.fit(data.names(), rows, without(data.labels(), gone));
        double moved = 0;
        for (double[] row : data.rows()) {
            moved += Math.pow(model.predict(row) - refit.predict(row), 2);
        }
        return moved / (5 * Math.pow(line.residualStandardError(), 2));
    }

    private static double[] without(double[] values, int gone) {
        return IntStream.range(0, values.length)
                .filter(i -> i != gone)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static OLSMultipleLinearRegression regression(double[] labels, double[][] rows) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(labels, rows);
        return regression;
    }
}
