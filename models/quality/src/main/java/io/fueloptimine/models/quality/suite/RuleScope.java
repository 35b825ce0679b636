package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.mine.input.WildcardPattern;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * The machines to which a rule applies. A reading without an equipment class is outside of every
 * scope that has classes.
 *
 * @param kinds kinds of machines; never empty
 * @param classes truck or machine classes such as {@code 930E}; empty for all
 * @param machines patterns of ids, where {@code *} matches any characters and {@code ?} one
 *     character; empty for all
 */
public record RuleScope(Set<EquipmentKind> kinds, Set<String> classes, List<String> machines)
        implements Serializable {

    /** Whether a reading's machine is in the scope. */
    public boolean covers(Reading reading) {
        return kinds.contains(reading.kind())
                && (classes.isEmpty() || coversClass(reading))
                && (machines.isEmpty() || coversMachine(reading.machineId()));
    }

    private boolean coversClass(Reading reading) {
        String equipmentClass =
                switch (reading.stream()) {
                    case TELEMETRY -> reading.telemetry().equipmentClass();
                    case CYCLE -> reading.cycle().equipmentClass();
                    default -> null;
                };
        return equipmentClass != null && classes.contains(equipmentClass);
    }

    private boolean coversMachine(String machineId) {
        for (String pattern : machines) {
            if (new WildcardPattern(pattern).matches(machineId)) {
                return true;
            }
        }
        return false;
    }
}
