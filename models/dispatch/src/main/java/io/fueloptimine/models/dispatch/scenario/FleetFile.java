package io.fueloptimine.models.dispatch.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the state of a fleet from a JSON file. Every field may be absent:
 *
 * <pre>{@code
 * { "at": "2026-05-04T12:00:00Z",       // time of the state (UTC); default: now
 *   "hoursLeft": 8,                     // hours left in the shift; default: the whole shift
 *   "trucks": [                         // trucks that are not listed are available
 *     { "id": "T01", "available": false },
 *     { "id": "T02", "place": "FACE-1" } ],
 *   "closedRoads": ["RAMP-WEST-1"],
 *   "down": ["SH02", "CRUSHER"],        // trucks, loading units, crushers and dumps
 *   "extraRollingResistancePct": 0,     // points that wet or damaged roads add
 *   "tonnesDone": { "FACE-1": 8000 } }  // tonnes moved since the start of the shift, by face
 * }</pre>
 */
public final class FleetFile {

    private static final List<String> FIELDS =
            List.of(
                    "at",
                    "hoursLeft",
                    "trucks",
                    "closedRoads",
                    "down",
                    "extraRollingResistancePct",
                    "tonnesDone");

    private final MineSite mine;
    private final List<String> faults = new ArrayList<>();

    private FleetFile(MineSite mine) {
        this.mine = mine;
    }

    /**
     * The state of a fleet.
     *
     * @param at time of the state (UTC)
     * @param hoursLeft hours left in the shift, h; null for the mean rates of the whole shift
     * @param unavailableTrucks trucks that cannot be planned
     * @param truckPlaces the places of trucks, by truck; trucks without a known place are absent
     * @param closedRoads closed road segments
     * @param down trucks, loading units and dumps that are down
     * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of
     *     weight
     * @param tonnesDone tonnes moved since the start of the shift, by face, t
     */
    public record State(
            Instant at,
            Double hoursLeft,
            Set<String> unavailableTrucks,
            Map<String, String> truckPlaces,
            Set<String> closedRoads,
            Set<String> down,
            double extraRollingResistancePct,
            Map<String, Double> tonnesDone) {

        /** Every truck, road and machine is available. */
        public static State allReady(Instant at) {
            return new State(at, null, Set.of(), Map.of(), Set.of(), Set.of(), 0, Map.of());
        }
    }

    /**
     * Reads a file.
     *
     * @param now the time of a state without time (UTC)
     * @throws InvalidInputException if the content is wrong; it names every fault
     */
    public static State read(Path file, MineSite mine, Instant now) {
        return parse(TextFile.read("state file", file), file.toString(), mine, now);
    }

    /**
     * Reads a text.
     *
     * @param source the name of the source, for faults
     * @throws InvalidInputException if the content is wrong; it names every fault
     */
    public static State parse(String json, String source, MineSite mine, Instant now) {
        FleetFile file = new FleetFile(mine);
        State state = file.state(file.root(json), now);
        if (!file.faults.isEmpty()) {
            throw new InvalidInputException(source, file.faults);
        }
        return state;
    }

    private JsonNode root(String json) {
        try {
            JsonNode root = MineJson.mapper().readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
            faults.add("the content is not an object, expected { .. } with " + names(FIELDS));
        } catch (JsonProcessingException wrong) {
            faults.add("the content is no JSON: " + wrong.getOriginalMessage());
        }
        return MineJson.mapper().createObjectNode();
    }

    private State state(JsonNode root, Instant now) {
        root.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!FIELDS.contains(field)) {
                                faults.add(
                                        "field "
                                                + field
                                                + " is unknown, expected "
                                                + KnownIds.oneOf(field, FIELDS));
                            }
                        });
        Set<String> unavailable = new TreeSet<>();
        Map<String, String> places = new TreeMap<>();
        trucks(root.path("trucks"), unavailable, places);
        List<String> roads = mine.roads().stream().map(RoadSegment::id).toList();
        Double hours = number(root, "hoursLeft");
        Double extra = number(root, "extraRollingResistancePct");
        return new State(
                time(root, now),
                hours,
                unavailable,
                places,
                ids(root, "closedRoads", roads),
                ids(root, "down", KnownIds.machines(mine)),
                extra == null ? 0 : extra,
                tonnes(root.path("tonnesDone")));
    }

    private void trucks(JsonNode list, Set<String> unavailable, Map<String, String> places) {
        if (!list.isMissingNode() && !list.isArray()) {
            faults.add("trucks is " + list + ", expected a list of objects with id");
        }
        List<String> known = mine.trucks().stream().map(Truck::id).toList();
        List<String> locations = mine.locations().stream().map(Location::id).toList();
        int index = 0;
        for (JsonNode truck : list) {
            String path = "trucks[" + index++ + "]";
            String id = known(truck.path("id"), path + ".id", known);
            JsonNode available = truck.path("available");
            if (!available.isMissingNode() && !available.isBoolean()) {
                faults.add(path + ".available is " + available + ", expected true or false");
            }
            if (id != null && available.isBoolean() && !available.booleanValue()) {
                unavailable.add(id);
            }
            JsonNode place = truck.path("place");
            if (!place.isMissingNode() && !place.isNull()) {
                String where = known(place, path + ".place", locations);
                if (id != null && where != null) {
                    places.put(id, where);
                }
            }
        }
    }

    private Set<String> ids(JsonNode root, String field, Collection<String> known) {
        Set<String> ids = new TreeSet<>();
        JsonNode list = root.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            faults.add(field + " is " + list + ", expected a list of ids");
        }
        int index = 0;
        for (JsonNode id : list) {
            String text = known(id, field + "[" + index++ + "]", known);
            if (text != null) {
                ids.add(text);
            }
        }
        return ids;
    }

    private String known(JsonNode id, String path, Collection<String> known) {
        if (id.isTextual() && known.contains(id.textValue())) {
            return id.textValue();
        }
        String given = id.isMissingNode() ? "missing" : id.asText(id.toString());
        faults.add(path + " is " + given + ", expected " + KnownIds.oneOf(given, known));
        return null;
    }

    private Map<String, Double> tonnes(JsonNode object) {
        Map<String, Double> tonnes = new TreeMap<>();
        if (!object.isMissingNode() && !object.isObject()) {
            faults.add("tonnesDone is " + object + ", expected an object of tonnes by face");
        }
        List<String> faces = KnownIds.faces(mine);
        object.fields()
                .forEachRemaining(
                        entry -> {
                            if (!faces.contains(entry.getKey())) {
                                faults.add(
                                        "tonnesDone names "
                                                + entry.getKey()
                                                + ", expected "
                                                + KnownIds.oneOf(entry.getKey(), faces));
                            } else {
                                Double value = number(object, entry.getKey());
                                if (value != null) {
                                    tonnes.put(entry.getKey(), value);
                                }
                            }
                        });
        return tonnes;
    }

    private Double number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber() && value.doubleValue() >= 0 && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        faults.add(field + " is " + value + ", expected a number of 0 or more");
        return null;
    }

    private Instant time(JsonNode root, Instant now) {
        JsonNode at = root.path("at");
        if (at.isMissingNode() || at.isNull()) {
            return now;
        }
        try {
            return Instant.parse(at.asText());
        } catch (DateTimeParseException wrong) {
            faults.add("at is " + at + ", expected a time in UTC such as 2026-05-04T12:00:00Z");
            return now;
        }
    }

    private static String names(Collection<String> names) {
        return String.join(", ", names);
    }
}
