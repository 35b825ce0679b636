package io.fueloptimine.jobs.gateway.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.message.aemp.AempEquipment;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.StrictFormat;
import io.fueloptimine.models.mine.input.TextFile;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The machines of a telematics server that are machines of the mine, from a YAML file. Machines
 * that the file does not list are not published: the server says neither the mine's name of a
 * machine nor its kind, and rented machines come and go.
 *
 * @param site the mine
 * @param byIdentity the machines by the identities that the file gives them
 */
record PolledMachines(String site, Map<String, Machine> byIdentity) {

    private static final String SITE = "site";
    private static final String MACHINES = "machines";
    private static final String MACHINE_ID = "machineId";
    private static final String KIND = "kind";
    private static final String CLASS = "equipmentClass";
    private static final List<String> IDENTITIES = List.of("equipmentId", "serialNumber", "pin");

    /**
     * A machine of the mine.
     *
     * @param equipmentClass the class for its readings; empty when the file names none
     */
    record Machine(EquipmentKind kind, String machineId, Optional<String> equipmentClass) {

        /** The key of the machine's state. */
        String key() {
            return kind.topicName() + "/" + machineId;
        }
    }

    /**
     * Reads the file.
     *
     * @throws InvalidInputException with all faults of the file
     */
    static PolledMachines read(Path file) {
        String name = "file of machines " + file;
        JsonNode root = StrictFormat.YAML.tree(TextFile.read("file of machines", file), name);
        Reader reader = new Reader();
        PolledMachines machines = reader.read(root);
        if (!reader.faults.isEmpty()) {
            throw new InvalidInputException(name, reader.faults);
        }
        return machines;
    }

    /** The machine of the mine that a machine of the server is; empty when it is not listed. */
    Optional<Machine> find(AempEquipment equipment) {
        return byIdentity("pin", equipment.pin())
                .or(() -> byIdentity("serialNumber", equipment.serialNumber()))
                .or(() -> byIdentity("equipmentId", equipment.equipmentId()));
    }

    private Optional<Machine> byIdentity(String identity, Optional<String> value) {
        return value.map(text -> byIdentity.get(identity + "=" + text));
    }

    /** Reads the tree of the file and collects its faults. */
    private static final class Reader {

        private final List<String> faults = new ArrayList<>();
        private final Map<String, Machine> byIdentity = new HashMap<>();
        private final Set<String> keys = new HashSet<>();

        private PolledMachines read(JsonNode root) {
            check(root, "", Set.of(SITE, MACHINES));
            String site = text(root, "", SITE);
            MineName.violation(site).ifPresent(rule -> fault(SITE, site, rule));
            JsonNode list = root.path(MACHINES);
            if (!list.isArray() || list.isEmpty()) {
                fault(MACHINES, list.isMissingNode() ? "" : list.toString(), "a list of machines");
            }
            for (int i = 0; i < list.size(); i++) {
                machine(list.get(i), MACHINES + "[" + i + "].");
            }
            return new PolledMachines(site, Map.copyOf(byIdentity));
        }

        private void machine(JsonNode node, String at) {
            check(node, at, Set.of(MACHINE_ID, KIND, CLASS, "equipmentId", "serialNumber", "pin"));
            String id = text(node, at, MACHINE_ID);
            MineName.violation(id).ifPresent(rule -> fault(at + MACHINE_ID, id, rule));
            String kindName = text(node, at, KIND);
            Optional<EquipmentKind> kind = EquipmentKind.fromTopicName(kindName);
            if (kind.isEmpty()) {
                fault(at + KIND, kindName, "haultruck, shovel, aux or fuelbay");
                return;
            }
            String equipmentClass = text(node, at, CLASS);
            MineName.labelViolation(equipmentClass)
                    .ifPresent(rule -> fault(at + CLASS, equipmentClass, rule));
            Machine machine =
                    new Machine(
                            kind.get(),
                            id,
                            Optional.of(equipmentClass).filter(text -> !text.isEmpty()));
            if (!keys.add(machine.key())) {
                fault(at + MACHINE_ID, id, "each machine once");
            }
            identify(node, at, machine);
        }

        private void identify(JsonNode node, String at, Machine machine) {
            boolean identified = false;
            for (String identity : IDENTITIES) {
                String value = text(node, at, identity);
                if (!value.isEmpty()) {
                    identified = true;
                    if (byIdentity.put(identity + "=" + value, machine) != null) {
                        fault(at + identity, value, "each identity once");
                    }
                }
            }
            if (!identified) {
                fault(at + "equipmentId", "", "equipmentId, serialNumber or pin");
            }
        }

        private void check(JsonNode node, String at, Set<String> known) {
            Iterator<String> names = node.fieldNames();
            while (names.hasNext()) {
                String name = names.next();
                if (!known.contains(name)) {
                    fault(
                            at + name,
                            "an unknown field",
                            "one of " + known.stream().sorted().toList());
                }
            }
        }

        private String text(JsonNode node, String at, String name) {
            JsonNode value = node.path(name);
            if (value.isContainerNode()) {
                fault(at + name, "a list", "a text");
            }
            // A serial number of digits is a number in YAML.
            return value.isValueNode() && !value.isNull() ? value.asText() : "";
        }

        private void fault(String field, String value, String expected) {
            faults.add(field + " is '" + value + "', expected " + expected);
        }
    }
}
