package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of a mine, its fleet or the price of diesel, as text: {@code down=T07} or several
 * separated by commas, {@code close=RAMP-WEST-1,wet=1.5}. {@link ScenarioChange} lists the changes.
 *
 * @param text the text
 */
public record Scenario(String text) {

    /**
     * The case with all changes, in the order of the text.
     *
     * @throws InvalidInputException if a change is wrong; it names every fault
     */
    public PlanCase applyTo(PlanCase base) {
        List<String> faults = new ArrayList<>();
        PlanCase changed = base;
        for (String change : text.split(",", -1)) {
            try {
                changed = ScenarioChange.apply(change.strip(), changed);
            } catch (InvalidInputException wrong) {
                wrong.faults().forEach(fault -> faults.add("scenario " + change + ": " + fault));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return changed;
    }
}
