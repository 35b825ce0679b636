package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.RowFault;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.HistoryValidation;
import io.fueloptimine.models.quality.suite.RuleViolation;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.Optional;

/**
 * Accepts the records that job ingest would accept: decodes each record and checks it against the
 * default validation suite (set of data-quality rules). Excluded records are reported. Not
 * thread-safe.
 */
public final class RecordFilter {

    private final MessageDecoder decoder = new MessageDecoder();
    private final HistoryValidation suite = new HistoryValidation(ValidationSuite.shipped());
    private final InputReport report;

    /**
     * @param report receives the rows of excluded records
     */
    public RecordFilter(InputReport report) {
        this.report = report;
    }

    /**
     * The reading of a record; empty if the record is excluded. The caller must pass the records of
     * each machine in order of time.
     */
    public Optional<Reading> pass(FleetRecord record) {
        if (record.fault().isPresent()) {
            report.leaveOut(record.fault().get());
            return Optional.empty();
        }
        RawMessage message = new RawMessage(record.topic(), record.json(), record.time(), false);
        DecodeResult result = decoder.decode(message);
        if (result instanceof DecodeResult.Unreadable unreadable) {
            report.leaveOut(fault(record, unreadable.rejection()));
            return Optional.empty();
        }
        return valid(record, ((DecodeResult.Readable) result).reading());
    }

    /**
     * Reports the record as excluded if a rule of the caller is violated. Returns {@code holds}.
     *
     * @param field the field that the rule checks
     * @param value the value of the field
     * @param expected a description of valid values
     */
    public boolean require(
            FleetRecord record,
            boolean holds,
            String rule,
            String field,
            String value,
            String expected) {
        if (!holds) {
            report.leaveOut(new RowFault(record.position(), rule, field, value, expected));
        }
        return holds;
    }

    private Optional<Reading> valid(FleetRecord record, Reading reading) {
        Optional<RuleViolation> violation = suite.violation(reading);
        violation.ifPresent(
                found ->
                        report.leaveOut(
                                new RowFault(
                                        record.position(),
                                        found.rule().name(),
                                        found.rule().expectation().field(),
                                        found.observed(),
                                        found.expected())));
        return violation.isEmpty() ? Optional.of(reading) : Optional.empty();
    }

    private static RowFault fault(FleetRecord record, QualityRecord rejection) {
        return new RowFault(
                record.position(),
                rejection.rule(),
                rejection.field(),
                rejection.observed(),
                rejection.expected());
    }
}
