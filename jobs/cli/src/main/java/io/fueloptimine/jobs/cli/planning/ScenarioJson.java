package io.fueloptimine.jobs.cli.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fueloptimine.models.dispatch.scenario.PlannedCase;
import io.fueloptimine.models.mine.input.MineJson;
import java.util.List;
import java.util.Map;

/** Formats plans of scenarios as JSON. */
final class ScenarioJson {

    private ScenarioJson() {}

    /** One object with the list {@code plans}, the plan without changes first. */
    static String of(List<PlannedCase> plans) {
        try {
            return MineJson.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("plans", plans))
                    + System.lineSeparator();
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("cannot write plans as JSON", failed);
        }
    }
}
