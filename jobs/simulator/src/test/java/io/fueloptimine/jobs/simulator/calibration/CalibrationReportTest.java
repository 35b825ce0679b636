package io.fueloptimine.jobs.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.simulator.calibration.Anchor.Origin;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    private static final Path DEFAULT_MINE = Path.of("../../deploy/local/mines/andes.yaml");

    @Test
    void meetsEveryAnchor() {
        CalibrationReport report = CalibrationRun.andeanMine(1, CalibrationRun.DAYS, Mutation.NONE);

        assertThat(report.misses()).as(CalibrationText.of(report)).isEmpty();
        assertThat(report.rows()).hasSameSizeAs(Anchors.ANDEAN_MINE);
        assertThat(report.rows(Origin.EMERGENT)).hasSizeGreaterThan(40);
        assertThat(report.burn()).hasSize(3);
    }

    @Test
    void trucksOfTheDefaultMineMeetWhatDoesNotDependOnItsRoads() {
        CalibrationReport report = CalibrationRun.site(MineSiteFile.read(DEFAULT_MINE), 1, 9);

        assertThat(report.misses()).as(CalibrationText.of(report)).isEmpty();
        assertThat(report.rows(Origin.EMERGENT)).hasSizeGreaterThan(5);
    }

    @Test
    void reportsMissedAnchors() {
        CalibrationReport report =
                report(
                        Map.of("good", 109.0, "bad", 88.0, "fitted", 1.0),
                        List.of(new BurnRow("all else", 53, 47, 60, 58, 52, 50, 57)));

        assertThat(report.met()).isFalse();
        assertThat(report.misses()).containsExactly("bad", "burn all else in interval");
        assertThat(CalibrationText.of(report))
                .contains("-12.0%  MISSED", "1 of 2 met", "1 of 1 met", "TRUTH NOT IN");
    }

    @Test
    void aFigureWithoutAnAnchorIsRefused() {
        assertThatThrownBy(() -> report(Map.of("unknown", 1.0), List.of()))
                .hasMessageContaining("unknown");
    }

    private static CalibrationReport report(Map<String, Double> figures, List<BurnRow> burn) {
        List<Anchor> anchors =
                List.of(
                        Anchor.emergent("good", "s", 100, 10),
                        Anchor.emergent("bad", "s", 100, 10),
                        Anchor.drawn("fitted", "s", 1, 0.1));
        return new CalibrationReport("test", 1, 2, CalibrationReport.rows(anchors, figures), burn);
    }
}
