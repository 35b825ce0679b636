package io.fueloptimine.models.mine.site;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mine file of deploy/local/mines passes the checks of mine files, and those here. */
class ShippedMinesTest {

    /** Empty travel that an exchange of the faces of two trucks saves at least somewhere, m. */
    private static final double CLEAR_SAVING_M = 500;

    private static final MineSites MINES =
            MineSites.read(Path.of("..", "..", "deploy", "local", "mines"));

    static List<Named<MineSite>> mines() {
        return MINES.bySite().values().stream().map(mine -> Named.of(mine.site(), mine)).toList();
    }

    @ParameterizedTest
    @MethodSource("mines")
    void everyFaceHasRoutesToItsDumpsAndBack(MineSite mine) {
        RoadNetwork roads = new RoadNetwork(mine.locations(), mine.roads());

        for (LoadingUnit unit : mine.loadingUnits()) {
            List<DumpPoint> dumps = dumpsOf(mine, unit);
            assertThat(dumps).as(unit.id()).isNotEmpty();
            for (DumpPoint dump : dumps) {
                String there = unit.id() + " to " + dump.locationId();
                assertThat(roads.shortest(unit.faceId(), dump.locationId(), Set.of()))
                        .as(there)
                        .isPresent();
                assertThat(roads.shortest(dump.locationId(), unit.faceId(), Set.of()))
                        .as(there + " and back")
                        .isPresent();
            }
        }
    }

    /** If one junction were on all routes, every choice of faces would need the same travel. */
    @ParameterizedTest
    @MethodSource("mines")
    void noPlaceIsOnAllRoutesFromDumpsToFaces(MineSite mine) {
        RoadNetwork roads = new RoadNetwork(mine.locations(), mine.roads());
        Set<String> onAllRoutes =
                mine.locations().stream().map(Location::id).collect(Collectors.toSet());

        for (DumpPoint dump : mine.dumps()) {
            for (LoadingUnit unit : mine.loadingUnits()) {
                onAllRoutes.retainAll(places(roads, dump.locationId(), unit.faceId()));
            }
        }

        assertThat(onAllRoutes).isEmpty();
    }

    /**
     * Two trucks that drive from two dumps to two faces: the exchange of the faces saves travel.
     */
    @ParameterizedTest
    @MethodSource("mines")
    void twoTrucksSaveEmptyTravelByExchangingTheirFaces(MineSite mine) {
        RoadNetwork roads = new RoadNetwork(mine.locations(), mine.roads());
        double bestSavingM = 0;
        for (Truck one : mine.trucks()) {
            for (Truck two : mine.trucks()) {
                double pairsM = emptyM(mine, roads, one, one) + emptyM(mine, roads, two, two);
                double exchangedM = emptyM(mine, roads, one, two) + emptyM(mine, roads, two, one);
                bestSavingM = Math.max(bestSavingM, pairsM - exchangedM);
            }
        }

        assertThat(bestSavingM).isGreaterThan(CLEAR_SAVING_M);
    }

    /** The comment of andes.yaml promises it. */
    @Test
    void aRoadBetweenJunctionsOfAndesCanBeClosedWithoutCuttingOffAFace() {
        MineSite mine = MINES.mine("andes").orElseThrow();
        RoadNetwork roads = new RoadNetwork(mine.locations(), mine.roads());
        Set<String> junctions =
                mine.locationsOf(LocationKind.JUNCTION).stream()
                        .map(Location::id)
                        .collect(Collectors.toSet());

        for (RoadSegment road : mine.roads()) {
            if (junctions.contains(road.from()) && junctions.contains(road.to())) {
                for (Truck truck : mine.trucks()) {
                    String face = face(mine, truck);
                    String dump = truck.pairedDumpId();
                    Set<String> closed = Set.of(road.id());
                    assertThat(roads.shortest(face, dump, closed))
                            .as("%s to %s without %s", face, dump, road.id())
                            .isPresent();
                    assertThat(roads.shortest(dump, face, closed))
                            .as("%s to %s without %s", dump, face, road.id())
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"andes-overtrucked", "andes-short"})
    void aVariantOfAndesDiffersInTrucksAndDigPlanOnly(String variant) {
        MineSite andes = MINES.mine("andes").orElseThrow();
        MineSite other = MINES.mine(variant).orElseThrow();

        assertThat(other)
                .usingRecursiveComparison()
                .ignoringFields("site", "digPlan", "trucks")
                .isEqualTo(andes);
        assertThat(other.trucks()).hasSizeGreaterThan(0).isNotEqualTo(andes.trucks());
    }

    /** The size of the measured mine, and its mean hauls (5.49 km, 5.05 km) within 5 %. */
    @Test
    void cordilleraIsLikeTheMeasuredMine() {
        MineSite mine = MINES.mine("cordillera").orElseThrow();
        RoadNetwork roads = new RoadNetwork(mine.locations(), mine.roads());
        double planT = 0;
        double loadedTonneM = 0;
        double emptyTonneM = 0;
        for (Truck truck : mine.trucks()) {
            String face = face(mine, truck);
            long trucks = mine.trucks().stream().filter(t -> face(mine, t).equals(face)).count();
            double tonnes = mine.digPlan().face(face).orElseThrow().shiftTonnes() / trucks;
            Route haul = roads.shortest(face, truck.pairedDumpId(), Set.of()).orElseThrow();
            planT += tonnes;
            loadedTonneM += tonnes * haul.lengthM();
            emptyTonneM += tonnes * emptyM(mine, roads, truck, truck);
        }

        assertThat(loadedTonneM / planT).isCloseTo(5_490, withinPercentage(5));
        assertThat(emptyTonneM / planT).isCloseTo(5_050, withinPercentage(5));
        assertThat(mine.trucks()).hasSize(57);
        assertThat(mine.dumps()).hasSize(26);
        assertThat(mine.loadingUnits().stream().collect(groupingBy(LoadingUnit::kind, counting())))
                .containsOnly(
                        entry(LoadingUnitKind.CABLE_SHOVEL, 7L),
                        entry(LoadingUnitKind.HYDRAULIC_SHOVEL, 3L),
                        entry(LoadingUnitKind.WHEEL_LOADER, 2L));
    }

    @ParameterizedTest
    @MethodSource("mines")
    void hasAOneWayRoadAndTwoPlacesForEachMaterial(MineSite mine) {
        assertThat(mine.roads()).anyMatch(RoadSegment::oneWay);
        for (Material material : Material.values()) {
            assertThat(mine.dumps().stream().filter(dump -> dump.accepts(material)))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("mines")
    void theDigPlanHasTheSameTonnesAtFacesAndDumps(MineSite mine) {
        DigPlan plan = mine.digPlan();

        for (Material material : Material.values()) {
            double atDumpsT =
                    plan.dumps().stream()
                            .filter(dump -> dump.material() == material)
                            .mapToDouble(DumpTarget::shiftTonnes)
                            .sum();
            assertThat(atDumpsT)
                    .as(material.name())
                    .isCloseTo(plan.tph(material) * plan.shiftHours(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("mines")
    void theDigPlanNamesEveryFaceAndStaysWithinRatesAndGrades(MineSite mine) {
        DigPlan plan = mine.digPlan();

        for (LoadingUnit unit : mine.loadingUnits()) {
            Optional<FaceTarget> target = plan.face(unit.faceId());
            assertThat(target).as(unit.id()).isPresent();
            assertThat(target.get().shiftTonnes())
                    .as(unit.id())
                    .isPositive()
                    .isLessThan(unit.maxTph() * plan.shiftHours());
        }
        for (DumpTarget target : plan.dumps()) {
            DumpPoint dump = mine.dump(target.dumpId()).orElseThrow();
            assertThat(target.shiftTonnes())
                    .as(target.dumpId())
                    .isBetween(
                            dump.minTph() * plan.shiftHours(), dump.maxTph() * plan.shiftHours());
        }
        double oreT = plan.tph(Material.ORE) * plan.shiftHours();
        double metalT =
                plan.faces().stream().mapToDouble(f -> f.shiftTonnes() * f.gradePct()).sum();
        assertThat(metalT / oreT).isBetween(plan.oreGradePct().min(), plan.oreGradePct().max());
    }

    /** The pairs of the trucks can reach all tonnes of the plan: they serve what the plan names. */
    @ParameterizedTest
    @MethodSource("mines")
    void thePairsOfTheTrucksServeTheFacesAndDumpsOfThePlan(MineSite mine) {
        Set<String> faces = new HashSet<>();
        Set<String> dumps = new HashSet<>();
        for (Truck truck : mine.trucks()) {
            faces.add(face(mine, truck));
            dumps.add(truck.pairedDumpId());
            FaceTarget target = mine.digPlan().face(face(mine, truck)).orElseThrow();
            assertThat(target.allows(mine.dump(truck.pairedDumpId()).orElseThrow()))
                    .as(truck.id())
                    .isTrue();
        }

        assertThat(faces)
                .containsExactlyInAnyOrderElementsOf(
                        mine.digPlan().faces().stream().map(FaceTarget::faceId).toList());
        assertThat(dumps)
                .containsExactlyInAnyOrderElementsOf(
                        mine.digPlan().dumps().stream().map(DumpTarget::dumpId).toList());
    }

    private static List<DumpPoint> dumpsOf(MineSite mine, LoadingUnit unit) {
        FaceTarget target = mine.digPlan().face(unit.faceId()).orElseThrow();
        return mine.dumps().stream().filter(target::allows).toList();
    }

    private static Set<String> places(RoadNetwork roads, String from, String to) {
        Set<String> places = new HashSet<>();
        for (Route.Leg leg : roads.shortest(from, to, Set.of()).orElseThrow().legs()) {
            places.add(leg.toLocationId());
        }
        places.remove(to);
        return places;
    }

    /** Length of the empty trip from the dump of one truck to the face of another one, m. */
    private static double emptyM(MineSite mine, RoadNetwork roads, Truck from, Truck to) {
        return roads.shortest(from.pairedDumpId(), face(mine, to), Set.of())
                .orElseThrow()
                .lengthM();
    }

    private static String face(MineSite mine, Truck truck) {
        return mine.loadingUnit(truck.pairedLoadingUnitId()).orElseThrow().faceId();
    }
}
