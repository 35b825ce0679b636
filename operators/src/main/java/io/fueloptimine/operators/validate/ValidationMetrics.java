package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.quality.suite.Rule;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What {@link ValidateReadings} counts. */
final class ValidationMetrics {

    final Counter valid;
    final Counter flagged;
    final Counter clamped;
    final Counter rejected;
    final Counter tolerated;
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

    /** A suite is in use: its rules have counters, those of earlier ones keep theirs. */
    void use(ValidationSuite suite) {
        suiteRules = suite.rules().size();
        suiteVersion = 0;
        for (Rule rule : suite.rules()) {
            broken.computeIfAbsent(
                    rule.name(), name -> group.addGroup("rule", name).counter("broken"));
        }
    }

    /** The suite in use came by topic. */
    void use(ValidationSuite suite, SuiteUpdate update) {
        use(suite);
        suiteVersion = update.publishedAt() == null ? 0 : update.publishedAt().getEpochSecond();
    }

    void broken(Rule rule) {
        broken.get(rule.name()).inc();
    }
}
