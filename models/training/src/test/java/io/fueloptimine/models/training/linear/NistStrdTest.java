package io.fueloptimine.models.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * NIST's reference data sets, certified to 15 digits. The precision asked for is what was measured,
 * rounded up: doubles reach no more where columns are powers that all but explain each other
 * (Filip), and where the residuals are up to ten million times the coefficients (Wampler 4 and 5).
 */
class NistStrdTest {

    /** What R too has to be told before it keeps all of Filip's powers. */
    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest
    @CsvSource({
        "norris, 1e-12, 1e-13, 1e-13",
        "pontius, 5e-12, 1e-13, 1e-13",
        "longley, 2e-14, 2e-14, 2e-14",
        "wampler3, 5e-9, 2e-13, 2e-14",
        "wampler4, 1e-7, 2e-13, 2e-14",
        "wampler5, 1e-5, 2e-13, 3e-13",
        "filip, 2e-7, 2e-7, 5e-8"
    })
    void matchesTheCertifiedValues(
            String set, double ofEstimates, double ofDeviations, double ofLine) {
        NistData nist = NistData.read(set);

        LinearDiagnostics line = diagnostics(nist);

        assertThat(line.leftOut()).isEmpty();
        assertThat(line.coefficients()).hasSameSizeAs(nist.estimates());
        for (int j = 0; j < nist.estimates().length; j++) {
            Coefficient coefficient = line.coefficients().get(j);
            assertThat(coefficient.value())
                    .isCloseTo(nist.estimates()[j], share(ofEstimates, nist.estimates()[j]));
            assertThat(coefficient.standardError())
                    .isCloseTo(nist.deviations()[j], share(ofDeviations, nist.deviations()[j]));
        }
        assertThat(line.residualStandardError())
                .isCloseTo(nist.residualDeviation(), share(ofLine, nist.residualDeviation()));
        assertThat(line.r2()).isCloseTo(nist.r2(), share(ofLine, nist.r2()));
        assertThat(line.f().statistic()).isCloseTo(nist.f(), share(ofLine, nist.f()));
    }

    /** Their labels are polynomials of the columns: every certified deviation is 0. */
    @ParameterizedTest
    @ValueSource(strings = {"wampler1", "wampler2"})
    void recoversThePolynomialOfAPerfectFit(String set) {
        NistData nist = NistData.read(set);

        LinearDiagnostics line = diagnostics(nist);

        for (int j = 0; j < nist.estimates().length; j++) {
            Coefficient coefficient = line.coefficients().get(j);
            assertThat(coefficient.value())
                    .isCloseTo(nist.estimates()[j], share(2e-9, nist.estimates()[j]));
            assertThat(coefficient.standardError()).isCloseTo(0, within(2e-9));
        }
        assertThat(line.residualStandardError()).isCloseTo(0, within(2e-9));
        assertThat(line.r2()).isEqualTo(1);
        assertThat(line.f().p()).isCloseTo(0, within(1e-200));
    }

    @Test
    void leavesOutFilipsLastPowerAtTheDefaultTolerance() {
        NistData nist = NistData.read("filip");

        LinearDiagnostics line =
                LinearModel.fit(nist.names(), nist.rows(), nist.labels()).diagnostics();

        assertThat(line.leftOut())
                .isEqualTo(List.of(new LeftOutColumn("B10", LeftOutColumn.Reason.COLLINEAR)));
        assertThat(line.r2()).isCloseTo(nist.r2(), withinPercentage(0.2));
    }

    private static LinearDiagnostics diagnostics(NistData nist) {
        return LinearModel.fit(nist.names(), nist.rows(), nist.labels(), TOLERANCE).diagnostics();
    }

    private static Offset<Double> share(double precision, double of) {
        return within(precision * Math.abs(of));
    }
}
