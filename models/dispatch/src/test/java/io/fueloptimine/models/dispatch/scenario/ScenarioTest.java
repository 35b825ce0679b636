package io.fueloptimine.models.dispatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {

    private static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final PlanCase BASE =
            new PlanCase(MINE, FleetFile.State.allReady(NOW), new DieselPrice(1.05, "USD"));

    @Test
    void changesThePriceOfDiesel() {
        assertThat(apply("diesel-price=+10%").price().perLitre()).isCloseTo(1.155, within(1e-9));
        assertThat(apply("diesel-price=3.785411784/gal").price().perLitre())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void takesMachinesOutOfService() {
        assertThat(apply("down=SH02,down=CRUSHER").situation().downMachineIds())
                .containsExactly("CRUSHER", "SH02");
        assertThat(available(apply("down=T07"))).hasSize(25).doesNotContain("T07");
        assertThat(available(apply("out=785D"))).hasSize(19);
        assertThat(available(apply("trucks=-2"))).hasSize(24).doesNotContain("T25", "T26");
        assertThat(available(apply("down=T26,trucks=-2"))).doesNotContain("T24", "T25", "T26");
        assertThat(available(apply("trucks=793F:-2"))).doesNotContain("T20", "T21");
        assertThat(available(apply("trucks=793F:+2"))).contains("793F-MORE-2").hasSize(28);
    }

    @Test
    void changesRoads() {
        assertThat(apply("close=RAMP-WEST-1").situation().closedSegmentIds())
                .containsExactly("RAMP-WEST-1");
        assertThat(apply("wet=1.5").situation().extraRollingResistancePct()).isEqualTo(1.5);
        assertThat(apply("road=ORE-ROAD:+2").mine().roads())
                .filteredOn(road -> road.id().equals("ORE-ROAD"))
                .singleElement()
                .satisfies(road -> assertThat(road.rollingResistancePct()).isEqualTo(4));
    }

    @Test
    void changesTonnesOfFacesAndOfTheirDumpsInProportion() {
        MineSite more = apply("target=FACE-1:+10%").mine();
        assertThat(more.digPlan().face("FACE-1").orElseThrow().shiftTonnes())
                .isCloseTo(18_525 * 1.1, within(1e-6));
        assertThat(more.digPlan().dump("CRUSHER", Material.ORE).orElseThrow().shiftTonnes())
                .isCloseTo(24_200 * (27_000 + 1_852.5) / 27_000, within(1e-6));
        assertThat(more.digPlan().dump("DUMP-NORTH", Material.WASTE))
                .isEqualTo(MINE.digPlan().dump("DUMP-NORTH", Material.WASTE));
        assertThat(apply("target=WASTE:-50%").mine().digPlan().tph(Material.WASTE))
                .isCloseTo(MINE.digPlan().tph(Material.WASTE) / 2, within(1e-6));
        assertThat(
                        apply("target=FACE-5:0")
                                .mine()
                                .digPlan()
                                .face("FACE-5")
                                .orElseThrow()
                                .shiftTonnes())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "down=T7 | scenario down=T7: T7 is unknown, expected T07? One of T01",
                "colour=red | colour is unknown, expected one of diesel-price",
                "down | 'down' is no change, expected NAME=VALUE",
                "diesel-price=ten | ten, expected a change such as +10% or an amount per litre",
                "trucks=-99 | -99, expected at most 26 trucks fewer",
                "trucks=+2 | expected the class of more trucks such as 930E:+2",
                "trucks=none | none, expected a change such as -2 or +2",
                "wet=-1 | -1, expected 0 to 20 points",
                "wet=NaN | NaN, expected points of rolling resistance",
                "target=FACE-1 | FACE-1, expected FACE:+10%",
                "target=FACE-9:+10% | FACE-9 is unknown, expected FACE-1?",
                "target=ORE:500 | 500, expected a change such as +10%",
                "payload=-100% | -100%, expected a change from -99% to +1000%"
            })
    void namesAWrongChange(String text, String fault) {
        assertThatThrownBy(() -> apply(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void namesEveryWrongChangeAtOnce() {
        assertThatThrownBy(() -> apply("down=T7,close=R1,wet=1"))
                .hasMessageContaining("down=T7")
                .hasMessageContaining("close=R1");
    }

    @Test
    void readsTheStateOfAFleet() {
        FleetFile.State state =
                state(
                        """
                        {"at": "2026-05-04T14:00:00Z", "hoursLeft": 6,
                         "trucks": [{"id": "T01", "available": false}, {"id": "T02", "place": "FACE-1"}],
                         "closedRoads": ["RAMP-WEST-1"], "down": ["SH02"],
                         "tonnesDone": {"FACE-1": 9000}}
                        """);
        PlanCase planCase = new PlanCase(MINE, state, new DieselPrice(1, ""));

        assertThat(available(planCase)).hasSize(25).doesNotContain("T01");
        assertThat(planCase.situation().at()).isEqualTo(Instant.parse("2026-05-04T14:00:00Z"));
        assertThat(planCase.situation().workLeft().hoursLeft()).isEqualTo(6);
        assertThat(planCase.situation().workLeft().face("FACE-1").orElseThrow().tonnesLeft())
                .isEqualTo(18_525 - 9_000);
        assertThat(state("{}")).isEqualTo(FleetFile.State.allReady(NOW));
    }

    @Test
    void namesEveryFaultOfAStateAtOnce() {
        assertThatThrownBy(
                        () ->
                                state(
                                        """
                                        {"at": "soon", "hoursLeft": -1, "colour": 1,
                                         "trucks": [{"id": "T1"}], "closedRoads": "R1",
                                         "tonnesDone": {"FACE-9": 1}}
                                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at is \"soon\", expected a time in UTC")
                .hasMessageContaining("hoursLeft is -1, expected a number of 0 or more")
                .hasMessageContaining("field colour is unknown")
                .hasMessageContaining("trucks[0].id is T1, expected T01? One of")
                .hasMessageContaining("closedRoads is \"R1\", expected a list of ids")
                .hasMessageContaining("tonnesDone names FACE-9, expected FACE-1?");
        assertThatThrownBy(() -> state("[")).hasMessageContaining("the content is no JSON");
    }

    @Test
    void aClosedRoadCostsLitresAndAPriceOnlyMoney() {
        PlannedCase base = planned("base", BASE);
        PlannedCase closed = planned("closed", apply("close=RAMP-WEST-1"));
        PlannedCase dear = planned("dear", apply("diesel-price=+10%"));

        assertThat(closed.doesTheWorkOf(base)).isTrue();
        assertThat(closed.litresPerHour()).isGreaterThan(1.02 * base.litresPerHour());
        assertThat(dear.litresPerHour()).isCloseTo(base.litresPerHour(), within(0.5));
        assertThat(dear.costPerHour()).isCloseTo(1.1 * base.costPerHour(), within(1.0));
        assertThat(planned("more", apply("target=FACE-1:+10%")).doesTheWorkOf(base)).isFalse();
    }

    private static PlannedCase planned(String name, PlanCase planCase) {
        return PlannedCase.of(name, planCase, PlannerSettings.defaults());
    }

    private static PlanCase apply(String text) {
        return new Scenario(text).applyTo(BASE);
    }

    private static FleetFile.State state(String json) {
        return FleetFile.parse(json, "state.json", MINE, NOW);
    }

    private static List<String> available(PlanCase planCase) {
        return planCase.situation().trucks().stream()
                .filter(TruckStatus::available)
                .map(TruckStatus::truckId)
                .toList();
    }
}
