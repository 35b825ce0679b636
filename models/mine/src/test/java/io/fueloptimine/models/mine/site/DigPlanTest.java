package io.fueloptimine.models.mine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigPlanTest {

    @TempDir Path folder;

    @Test
    void sumsPerMaterialAndHour() {
        DigPlan plan =
                new DigPlan(
                        8,
                        List.of(
                                new FaceTarget("A", Material.ORE, 8_000),
                                new FaceTarget("B", Material.ORE, 4_000),
                                new FaceTarget("C", Material.WASTE, 24_000)),
                        List.of(new DumpTarget("X", Material.ORE, 9_000)),
                        DigPlan.GradeBand.ANY);

        assertThat(plan.tph(Material.ORE)).isCloseTo(1_500, within(1e-9));
        assertThat(plan.strippingRatio()).isCloseTo(2, within(1e-9));
        assertThat(plan.face("B")).map(FaceTarget::shiftTonnes).contains(4_000.0);
        assertThat(plan.face("D")).isEmpty();
        assertThat(plan.dump("X", Material.ORE)).isPresent();
        assertThat(plan.dump("X", Material.WASTE)).isEmpty();
    }

    @Test
    void aFaceAllowsTheDumpsThatAcceptItsMaterialAndThatItNames() {
        DumpPoint crusher = new DumpPoint("X", Material.ORE, 0, 1_000, 1);
        DumpPoint both = new DumpPoint("Y", List.of(Material.ORE, Material.WASTE), 0, 1_000, 1);

        FaceTarget any = new FaceTarget("A", Material.ORE, 1);
        FaceTarget named = new FaceTarget("A", Material.ORE, 1, 1, List.of("Y"), 0.6, false);

        assertThat(any.allows(crusher)).isTrue();
        assertThat(any.allows(both)).isTrue();
        assertThat(named.allows(crusher)).isFalse();
        assertThat(named.allows(both)).isTrue();
        assertThat(new FaceTarget("B", Material.WASTE, 1).allows(crusher)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shiftHours: 12 | shiftHours: 0 | digPlan.shiftHours is 0.0",
                "{faceId: F, material: ORE | {faceId: C, material: ORE | digPlan.faces C: no loading unit digs ORE there",
                "destinations: [C] | destinations: [Q] | digPlan.faces F names the unknown dump Q",
                "priority: 1 | priority: 0 | digPlan.faces F: priority is 0, expected 1 or more",
                "gradePct: 0.7 | gradePct: 700 | digPlan.faces F: gradePct is 700.0",
                "dumpId: C | dumpId: Q | digPlan.dumps Q names the unknown dump Q",
                "{dumpId: C, material: ORE | {dumpId: C, material: WASTE | does not accept WASTE",
                "min: 0.5 | min: 5 | digPlan.oreGradePct is 5.0 to 0.9",
                "accepts: ORE | accepts: [] | dump C accepts nothing",
                "shiftTonnes: 12000 | shiftTonnes: -1 | digPlan.faces F: shiftTonnes is -1.0"
            })
    void namesAFault(String text, String replacement, String fault) throws IOException {
        assertThat(MineSiteFileTest.SMALL_MINE).contains(text);
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        MineSiteFileTest.SMALL_MINE.replace(text, replacement));

        assertThatThrownBy(() -> MineSiteFile.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void aDumpMayAcceptSeveralMaterials() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        MineSiteFileTest.SMALL_MINE.replace(
                                "accepts: ORE", "accepts: [ORE, WASTE]"));

        DumpPoint dump = MineSiteFile.read(file).dump("C").orElseThrow();

        assertThat(dump.accepts(Material.ORE)).isTrue();
        assertThat(dump.accepts(Material.WASTE)).isTrue();
    }
}
