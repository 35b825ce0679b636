package io.fueloptimine.models.training.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LinearReportTest {

    @Test
    void rendersTheLongleyModel() {
        NistData longley = NistData.read("longley");
        LinearModel model = LinearModel.fit(longley.names(), longley.rows(), longley.labels());

        assertThat(String.join("\n", LinearReport.markdown(model.diagnostics())))
                .isEqualTo(
                        """
                        | coefficient |        value | standard error |         t |        p |     VIF |
                        | :---------- | -----------: | -------------: | --------: | -------: | ------: |
                        | (intercept) | -3.48226e+06 |         890420 |  -3.91080 |  0.00356 |       - |
                        | B1          |      15.0619 |        84.9149 |  0.177376 |    0.863 | 135.532 |
                        | B2          |   -0.0358192 |      0.0334910 |  -1.06952 |    0.313 | 1788.51 |
                        | B3          |     -2.02023 |       0.488400 |  -4.13643 |  0.00254 | 33.6189 |
                        | B4          |     -1.03323 |       0.214274 |  -4.82199 | 0.000944 | 3.58893 |
                        | B5          |   -0.0511041 |       0.226073 | -0.226051 |    0.826 | 399.151 |
                        | B6          |      1829.15 |        455.478 |   4.01589 |  0.00304 | 758.981 |

                        | measure                                                       |    value |        p |
                        | :------------------------------------------------------------ | -------: | -------: |
                        | rows                                                          |       16 |        - |
                        | degrees of freedom                                            |        9 |        - |
                        | residual standard error                                       |  304.854 |        - |
                        | R2                                                            | 0.995479 |        - |
                        | adjusted R2                                                   | 0.992465 |        - |
                        | F(6, 9); small p: the columns explain the label               |  330.285 | 4.98e-10 |
                        | Durbin-Watson; 2: errors of neighbouring rows are independent |  2.55949 |        - |
                        | Breusch-Pagan(6); small p: the error variance is not constant |  2.50966 |    0.867 |
                        | Jarque-Bera(2); small p: the errors are not normal            | 0.684136 |    0.710 |

                        Rows with a leverage above 2p/n = 0.875000: 0; the largest leverage is 0.688615.

                        | row | leverage | studentised residual | Cook's distance |
                        | :-- | -------: | -------------------: | --------------: |
                        | 4   | 0.615511 |              1.63843 |        0.613917 |
                        | 15  | 0.688615 |             -1.21540 |        0.466683 |
                        | 3   | 0.372228 |             -1.69790 |        0.244193 |
                        | 9   | 0.330615 |              1.82582 |        0.235214 |
                        | 14  | 0.372870 |              1.41634 |        0.170388 |""");
    }

    @Test
    void listsLeftOutColumnsAndRowsWithHighLeverage() {
        SyntheticRows data = SyntheticRows.of(1_000, 3, 1);
        for (double[] row : data.rows()) {
            row[0] = 4;
            row[2] = row[1] + 1;
        }

        List<String> lines = LinearReport.markdown(data.fit().diagnostics());

        assertThat(lines).contains("Left out: c0 (constant), c2 (collinear).");
        assertThat(lines)
                .filteredOn(
                        line -> line.startsWith("Rows with a leverage above 2p/n = 0.00400000: "))
                .singleElement()
                .asString()
                .matches(
                        ".*; the largest leverage is 0\\.\\d+\\."
                                + " Row numbers: (\\d+, ){9}\\d+ and \\d+ more\\.");
    }

    @Test
    void marksMissingValues() {
        double[][] rows = {{1, 2}, {1, 2}, {1, 2}, {1, 3}};

        List<String> lines =
                LinearReport.markdown(
                        LinearModel.fit(List.of("a", "b|c"), rows, new double[] {4, 4, 4, 4})
                                .diagnostics());

        assertThat(lines)
                .contains(
                        "| (intercept) | 4.00000 |        0.00000 | infinite | < 1e-16 |       - |",
                        "| b\\|c        | 0.00000 |        0.00000 |        - |       - | 1.00000 |");
        assertThat(lines).noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
        assertThat(lines).last().asString().startsWith("Rows with a leverage above");
    }

    @Test
    void doesNotDependOnTheLocale() {
        LinearDiagnostics line = SyntheticRows.of(50, 2, 7).fit().diagnostics();
        List<String> before = LinearReport.markdown(line);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(LinearReport.markdown(line)).isEqualTo(before);
        } finally {
            Locale.setDefault(usual);
        }
    }
}
