package io.fueloptimine.models.dispatch.policy;

import static io.fueloptimine.models.dispatch.policy.HandMine.SITE;
import static io.fueloptimine.models.dispatch.policy.HandMine.at;
import static io.fueloptimine.models.dispatch.policy.HandMine.dumping;
import static io.fueloptimine.models.dispatch.policy.HandMine.loading;
import static io.fueloptimine.models.dispatch.policy.HandMine.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Choices computed by hand. A truck that dumps at C reaches F1 and F3 in 720 s and F2 in 1,080 s of
 * travel. Spotting takes 80 s and loading 300 s, so a truck ahead that arrives at the same time
 * means 380 s of waiting.
 */
class RuleDispatchTest {

    private final Set<String> met = new HashSet<>();

    @Test
    void fixedSendsATruckToItsPair() {
        DispatchPolicy fixed = policy(PolicyName.FIXED);

        DispatchAssignment load = one(fixed, dumping("T3", "C", 0));
        assertThat(load.task()).isEqualTo(Task.LOAD);
        assertThat(load.destinationId()).isEqualTo("F2");
        assertThat(load.destinationEquipmentId()).isEqualTo("S2");
        assertThat(load.routeSegmentIds()).containsExactly("R-C", "R-F2");
        assertThat(load.assignmentId()).isEqualTo("hand/T3/LOAD/" + at(0).toEpochMilli());
        assertThat(load.issuedAt()).isEqualTo(at(0));
        assertThat(load.validUntil()).isEqualTo(at(900));

        DispatchAssignment offload = one(fixed, loading("T4", "S3", "F3", 10));
        assertThat(offload.task()).isEqualTo(Task.OFFLOAD);
        assertThat(offload.destinationId()).isEqualTo("E");
        assertThat(offload.destinationEquipmentId()).isNull();
    }

    @Test
    void fixedPrefersTheSameMaterialWhenThePairIsDownOrMet() {
        DispatchPolicy fixed = policy(PolicyName.FIXED);
        fixed.accept(unit("S1", ProductionState.STOPPED, null, "DOWN", 0));
        // F3 is nearer than F2, but of waste.
        assertThat(unitOf(fixed, dumping("T1", "C", 1))).isEqualTo("S2");

        met.add("F2");
        assertThat(unitOf(fixed, dumping("T1", "C", 2))).isEqualTo("S3");

        met.add("E");
        assertThat(one(fixed, loading("T4", "S3", "F3", 3)).destinationId()).isEqualTo("D");
    }

    @Test
    void fixedLeavesATruckToItselfWhenItCannotServeItsPair() {
        DispatchPolicy fixed = policy(PolicyName.FIXED);
        DispatchAssignment load = one(fixed, dumping("T1", "C", 0));

        assertThat(fixed.accept(HandMine.rejection(load, 1))).isEmpty();
        assertThat(fixed.accept(unit("S1", ProductionState.STOPPED, null, "DOWN", 2))).isEmpty();
        met.addAll(List.of("F1", "F2", "F3"));
        assertThat(fixed.accept(dumping("T2", "C", 3))).isEmpty();
    }

    @Test
    void shortestQueueCountsTrucksThatWaitOrDriveThere() {
        DispatchPolicy queue = policy(PolicyName.SHORTEST_QUEUE);

        // All queues are empty: the nearest, and of two equally near ones the first.
        assertThat(unitOf(queue, dumping("T1", "C", 0))).isEqualTo("S1");
        assertThat(unitOf(queue, dumping("T2", "C", 1))).isEqualTo("S3");
        assertThat(unitOf(queue, dumping("T3", "C", 2))).isEqualTo("S2");
        assertThat(unitOf(queue, dumping("T4", "D", 3))).isEqualTo("S1");
        // T1 is being loaded and no longer in the queue; T4 still is.
        queue.accept(loading("T1", "S1", "F1", 900));
        queue.accept(loading("T2", "S3", "F3", 900));
        assertThat(unitOf(queue, dumping("T2", "C", 2_000))).isEqualTo("S3");
    }

    @Test
    void shortestQueueHaulsToTheNearestDump() {
        DispatchPolicy queue = policy(PolicyName.SHORTEST_QUEUE);

        assertThat(one(queue, loading("T4", "S3", "F3", 0)).destinationId()).isEqualTo("D");
    }

    @Test
    void sptfComparesWhenLoadingWouldEnd() {
        met.add("F3");
        // S1: 720 + 380 waiting + 380 = 1,480 s; S2: 1,080 + 380 = 1,460 s.
        assertThat(secondTruck(PolicyName.SPTF, SITE)).isEqualTo("S2");
        // S1 loads in 280 s: 720 + 360 + 360 = 1,440 s.
        assertThat(secondTruck(PolicyName.SPTF, HandMine.site(280, 300))).isEqualTo("S1");
    }

    @Test
    void sptfWaitsForTheTruckThatIsBeingLoaded() {
        met.add("F3");
        MineSite slow = HandMine.site(1_100, 1_160);
        DispatchPolicy sptf = policy(PolicyName.SPTF, slow);
        // S1 is free after 1,100 s, when T1 has waited for 297 s since its arrival at 803 s:
        // 720 + 297 + 1,180 = 2,197 s; S2: 1,080 + 1,240 = 2,320 s.
        sptf.accept(loading("T2", "S1", "F1", 0));
        assertThat(unitOf(sptf, dumping("T1", "C", 0))).isEqualTo("S1");
        // T3 waits as well: S1 is free after 2,280 s.
        DispatchPolicy busier = policy(PolicyName.SPTF, slow);
        busier.accept(loading("T2", "S1", "F1", 0));
        assertThat(unitOf(busier, dumping("T3", "C", 0))).isEqualTo("S1");
        busier.accept(HandMine.truck("T3", ProductionState.QUEUED, "F1", "S1", 0));
        assertThat(unitOf(busier, dumping("T1", "C", 0))).isEqualTo("S2");
    }

    @Test
    void greedyFuelWaitsWhereTheDetourWouldBurnMore() {
        met.add("F3");
        // 380 s at 50 L/h are 5 L; the way over F2 is 1,900 m longer empty and loaded.
        assertThat(secondTruck(PolicyName.GREEDY_FUEL, SITE)).isEqualTo("S1");
        assertThat(secondTruck(PolicyName.SHORTEST_QUEUE, SITE)).isEqualTo("S2");
        met.clear();
        // Without waiting the hauls from F1 and F3 burn the same, so waiting decides.
        assertThat(secondTruck(PolicyName.GREEDY_FUEL, SITE)).isEqualTo("S3");
    }

    @Test
    void greedyFuelCountsTheLoadedHaul() {
        DispatchPolicy fuel = policy(PolicyName.GREEDY_FUEL);
        assertThat(one(fuel, loading("T4", "S3", "F3", 0)).destinationId()).isEqualTo("D");
        // With D met, the haul from F3 to E is 1,900 m longer than the one from F1 to C, which
        // burns more than 380 s of waiting at S1.
        met.add("D");
        assertThat(secondTruck(PolicyName.GREEDY_FUEL, SITE)).isEqualTo("S1");
    }

    @Test
    void measuredLoadingTimesReplaceThoseOfTheMineFile() {
        met.add("F3");
        DispatchPolicy sptf = policy(PolicyName.SPTF);
        for (int i = 0; i < 10; i++) {
            assertThat(unitOf(sptf, dumping("T1", "C", i * 2_000))).isEqualTo("S1");
            sptf.accept(unit("S1", ProductionState.LOADING, "T1", null, i * 2_000 + 900));
            sptf.accept(unit("S1", ProductionState.STOPPED, null, null, i * 2_000 + 1_600));
        }
        // S1: 720 + 780 s; S2: 1,080 + 380 s.
        assertThat(unitOf(sptf, dumping("T1", "C", 20_000))).isEqualTo("S2");
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyName.class,
            names = {"SHORTEST_QUEUE", "SPTF", "GREEDY_FUEL"})
    void parksWhenEverythingIsMetAndRecallsWhenWorkIsOpen(PolicyName name) {
        DispatchPolicy policy = policy(name);
        met.addAll(List.of("F1", "F2", "F3"));

        DispatchAssignment park = one(policy, dumping("T1", "C", 0));
        assertThat(park.task()).isEqualTo(Task.PARK);
        assertThat(park.destinationId()).isEqualTo("PARK");
        assertThat(park.reasonCode()).isEqualTo(ReasonCode.NO_LOADING_UNIT);

        policy.accept(HandMine.truck("T1", ProductionState.PARKED, "PARK", null, 300));
        assertThat(policy.accept(unit("S3", ProductionState.STOPPED, null, null, 400))).isEmpty();
        met.clear();
        assertThat(policy.accept(unit("S3", ProductionState.STOPPED, null, null, 500)))
                .singleElement()
                .satisfies(load -> assertThat(load.truckId()).isEqualTo("T1"))
                .satisfies(load -> assertThat(load.task()).isEqualTo(Task.LOAD))
                .satisfies(load -> assertThat(load.reasonCode()).isEqualTo(ReasonCode.RECALLED));
        assertThat(policy.accept(unit("S3", ProductionState.STOPPED, null, null, 600))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyName.class,
            names = {"SHORTEST_QUEUE", "SPTF", "GREEDY_FUEL"})
    void sendsNoTruckToAFaceWhoseDumpsAreMet(PolicyName name) {
        met.addAll(List.of("D", "E"));

        assertThat(unitOf(policy(name), dumping("T4", "D", 0))).isEqualTo("S1");
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyName.class,
            names = {"SHORTEST_QUEUE", "SPTF", "GREEDY_FUEL"})
    void givesAnotherHaulAfterARejectionAndABreakdown(PolicyName name) {
        DispatchPolicy policy = policy(name);
        DispatchAssignment first = one(policy, dumping("T1", "C", 0));

        DispatchAssignment second = one(policy, HandMine.rejection(first, 1));
        assertThat(second.reasonCode()).isEqualTo(ReasonCode.REJECTED);
        assertThat(second.destinationId()).isNotEqualTo(first.destinationId());
        assertThat(policy.accept(HandMine.rejection(second, 2))).isEmpty();

        String unit = unitOf(policy, dumping("T2", "C", 10));
        assertThat(policy.accept(unit(unit, ProductionState.STOPPED, null, "DOWN", 20)))
                .anySatisfy(
                        load -> {
                            assertThat(load.truckId()).isEqualTo("T2");
                            assertThat(load.reasonCode()).isEqualTo(ReasonCode.DIVERTED);
                            assertThat(load.destinationEquipmentId()).isNotEqualTo(unit);
                        });
    }

    @Test
    void aLoadGoesToAMetDumpWhenNoOtherTakesIt() {
        met.add("C");

        assertThat(one(policy(PolicyName.SPTF), loading("T1", "S1", "F1", 0)).destinationId())
                .isEqualTo("C");
    }

    @Test
    void knowsClosedRoadsAndDumpsThatAreDown() {
        DispatchPolicy queue = policy(PolicyName.SHORTEST_QUEUE);
        queue.accept(new PlanTrigger("hand", PlanCause.ROAD_CLOSED, "R-F1", at(0)));
        queue.accept(new PlanTrigger("hand", PlanCause.MACHINE_DOWN, "D", at(0)));

        assertThat(unitOf(queue, dumping("T1", "C", 1))).isEqualTo("S3");
        assertThat(one(queue, loading("T4", "S3", "F3", 2)).destinationId()).isEqualTo("E");

        queue.accept(new PlanTrigger("hand", PlanCause.ROAD_OPEN, "R-F1", at(3)));
        assertThat(unitOf(queue, dumping("T2", "C", 4))).isEqualTo("S1");
    }

    /** The loading unit of T2, which dumps at C in the same second as T1. */
    private String secondTruck(PolicyName name, MineSite mine) {
        DispatchPolicy policy = policy(name, mine);
        assertThat(unitOf(policy, dumping("T1", "C", 0))).isEqualTo("S1");
        return unitOf(policy, dumping("T2", "C", 0));
    }

    private DispatchPolicy policy(PolicyName name) {
        return policy(name, SITE);
    }

    private DispatchPolicy policy(PolicyName name, MineSite mine) {
        return name.create(
                mine,
                PlannedDispatch.Settings.DEFAULT,
                new OpenWork() {
                    @Override
                    public boolean open(String faceId) {
                        return !met.contains(faceId);
                    }

                    @Override
                    public boolean open(String dumpId, Material material) {
                        return !met.contains(dumpId);
                    }
                });
    }

    private static String unitOf(DispatchPolicy policy, Reading reading) {
        return one(policy, reading).destinationEquipmentId();
    }

    private static DispatchAssignment one(DispatchPolicy policy, Reading reading) {
        List<DispatchAssignment> sent = policy.accept(reading);
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }
}
