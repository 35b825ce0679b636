package io.fueloptimine.models.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Longley's data against what statsmodels 0.15.0 says of them (OLS summary, variance inflation
 * factors, het_breuschpagan, jarque_bera, OLSInfluence), its rounding removed by the same formulas
 * at 80 digits.
 */
class LongleyDiagnosticsTest {

    private static final double PRECISE = 1e-12;

    private final NistData longley = NistData.read("longley");
    private final LinearDiagnostics line =
            LinearModel.fit(longley.names(), longley.rows(), longley.labels()).diagnostics();

    @Test
    void givesTheSizeOfTheProblem() {
        assertThat(line.rows()).isEqualTo(16);
        assertThat(line.degreesOfFreedom()).isEqualTo(9);
        assertThat(line.coefficients())
                .extracting(Coefficient::name)
                .containsExactly("(intercept)", "B1", "B2", "B3", "B4", "B5", "B6");
    }

    @Test
    void givesTheStandardErrorsOfTheCoefficients() {
        double[] t = {
            -3.910802918154339,
            0.1773760282299986,
            -1.069516317221048,
            -4.136427355940713,
            -4.821985310445461,
            -0.2260511446642037,
            4.015889812709785
        };
        double[] p = {
            0.003560403663726231,
            0.8631408328092145,
            0.3126810610927111,
            0.002535091734111279,
            0.0009443667641617935,
            0.826211795763647,
            0.003036803341630289
        };

        assertThat(line.coefficients().stream().mapToDouble(Coefficient::t).toArray())
                .containsExactly(t, within(PRECISE));
        assertThat(line.coefficients().stream().mapToDouble(Coefficient::p).toArray())
                .containsExactly(p, within(PRECISE));
    }

    @Test
    void givesTheKnownVarianceInflationFactors() {
        double[] vif = {
            135.5324382800032, 1788.513482718177, 33.61889059604988,
            3.588930193445543, 399.1510223126396, 758.9805974068945
        };

        assertThat(line.coefficients().get(0).vif()).isNaN();
        assertThat(line.coefficients().stream().skip(1).mapToDouble(Coefficient::vif).toArray())
                .containsExactly(vif, within(1e-10));
    }

    @Test
    void givesTheStatisticsOfTheWholeModel() {
        assertThat(line.adjustedR2()).isCloseTo(0.992465007628826, within(PRECISE));
        assertThat(line.f().columns()).isEqualTo(6);
        assertThat(line.f().degreesOfFreedom()).isEqualTo(9);
        assertThat(line.f().p()).isCloseTo(4.984030528724789e-10, within(1e-22));
    }

    @Test
    void givesTheResidualTests() {
        assertThat(line.durbinWatson()).isCloseTo(2.559487689281534, within(PRECISE));
        assertThat(line.breuschPagan().degreesOfFreedom()).isEqualTo(6);
        assertThat(line.breuschPagan().statistic()).isCloseTo(2.509663207643533, within(PRECISE));
        assertThat(line.breuschPagan().p()).isCloseTo(0.8673846348569679, within(PRECISE));
        assertThat(line.jarqueBera().degreesOfFreedom()).isEqualTo(2);
        assertThat(line.jarqueBera().statistic()).isCloseTo(0.6841355859367798, within(PRECISE));
        assertThat(line.jarqueBera().p()).isCloseTo(0.7103000497280926, within(PRECISE));
    }

    @Test
    void givesTheLeverages() {
        double[] hatValues = {
            0.4245369306265356, 0.5649782977022654, 0.3620747123656482, 0.3722277828217725,
            0.6155110941741347, 0.3695736338318221, 0.4915315399828494, 0.5046561544992924,
            0.4571170438959562, 0.330615213810288, 0.3598815746183395, 0.4831241305764086,
            0.3743084084439039, 0.228378470883627, 0.3728704100732631, 0.6886146016938934
        };

        double[] leverages = squares().leverages();

        assertThat(leverages).containsExactly(hatValues, within(PRECISE));
        assertThat(Arrays.stream(leverages).sum()).isCloseTo(7, within(PRECISE));
        assertThat(line.leverage().threshold()).isEqualTo(2 * 7 / 16.0);
        assertThat(line.leverage().largest()).isCloseTo(0.6886146016938934, within(PRECISE));
        assertThat(line.leverage().rowsAbove()).isEmpty();
    }

    @Test
    void givesTheInfluentialRows() {
        double[] distances = {
            0.613916838192173,
            0.4666825970163359,
            0.2441929178759487,
            0.235214398525729,
            0.1703882130684451
        };

        List<InfluentialRow> rows = line.mostInfluential();

        assertThat(rows).extracting(InfluentialRow::row).containsExactly(4, 15, 3, 9, 14);
        assertThat(rows.stream().mapToDouble(InfluentialRow::cooksDistance).toArray())
                .containsExactly(distances, within(PRECISE));
        assertThat(rows.get(0).studentisedResidual()).isCloseTo(1.63842949, within(1e-8));
        assertThat(rows.get(0).leverage()).isCloseTo(0.6155110941741347, within(PRECISE));
    }

    private LeastSquares squares() {
        List<Column> columns =
                longley.names().stream()
                        .map(name -> Column.of(name, longley.names().indexOf(name), longley.rows()))
                        .toList();
        return new LeastSquares(columns, longley.rows());
    }
}
