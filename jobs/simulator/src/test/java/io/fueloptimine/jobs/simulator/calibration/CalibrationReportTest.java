package io.fueloptimine.jobs.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.calibration.CalibrationReport.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    @Test
    void meetsEveryAnchor() {
        CalibrationReport report = CalibrationReport.run();

        assertThat(report.misses()).as(report.render()).isEmpty();
        assertThat(report.rows()).hasSizeGreaterThan(60);
        assertThat(report.render()).contains("truck hours outside the cycle", "fleet, L/t");
    }

    @Test
    void reportsMissedAnchors() {
        CalibrationReport report =
                new CalibrationReport(
                        1, 2, List.of(new Row("good", 100, 109, 10), new Row("bad", 100, 88, 10)));

        assertThat(report.met()).isFalse();
        assertThat(report.misses()).extracting(Row::quantity).containsExactly("bad");
        assertThat(report.render()).contains("-12.0%  MISSED", "1 of 2 anchors met");
    }

    @Test
    void leastSquaresFindsTheCoefficients() {
        List<double[]> rows =
                List.of(
                        new double[] {5, 3, 8, 5 * 380 + 3 * 140 + 8 * 50},
                        new double[] {4, 4, 9, 4 * 380 + 4 * 140 + 9 * 50},
                        new double[] {6, 2, 3, 6 * 380 + 2 * 140 + 3 * 50},
                        new double[] {2, 5, 7, 2 * 380 + 5 * 140 + 7 * 50});

        double[] lph = FuelRateRegression.fit(rows);

        assertThat(lph[0]).isCloseTo(380, within(1e-6));
        assertThat(lph[1]).isCloseTo(140, within(1e-6));
        assertThat(lph[2]).isCloseTo(50, within(1e-6));
    }
}
