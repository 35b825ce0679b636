package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.Locale;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

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

    private SuiteUpdates() {}

    /**
     * Parses the suite of an update.
     *
     * @throws InvalidInputException naming every fault of the suite
     */
    public static ValidationSuite suiteOf(SuiteUpdate update) {
        return ValidationSuite.parse(update.yaml(), Topics.QUALITY_SUITES);
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
