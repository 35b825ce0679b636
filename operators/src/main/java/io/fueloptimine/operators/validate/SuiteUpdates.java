package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the validation suite while a job runs: contains the broadcast state and creates the
 * quality records about replacements.
 */
public final class SuiteUpdates {

    /** The broadcast state; it contains the latest valid update under {@link SuiteUpdate#KEY}. */
    public static final MapStateDescriptor<String, SuiteUpdate> STATE =
            new MapStateDescriptor<>(
                    "validation-suite", Types.STRING, TypeInformation.of(SuiteUpdate.class));

    /** The rule name in quality records about suites. */
    public static final String RULE = "suite";

    private static final Logger LOG = LoggerFactory.getLogger(SuiteUpdates.class);

    private SuiteUpdates() {}

    /**
     * Applies the suite of an update. Any error that occurs while the suite is put into use counts
     * as a fault of the suite. The topic is compacted, so that a suite that makes the job fail
     * would do so again after each restart.
     *
     * @param use puts the suite into use; must not change anything when it throws
     * @return the fault of a rejected suite; empty when the suite is in use
     */
    static Optional<InvalidInputException> apply(
            SuiteUpdate update, Consumer<ValidationSuite> use) {
        try {
            use.accept(ValidationSuite.parse(update.yaml(), Topics.QUALITY_SUITES));
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            LOG.error("A suite could not be read", e);
            return Optional.of(
                    new InvalidInputException(
                            Topics.QUALITY_SUITES,
                            List.of("it could not be read: " + e.getClass().getSimpleName())));
        }
    }

    static QualityRecord accepted(SuiteUpdate update, ValidationSuite suite) {
        String observed =
                String.format(
                        Locale.ROOT,
                        "suite %s, %d rules, digest %s",
                        suite.name(),
                        suite.rules().size(),
                        suite.digest());
        return record(
                update, QualityVerdict.FLAGGED, Severity.INFO, observed, "in use from now on");
    }

    static QualityRecord refused(SuiteUpdate update, InvalidInputException fault) {
        return record(
                update,
                QualityVerdict.REJECTED,
                Severity.CRITICAL,
                String.join("; ", fault.faults()),
                "a suite without faults; the previous one stays in use");
    }

    private static QualityRecord record(
            SuiteUpdate update,
            QualityVerdict verdict,
            Severity severity,
            String observed,
            String expected) {
        String text = Integer.toHexString(update.yaml().hashCode());
        return new QualityRecord(
                RULE + "/" + update.publishedAt() + "/" + text,
                verdict,
                RULE,
                severity,
                null,
                observed,
                expected,
                Topics.QUALITY_SUITES,
                null,
                update.publishedAt(),
                update.publishedAt(),
                false,
                null);
    }
}
