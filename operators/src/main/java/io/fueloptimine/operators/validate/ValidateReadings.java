package io.fueloptimine.operators.validate;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.operators.decode.Decoded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Holds readings against a suite of declared rules. A reading that breaks a rejecting rule leaves
 * on {@link #REJECTED} with the first such rule's name and its bytes; every other one goes on,
 * bearing the names of the flagging rules it broke, each of them also told on {@link #FLAGGED}.
 *
 * <p>The sites' clocks are kept in memory only: after a restart the clock's rules hold nobody
 * against anything until three machines of the site have spoken.
 *
 * <p>Metrics: {@code valid}, {@code flagged}, {@code rejected}, and {@code rule.<name>.broken}.
 */
public final class ValidateReadings extends ProcessFunction<Decoded, Reading> {

    /** Readings that broke a rejecting rule, with their bytes. */
    public static final OutputTag<QualityRecord> REJECTED =
            new OutputTag<>("rejected") {
                private static final long serialVersionUID = 1L;
            };

    /** One record for each flagging rule that a valid reading broke. */
    public static final OutputTag<QualityRecord> FLAGGED =
            new OutputTag<>("flagged") {
                private static final long serialVersionUID = 1L;
            };

    private static final long serialVersionUID = 1L;

    private final ValidationSuite suite;

    private transient Map<ReadingStream, List<RuleCheck>> checks;
    private transient SiteClocks clocks;
    private transient Map<String, Counter> broken;
    private transient Counter valid;
    private transient Counter flagged;
    private transient Counter rejected;

    public ValidateReadings(ValidationSuite suite) {
        this.suite = suite;
    }

    @Override
    public void open(OpenContext context) {
        checks = new EnumMap<>(ReadingStream.class);
        for (ReadingStream stream : ReadingStream.values()) {
            checks.put(stream, suite.checksOf(stream));
        }
        clocks = new SiteClocks();
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        valid = metrics.counter("valid");
        flagged = metrics.counter("flagged");
        rejected = metrics.counter("rejected");
        broken = new HashMap<>();
        for (Rule rule : suite.rules()) {
            broken.put(rule.name(), metrics.addGroup("rule", rule.name()).counter("broken"));
        }
    }

    @Override
    public void processElement(Decoded decoded, Context context, Collector<Reading> out) {
        Reading reading = decoded.reading();
        double aheadS = clocks.aheadSeconds(reading);
        List<QualityRecord> flags = null;
        for (RuleCheck check : checks.get(reading.stream())) {
            String breach = check.breach(reading, aheadS);
            if (breach == null) {
                continue;
            }
            broken.get(check.rule().name()).inc();
            if (check.rule().action() == RuleAction.REJECT) {
                rejected.inc();
                context.output(REJECTED, record(decoded, check, breach, QualityVerdict.REJECTED));
                return;
            }
            flags = flags == null ? new ArrayList<>() : flags;
            flags.add(record(decoded, check, breach, QualityVerdict.FLAGGED));
        }
        valid.inc();
        out.collect(flags == null ? reading : tellFlags(reading, flags, context));
    }

    private Reading tellFlags(Reading reading, List<QualityRecord> flags, Context context) {
        flagged.inc();
        flags.forEach(flag -> context.output(FLAGGED, flag));
        return reading.withFlags(flags.stream().map(QualityRecord::rule).toList());
    }

    private static QualityRecord record(
            Decoded decoded, RuleCheck check, String breach, QualityVerdict verdict) {
        Reading reading = decoded.reading();
        Rule rule = check.rule();
        return new QualityRecord(
                reading.id() + "/" + rule.name(),
                verdict,
                rule.name(),
                rule.severity(),
                rule.column() == null ? "time" : rule.column(),
                breach,
                check.expected(),
                decoded.topic(),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                verdict == QualityVerdict.REJECTED ? decoded.payload() : null);
    }
}
