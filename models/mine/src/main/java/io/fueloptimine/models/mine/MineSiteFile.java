package io.fueloptimine.models.mine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a {@link MineSite} from YAML and checks that its parts fit together. */
public final class MineSiteFile {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private MineSiteFile() {}

    /**
     * Reads and checks one file.
     *
     * @throws InvalidInputException when it is missing, is not YAML, or its parts do not fit; the
     *     message names the file and every fault
     */
    public static MineSite read(Path file) {
        MineSite site;
        try {
            site = YAML.readValue(Files.readString(file), MineSite.class);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("mine file " + file + " does not exist", e);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    "mine file " + file + ": " + e.getOriginalMessage() + whereOf(e), e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "mine file " + file + " cannot be read: " + e.getMessage(), e);
        }
        List<String> faults = faultsOf(site);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("mine file " + file + ": " + String.join("; ", faults));
        }
        return site;
    }

    private static String whereOf(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    private static List<String> faultsOf(MineSite site) {
        List<String> faults = new ArrayList<>();
        Set<String> places = new HashSet<>();
        site.locations().stream()
                .map(Location::id)
                .filter(id -> !places.add(id))
                .forEach(id -> faults.add("location " + id + " is there twice"));
        Set<String> classes = new HashSet<>();
        site.truckClasses().forEach(truckClass -> classes.add(truckClass.name()));
        Set<String> units = new HashSet<>();
        site.loadingUnits().forEach(unit -> units.add(unit.id()));
        Set<String> dumps = new HashSet<>();
        site.dumps().forEach(dump -> dumps.add(dump.locationId()));
        for (RoadSegment road : site.roads()) {
            requireKnown(faults, places, "road " + road.id(), "location", road.from());
            requireKnown(faults, places, "road " + road.id(), "location", road.to());
            if (!(road.lengthM() > 0)) {
                faults.add("road " + road.id() + ": lengthM " + road.lengthM() + ", expected > 0");
            }
        }
        for (Truck truck : site.trucks()) {
            String owner = "truck " + truck.id();
            requireKnown(faults, classes, owner, "class", truck.className());
            requireKnown(faults, units, owner, "loading unit", truck.pairedLoadingUnitId());
            requireKnown(faults, dumps, owner, "dump", truck.pairedDumpId());
        }
        for (LoadingUnit unit : site.loadingUnits()) {
            requireKnown(faults, places, "loading unit " + unit.id(), "location", unit.faceId());
        }
        for (DumpPoint dump : site.dumps()) {
            requireKnown(faults, places, "dump", "location", dump.locationId());
        }
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

    private static void requireKnown(
            List<String> faults, Set<String> known, String owner, String what, String id) {
        if (!known.contains(id)) {
            faults.add(owner + " names the unknown " + what + " " + id);
        }
    }
}
