package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.quality.suite.Rule;
import io.fueloptimine.models.quality.suite.RuleAction;
import io.fueloptimine.models.quality.suite.ValidationResult;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** The metrics of {@link ValidateReadings}. */
final class ValidationMetrics {

    private final Counter valid;
    private final Counter flagged;
    private final Counter clamped;
    private final Counter rejected;
    private final Counter tolerated;
    final Counter suitesAccepted;
    final Counter suitesRefused;

    private final MetricGroup group;
    private final Map<String, Counter> broken = new HashMap<>();
    private volatile int suiteRules;
    private volatile long suiteVersion;

    ValidationMetrics(MetricGroup group) {
        this.group = group;
        valid = group.counter("valid");
        flagged = group.counter("flagged");
        clamped = group.counter("clamped");
        rejected = group.counter("rejected");
        tolerated = group.counter("tolerated");
        suitesAccepted = group.counter("suitesAccepted");
        suitesRefused = group.counter("suitesRefused");
        group.gauge("suiteRules", (Gauge<Integer>) () -> suiteRules);
        group.gauge("suiteVersion", (Gauge<Long>) () -> suiteVersion);
    }

    /** Sets the suite in use and adds counters for its rules; counters of earlier suites remain. */
    void use(ValidationSuite suite) {
        suiteRules = suite.rules().size();
        suiteVersion = 0;
        for (Rule rule : suite.rules()) {
            broken.computeIfAbsent(
                    rule.name(), name -> group.addGroup("rule", name).counter("broken"));
        }
    }

    /** Sets the suite in use to one that arrived on the topic of suites. */
    void use(ValidationSuite suite, SuiteUpdate update) {
        use(suite);
        suiteVersion = update.publishedAt() == null ? 0 : update.publishedAt().getEpochSecond();
    }

    /** Counts the result of one reading. */
    void count(ValidationResult result) {
        tolerated.inc(result.tolerated());
        result.flags().forEach(violation -> countViolation(violation.rule()));
        if (result.rejection().isPresent()) {
            countViolation(result.rejection().get().rule());
            rejected.inc();
            return;
        }
        valid.inc();
        flagged.inc(result.flags().isEmpty() ? 0 : 1);
    }

    private void countViolation(Rule rule) {
        broken.get(rule.name()).inc();
        clamped.inc(rule.action() == RuleAction.CLAMP ? 1 : 0);
    }
}
