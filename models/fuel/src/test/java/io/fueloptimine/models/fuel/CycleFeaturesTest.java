package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleFeaturesTest {

    private static final Instant ASSIGNED = Instant.parse("2026-01-05T08:00:00Z");
    private static final MachineClasses CLASSES = MachineClasses.standard();

    @Test
    void hasAValueForEveryName() {
        float[] features = CycleFeatures.of(cycle("930E", 300, 400.0), CLASSES);

        assertThat(features).hasSize(CycleFeatures.NAMES.size());
        assertThat(feature(features, "payload_t")).isEqualTo(300);
        assertThat(feature(features, "tonne_km")).isEqualTo(300 * 5);
        assertThat(feature(features, "full_grade_pct")).isEqualTo(8);
        assertThat(feature(features, "full_speed_kph")).isEqualTo(15);
    }

    /** A truck that stands with its engine on burns; what is none of the parts must not be lost. */
    @Test
    void givesTheTimeOutsideThePhases() {
        float[] features = CycleFeatures.of(cycle("930E", 300, 400.0), CLASSES);

        assertThat(feature(features, "elsewhere_min")).isEqualTo(8);
    }

    /** Without effective flat hauls a cycle has no measured work; haul physics takes its place. */
    @Test
    void measuresWorkInEffectiveFlatHaulsOrByHaulPhysics() {
        HaulCycle unmeasured = cycle("930E", 300, 400.0);
        HaulCycle measured = withWork(unmeasured, 2_000.0, 18_000.0, 3_000.0);
        float[] features = CycleFeatures.of(measured, CLASSES);

        double emptyKwh = 210 * 9.81 * 0.03 * 2_000 / 3_600;
        double fullKwh = 510 * 9.81 * 0.03 * 18_000 / 3_600;
        double workL = 3_000.0 / 3_600 * idleLph() + 0.24 * (emptyKwh + fullKwh);
        assertThat(feature(features, "traction_empty_kwh")).isEqualTo((float) emptyKwh);
        assertThat(feature(features, "traction_full_kwh")).isEqualTo((float) fullKwh);
        assertThat(feature(features, "engine_on_min")).isEqualTo(50);
        assertThat(feature(features, "work_l")).isEqualTo((float) workL);
        assertThat(feature(features, "traction_full_share")).isEqualTo((float) (fullKwh / workL));

        float[] unknown = CycleFeatures.of(unmeasured, CLASSES);
        assertThat(feature(unknown, "traction_full_kwh")).isNaN();
        assertThat(feature(unknown, "engine_on_min")).isNaN();
        assertThat(feature(unknown, "work_l")).isEqualTo(feature(unknown, "physics_l"));
    }

    /** The phases of the cycle take 47 minutes. */
    @Test
    void takesTheDurationOfThePhasesWhereTheEngineTimeIsUnknown() {
        HaulCycle cycle = withWork(cycle("930E", 300, 400.0), 0.0, 0.0, null);

        assertThat(CycleFeatures.workL(cycle, CLASSES))
                .isCloseTo(47.0 / 60 * idleLph(), within(1e-9));
    }

    @Test
    void areNaNForUnknownValues() {
        float[] features = CycleFeatures.of(cycle("unheard-of", 300, null), CLASSES);

        for (String name :
                List.of("lift_m", "full_grade_pct", "efh_full_km", "class_idle_lph", "physics_l")) {
            assertThat(feature(features, name)).as(name).isNaN();
        }
    }

    /** About 189 L a cycle were measured on cycles of this length. */
    @Test
    void givesTheFuelOfAMeasuredFleetByPhysics() {
        double litres = litres(306, 275.0);

        assertThat(litres).isCloseTo(189, within(25.0));
        assertThat(litres(306, 150.0)).isLessThan(litres);
        assertThat(litres(250, 150.0)).isLessThan(litres(306, 150.0));
    }

    /** Beyond its rated power an engine burns no more: it only gets slower. */
    @Test
    void limitsTheFuelByTheRatedPower() {
        assertThat(litres(330, 275.0)).isEqualTo(litres(306, 275.0));
    }

    @Test
    void givesTheBandOfAGrade() {
        assertThat(GradeBand.of(-11)).isEqualTo("under -10 %");
        assertThat(GradeBand.of(-3)).isEqualTo("flat");
        assertThat(GradeBand.of(0)).isEqualTo("flat");
        assertThat(GradeBand.of(3)).isEqualTo("3..6 %");
        assertThat(GradeBand.of(25)).isEqualTo("over 10 %");
        assertThat(GradeBand.of(Double.NaN)).isNull();
    }

    private static double litres(double payloadT, double liftM) {
        return CyclePhysics.expectedLitres(cycle("930E", payloadT, liftM), CLASSES);
    }

    private static float feature(float[] features, String name) {
        return features[CycleFeatures.NAMES.indexOf(name)];
    }

    private static double idleLph() {
        return CLASSES.truck("930E").idleLph();
    }

    private static HaulCycle withWork(
            HaulCycle cycle, Double efhEmptyM, Double efhFullM, Double engineOnS) {
        return new HaulCycle(
                cycle.cycleId(),
                cycle.site(),
                cycle.truckId(),
                cycle.equipmentClass(),
                cycle.operatorId(),
                cycle.loadingUnitId(),
                cycle.loadLocationId(),
                cycle.dumpLocationId(),
                cycle.assignedAt(),
                cycle.loadArrivedAt(),
                cycle.fullAt(),
                cycle.dumpArrivedAt(),
                cycle.emptyAt(),
                cycle.payloadT(),
                cycle.loadingScaleT(),
                cycle.scaleT(),
                cycle.emptyTravelS(),
                cycle.loadQueueS(),
                cycle.spotS(),
                cycle.loadingS(),
                cycle.fullTravelS(),
                cycle.dumpQueueS(),
                cycle.dumpingS(),
                cycle.hangS(),
                cycle.emptyDistanceM(),
                cycle.fullDistanceM(),
                efhEmptyM,
                efhFullM,
                cycle.liftM(),
                cycle.fuelL(),
                cycle.source(),
                cycle.flags(),
                engineOnS);
    }

    /** 5 km empty in 15 min, 5 km loaded in 20 min, 12 min of standing, 8 min elsewhere. */
    private static HaulCycle cycle(String equipmentClass, double payloadT, Double liftM) {
        return new HaulCycle(
                "T01@x",
                "andes",
                "T01",
                equipmentClass,
                "OP-1",
                "S1",
                "FACE-1",
                "DUMP-1",
                ASSIGNED,
                ASSIGNED.plusSeconds(900),
                ASSIGNED.plusSeconds(1_500),
                ASSIGNED.plusSeconds(2_700),
                ASSIGNED.plusSeconds(55 * 60),
                payloadT,
                null,
                null,
                900,
                240,
                60,
                180,
                1_200,
                120,
                120,
                0,
                5_000,
                5_000,
                null,
                null,
                liftM,
                200.0,
                "telemetry",
                List.of(),
                null);
    }
}
