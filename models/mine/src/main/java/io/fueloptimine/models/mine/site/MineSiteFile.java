package io.fueloptimine.models.mine.site;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads a {@link MineSite} from YAML and checks that its references and values are valid. */
public final class MineSiteFile {

    private MineSiteFile() {}

    /**
     * Reads and checks a mine file.
     *
     * @throws InvalidInputException when the file does not exist, is not YAML, or is not valid; the
     *     message names the file and every fault
     */
    public static MineSite read(Path file) {
        return parse(TextFile.read("mine file", file), StrictFormat.YAML, "mine file " + file);
    }

    /**
     * Parses and checks a mine.
     *
     * @param source names the text in faults
     * @throws InvalidInputException when the text is not of that format or not valid; the message
     *     names every fault
     */
    public static MineSite parse(String text, StrictFormat format, String source) {
        MineSite site = format.value(text, MineSite.class, source);
        List<String> tooMany = MineLimits.faults(site);
        List<String> faults = tooMany.isEmpty() ? faultsOf(site) : tooMany;
        if (!faults.isEmpty()) {
            throw new InvalidInputException(source + ": " + String.join("; ", faults));
        }
        return site;
    }

    private static List<String> faultsOf(MineSite site) {
        List<String> faults = new ArrayList<>();
        requireNames(faults, site);
        Set<String> places = unique(faults, "location", site.locations(), Location::id);
        Set<String> classes = unique(faults, "class", site.truckClasses(), TruckClass::name);
        Set<String> units = unique(faults, "loading unit", site.loadingUnits(), LoadingUnit::id);
        Set<String> dumps = unique(faults, "dump", site.dumps(), DumpPoint::locationId);
        unique(faults, "road", site.roads(), RoadSegment::id);
        Set<String> trucks = unique(faults, "truck", site.trucks(), Truck::id);
        Set<String> others = unique(faults, "machine", site.auxMachines(), AuxMachine::id);
        requireDistinct(faults, "truck", trucks, "loading unit", units);
        requireDistinct(faults, "truck", trucks, "machine", others);
        requireDistinct(faults, "loading unit", units, "machine", others);
        unique(faults, "edge node", site.edgeNodes(), EdgeNode::id);
        unique(faults, "device", devices(site), Function.identity());
        for (TruckClass truckClass : site.truckClasses()) {
            String owner = "class " + truckClass.name();
            requirePositive(faults, owner, "payloadT", truckClass.payloadT());
            requirePositive(faults, owner, "emptyMassT", truckClass.emptyMassT());
            requirePositive(faults, owner, "ratedPowerKw", truckClass.ratedPowerKw());
            requirePositive(faults, owner, "tankL", truckClass.tankL());
        }
        for (RoadSegment road : site.roads()) {
            requireKnown(faults, places, "road " + road.id(), "location", road.from());
            requireKnown(faults, places, "road " + road.id(), "location", road.to());
            requirePositive(faults, "road " + road.id(), "lengthM", road.lengthM());
            requirePositive(faults, "road " + road.id(), "speedLimitKph", road.speedLimitKph());
        }
        faults.addAll(OneWayRoadFaults.of(site.roads()));
        for (Truck truck : site.trucks()) {
            String owner = "truck " + truck.id();
            requireKnown(faults, classes, owner, "class", truck.className());
            requireKnown(faults, units, owner, "loading unit", truck.pairedLoadingUnitId());
            requireKnown(faults, dumps, owner, "dump", truck.pairedDumpId());
        }
        for (LoadingUnit unit : site.loadingUnits()) {
            String owner = "loading unit " + unit.id();
            requireKnown(faults, places, owner, "location", unit.faceId());
            requirePositive(faults, owner, "meanLoadingS", unit.meanLoadingS());
        }
        for (DumpPoint dump : site.dumps()) {
            requireKnown(faults, places, "dump", "location", dump.locationId());
            if (dump.accepts().isEmpty()) {
                faults.add(
                        "dump "
                                + PrintableText.of(dump.locationId())
                                + " accepts nothing, expected one material or more");
            }
        }
        faults.addAll(DigPlanFaults.of(site));
        for (AuxMachine machine : site.auxMachines()) {
            requireKnown(
                    faults,
                    places,
                    "machine " + machine.id(),
                    "location",
                    machine.homeLocationId());
        }
        return faults;
    }

    private static void requireNames(List<String> faults, MineSite site) {
        requireName(faults, "site", site.site());
        site.trucks().forEach(truck -> requireName(faults, "truck id", truck.id()));
        site.loadingUnits().forEach(unit -> requireName(faults, "loading unit id", unit.id()));
        site.auxMachines().forEach(machine -> requireName(faults, "machine id", machine.id()));
        site.locationsOf(LocationKind.FUEL_BAY)
                .forEach(bay -> requireName(faults, "fuel bay id", bay.id()));
        site.roads().forEach(road -> requireName(faults, "road id", road.id()));
        site.edgeNodes().forEach(node -> requireName(faults, "edge node id", node.id()));
        devices(site).forEach(device -> requireName(faults, "device id", device));
        site.locations().forEach(place -> requireLabel(faults, "location id", place.id()));
        site.truckClasses()
                .forEach(truckClass -> requireLabel(faults, "class name", truckClass.name()));
    }

    /**
     * The devices of all edge nodes. A device must not belong to two edge nodes, because its
     * readings would then come from two senders.
     */
    private static List<String> devices(MineSite site) {
        return site.edgeNodes().stream().flatMap(node -> node.deviceIds().stream()).toList();
    }

    private static <T> Set<String> unique(
            List<String> faults, String what, List<T> items, Function<T, String> nameOf) {
        Set<String> names = new HashSet<>();
        items.stream()
                .map(nameOf)
                .filter(name -> !names.add(name))
                .forEach(name -> faults.add(what + " " + name + " is there twice"));
        return names;
    }

    /**
     * Requires that no id occurs twice, because the readings of two machines with the same id
     * cannot be distinguished.
     */
    private static void requireDistinct(
            List<String> faults, String what, Set<String> ids, String other, Set<String> otherIds) {
        ids.stream()
                .filter(otherIds::contains)
                .sorted()
                .forEach(
                        id ->
                                faults.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%s %s is also a %s, expected a unique id",
                                                what,
                                                id,
                                                other)));
    }

    /**
     * Requires a valid {@link MineName}, because names of sites, machines and roads are levels of
     * MQTT topics or parts of keys.
     */
    private static void requireName(List<String> faults, String what, String name) {
        MineName.violation(name)
                .ifPresent(
                        expected ->
                                faults.add(
                                        what
                                                + " is '"
                                                + PrintableText.of(name)
                                                + "', expected "
                                                + expected));
    }

    private static void requireLabel(List<String> faults, String what, String label) {
        MineName.labelViolation(label)
                .ifPresent(
                        expected ->
                                faults.add(
                                        what
                                                + " is '"
                                                + PrintableText.of(label)
                                                + "', expected "
                                                + expected));
    }

    private static void requirePositive(
            List<String> faults, String owner, String field, double value) {
        if (!(value > 0)) {
            faults.add(owner + ": " + field + " " + value + ", expected > 0");
        }
    }

    private static void requireKnown(
            List<String> faults, Set<String> known, String owner, String what, String id) {
        if (!known.contains(id)) {
            faults.add(owner + " names the unknown " + what + " " + id);
        }
    }
}
