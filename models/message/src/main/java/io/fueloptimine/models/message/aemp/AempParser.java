package io.fueloptimine.models.message.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one page of a snapshot: a fleet, or a single machine. XML and JSON are told apart by their
 * first character, because servers label both freely.
 *
 * <p>A section that cannot be read is left out and reported; it costs neither the machine nor the
 * page. A section without a time of its own is left out too: the time of the snapshot says when the
 * server answered, not when the machine measured. Thread-safe.
 */
public final class AempParser {

    /** The greatest size of a page, bytes. */
    public static final int MAX_BYTES = 8 << 20;

    private static final int MAX_SHOWN = 200;

    private final List<String> faults = new ArrayList<>();
    private int faultCount;

    private AempParser() {}

    /**
     * Reads a page.
     *
     * @throws InvalidSnapshotException when the bytes are no snapshot, or exceed a limit of size,
     *     depth or number of values
     */
    public static AempPage parse(byte[] page) throws InvalidSnapshotException {
        if (page.length > MAX_BYTES) {
            throw new InvalidSnapshotException(
                    page.length + " bytes", "at most " + MAX_BYTES + " bytes");
        }
        return new AempParser().page(SnapshotTree.of(page));
    }

    private AempPage page(JsonNode document) throws InvalidSnapshotException {
        JsonNode fleet = fleetIn(document);
        List<AempEquipment> equipment = new ArrayList<>();
        for (JsonNode machine : machinesIn(fleet)) {
            if (machine.isObject()) {
                equipment.add(machine(machine));
            } else {
                report("a machine", "text", "fields");
            }
        }
        return new AempPage(
                next(fleet.path("links")), List.copyOf(equipment), List.copyOf(faults), faultCount);
    }

    /** The fleet, which some servers wrap in a list or in an object with one field. */
    private static JsonNode fleetIn(JsonNode document) throws InvalidSnapshotException {
        JsonNode node = document;
        for (int level = 0; level < 3; level++) {
            node = node.isArray() && node.size() == 1 ? node.get(0) : node;
            if (node.has("equipment") || node.has("equipmentheader") || node.has("links")) {
                return node;
            }
            if (node.has("fleet")) {
                node = node.get("fleet");
                if (!node.isContainerNode()) {
                    return node;
                }
            }
        }
        if (node.isArray() && node.isEmpty() || node.has("version")) {
            return node;
        }
        throw new InvalidSnapshotException(
                "a document without Fleet and Equipment", "a snapshot by ISO 15143-3");
    }

    private static List<JsonNode> machinesIn(JsonNode fleet) {
        return fleet.has("equipmentheader")
                ? List.of(fleet)
                : SnapshotTree.list(fleet.path("equipment"));
    }

    private AempEquipment machine(JsonNode machine) {
        JsonNode header = machine.path("equipmentheader");
        AempEquipment described =
                new AempEquipment(
                        first(header, "oemname", "make", "oem"),
                        first(header, "model"),
                        first(header, "equipmentid"),
                        first(header, "serialnumber"),
                        first(header, "pin", "oemisoidentifier"),
                        List.of());
        String name =
                described
                        .equipmentId()
                        .or(described::serialNumber)
                        .or(described::pin)
                        .orElse("a machine without a name");
        return new AempEquipment(
                described.oemName(),
                described.model(),
                described.equipmentId(),
                described.serialNumber(),
                described.pin(),
                sections(machine, name));
    }

    private List<AempSection> sections(JsonNode machine, String name) {
        List<AempSection> sections = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> fields = machine.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            Optional<AempElement> element = AempElement.named(field.getKey());
            if (element.isPresent()) {
                for (JsonNode section : SnapshotTree.list(field.getValue())) {
                    read(element.get(), section, name).ifPresent(sections::add);
                }
            }
        }
        return List.copyOf(sections);
    }

    private Optional<AempSection> read(AempElement element, JsonNode section, String machine) {
        String place = machine + " " + element.standardName();
        try {
            SectionValues values = new SectionValues(section);
            element.read(values);
            if (values.fields().isEmpty()) {
                return Optional.empty();
            }
            Optional<Instant> time = values.time();
            if (time.isEmpty()) {
                report(place, "without a time of its own", "datetime");
            }
            return time.map(at -> new AempSection(element, at, values.fields()));
        } catch (SectionFaultException fault) {
            report(place + ": " + fault.getMessage());
            return Optional.empty();
        }
    }

    /** The link to the next page, as a list of rel and href, or as fields named by their rel. */
    private static Optional<String> next(JsonNode links) {
        for (JsonNode link : SnapshotTree.list(links)) {
            boolean isNext =
                    SnapshotTree.text(link.path("rel"))
                            .filter("next"::equalsIgnoreCase)
                            .isPresent();
            if (isNext) {
                return first(link, "href", "uri", "url");
            }
        }
        return links.isObject() ? SnapshotTree.text(links.path("next")) : Optional.empty();
    }

    private static Optional<String> first(JsonNode node, String... names) {
        for (String name : names) {
            Optional<String> text = SnapshotTree.text(node.path(name));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private void report(String place, String found, String expected) {
        report(place + " is " + found + ", expected " + expected);
    }

    private void report(String fault) {
        faultCount++;
        if (faults.size() < AempPage.MAX_FAULTS) {
            String shown = PrintableText.of(fault);
            faults.add(shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "...");
        }
    }
}
