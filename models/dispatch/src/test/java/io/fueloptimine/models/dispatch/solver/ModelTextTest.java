package io.fueloptimine.models.dispatch.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelTextTest {

    private static final LinearModel MODEL = model();

    @Test
    void writesTheFormatLp() {
        assertThat(new ModelText(MODEL).lp().lines().filter(line -> !line.startsWith("\\")))
                .containsExactly(
                        "Minimize",
                        " cost:",
                        "  + 2.0 x0",
                        "  - 1.5 x1",
                        "Subject To",
                        " r0:",
                        "  + 1.0 x0",
                        "  + 1.0 x1 >= 1.0",
                        " r0u:",
                        "  + 1.0 x0",
                        "  + 1.0 x1 <= 4.0",
                        " r1:",
                        "  + 1.0 x0",
                        "  - 1.0 x1 = 0.0",
                        "Bounds",
                        " 0.0 <= x0 <= 3.0",
                        " 0.0 <= x1 <= 2.5",
                        "General",
                        " x0",
                        "End");
    }

    @Test
    void writesTheFreeMpsFormat() {
        assertThat(new ModelText(MODEL).mps().lines().filter(line -> !line.startsWith("*")))
                .containsExactly(
                        "NAME          plan",
                        "ROWS",
                        " N  cost",
                        " G  r0",
                        " E  r1",
                        "COLUMNS",
                        "    M0a  'MARKER'  'INTORG'",
                        "    x0  cost  2.0",
                        "    x0  r0  1.0",
                        "    x0  r1  1.0",
                        "    M0b  'MARKER'  'INTEND'",
                        "    x1  cost  -1.5",
                        "    x1  r0  1.0",
                        "    x1  r1  -1.0",
                        "RHS",
                        "    RHS  r0  1.0",
                        "    RHS  r1  0.0",
                        "RANGES",
                        "    RNG  r0  3.0",
                        "BOUNDS",
                        " LO BND  x0  0.0",
                        " UP BND  x0  3.0",
                        " LO BND  x1  0.0",
                        " UP BND  x1  2.5",
                        "ENDATA");
    }

    @Test
    void namesWithLineEndsStayInTheirComment() {
        assertThat(new ModelText(MODEL).mps().lines().limit(2))
                .containsExactly("* x0: trucks  of A", "* x1: trips");
    }

    private static LinearModel model() {
        LinearModel model = new LinearModel();
        int x = model.integer("trucks\r\nof A", 0, 3, 2);
        int y = model.variable("trips", 0, 2.5, -1.5);
        model.row("range", 1, 4).add(x, 1).add(y, 1);
        model.row("equal", 0, 0).add(x, 1).add(y, -1);
        return model;
    }
}
