package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects the dead letters that meet all given conditions; a condition that is null is ignored.
 *
 * @param verdict the verdict of the dead letter
 * @param rule the name of the violated rule
 * @param machineId the id of the machine
 * @param stream the stream of the message, which is the last level of the topic
 * @param topic a text that the topic contains
 * @param since the earliest time of receipt, inclusive
 * @param until the latest time of receipt, exclusive
 * @param neverReplayed whether to exclude dead letters that were sent again
 */
public record DeadLetterFilter(
        QualityVerdict verdict,
        String rule,
        String machineId,
        ReadingStream stream,
        String topic,
        Instant since,
        Instant until,
        boolean neverReplayed) {

    /**
     * Whether the filter has no conditions other than {@code verdict} and {@code neverReplayed}.
     */
    public boolean isOpen() {
        return rule == null
                && machineId == null
                && stream == null
                && topic == null
                && since == null
                && until == null;
    }

    /** A copy of this filter with another verdict. */
    public DeadLetterFilter withVerdict(QualityVerdict other) {
        return new DeadLetterFilter(
                other, rule, machineId, stream, topic, since, until, neverReplayed);
    }

    /**
     * The filter as an SQL condition for H2 and SQL Server. The values of its parameters are {@link
     * #parameters}.
     *
     * @param ruleColumn the name of the column of the rule, in the quotes of the database
     */
    String condition(String ruleColumn) {
        List<String> terms = new ArrayList<>(List.of("1 = 1"));
        add(terms, verdict, "verdict = ?");
        add(terms, rule, ruleColumn + " = ?");
        add(terms, machineId, "machine_id = ?");
        add(terms, stream, "topic LIKE ?");
        add(terms, topic, "CHARINDEX(?, topic) > 0");
        add(terms, since, "received_at >= ?");
        add(terms, until, "received_at < ?");
        if (neverReplayed) {
            terms.add("replayed_at IS NULL");
        }
        return String.join(" AND ", terms);
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        add(parameters, verdict, verdict == null ? null : verdict.name());
        add(parameters, rule, rule);
        add(parameters, machineId, machineId);
        add(parameters, stream, stream == null ? null : "%/" + stream.topicName());
        add(parameters, topic, topic);
        add(parameters, since, since == null ? null : utc(since));
        add(parameters, until, until == null ? null : utc(until));
        return parameters;
    }

    private static <T> void add(List<T> list, Object condition, T entry) {
        if (condition != null) {
            list.add(entry);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
