package io.fueloptimine.jobs.evaluation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationScenarioTest {

    private static final MineSite CORDILLERA =
            MineSiteFile.read(Path.of("../../deploy/local/mines/cordillera.yaml"));
    private static final MineSite ANDES =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameFaults(EvaluationScenario scenario) {
        InjectedRun run = scenario.run(ANDES, 7);

        assertThat(scenario.run(ANDES, 7)).isEqualTo(run);
        assertThat(run.mine().site()).isEqualTo("andes-7");
    }

    @ParameterizedTest
    @EnumSource(names = "CLEAN.*", mode = EnumSource.Mode.MATCH_NONE)
    void seedsDiffer(EvaluationScenario scenario) {
        Set<Object> different = new HashSet<>();
        for (long seed = 101; seed <= 120; seed++) {
            different.add(scenario.run(ANDES, seed).scenario());
        }

        assertThat(different).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource
    void faultsBeginWithinTheRunAndNoTruckHasTwo(EvaluationScenario scenario) {
        for (long seed = 1; seed <= 50; seed++) {
            Set<String> trucks = new HashSet<>();
            for (InjectedFault fault : scenario.run(ANDES, seed).faults()) {
                assertThat(fault.from())
                        .isBefore(PitSettings.DEFAULT_START.plus(scenario.length()));
                if (fault.machineIds().size() == 1) {
                    assertThat(trucks.addAll(fault.machineIds())).isTrue();
                }
            }
        }
    }

    @Test
    void everyKindOfFaultIsInAScenario() {
        Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        for (EvaluationScenario scenario : EvaluationScenario.values()) {
            scenario.run(CORDILLERA, 1).faults().forEach(fault -> kinds.add(fault.kind()));
        }

        assertThat(kinds).containsExactlyInAnyOrder(FaultKind.values());
    }

    @Test
    void onlyTrucksThatHaulDownASteepRoadCanSpeed() {
        Set<String> fast = new HashSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            EvaluationScenario.DRIVING.run(CORDILLERA, seed).faults().stream()
                    .filter(fault -> fault.kind() == FaultKind.SPEEDING)
                    .forEach(fault -> fast.addAll(fault.machineIds()));
            assertThat(EvaluationScenario.DRIVING.run(ANDES, seed).faults())
                    .extracting(InjectedFault::kind)
                    .doesNotContain(FaultKind.SPEEDING);
        }

        assertThat(fast).hasSizeGreaterThan(3);
        assertThat(fast)
                .allMatch(
                        id ->
                                CORDILLERA.trucks().stream()
                                        .filter(truck -> truck.id().equals(id))
                                        .allMatch(
                                                truck ->
                                                        CORDILLERA.loadingUnits().stream()
                                                                .filter(
                                                                        unit ->
                                                                                unit.id()
                                                                                        .equals(
                                                                                                truck
                                                                                                        .pairedLoadingUnitId()))
                                                                .allMatch(
                                                                        unit ->
                                                                                unit.faceId()
                                                                                        .startsWith(
                                                                                                "N-FACE"))));
    }
}
