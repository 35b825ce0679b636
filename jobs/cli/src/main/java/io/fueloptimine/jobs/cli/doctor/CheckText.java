package io.fueloptimine.jobs.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import io.fueloptimine.models.mine.input.MineJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats the results of checks. */
final class CheckText {

    private CheckText() {}

    /** One line: status, subject, what was found and expected, and the remedy. */
    static String line(CheckResult result) {
        String status = result.status() == Status.OK ? "ok" : result.status().name();
        String line =
                String.format(
                        Locale.ROOT,
                        "%-5s  %s: %s; expected %s",
                        status,
                        result.subject(),
                        result.found(),
                        result.expected());
        return result.remedy().isEmpty() ? line : line + ". " + result.remedy();
    }

    /** The number of results of each status. */
    static String summary(List<CheckResult> results) {
        return results.size()
                + " checks: "
                + count(results, Status.OK)
                + " ok, "
                + count(results, Status.WARN)
                + " warnings, "
                + count(results, Status.FAULT)
                + " faults";
    }

    /** One object: the numbers of warnings and faults, and {@code checks} with all results. */
    static String json(List<CheckResult> results) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("warnings", count(results, Status.WARN));
        all.put("faults", count(results, Status.FAULT));
        all.put("checks", results);
        try {
            return MineJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the results as JSON", e);
        }
    }

    static long count(List<CheckResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
