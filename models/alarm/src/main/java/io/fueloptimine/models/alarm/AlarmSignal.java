package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A statement that the condition of an alarm is present or gone on one machine or site. Detectors
 * of job alarms and other jobs make such statements. Detectors may repeat a signal; the operator
 * {@code RaiseAndClearAlarms} combines the signals of a machine and alarm type to one alarm.
 *
 * @param site the mine
 * @param machineId the machine; null when the signal concerns the whole site
 * @param type the alarm
 * @param severity the severity
 * @param at event time (UTC)
 * @param present true when the condition is present, false when it is gone
 * @param message a short text in English
 * @param evidence the measured values that led to the signal, with units in their names; the
 *     alarm's texts contain them
 * @param words the words of the alarm's texts, such as the name of a sensor
 * @param variant which texts the alarm has, see {@link
 *     io.fueloptimine.models.alarm.text.AlarmTexts}; null for the texts of its type
 * @param causeId distinguishes alarms of one machine and type with different causes, such as a
 *     road; null when a machine has one alarm of the type at a time
 * @param grouped whether the condition belongs to an alarm of the site ({@link
 *     io.fueloptimine.models.alarm.flood.FloodControl}), which suppresses the machine's own alarm
 */
public record AlarmSignal(
        String site,
        String machineId,
        AlertType type,
        Severity severity,
        Instant at,
        boolean present,
        String message,
        Map<String, Double> evidence,
        Map<String, String> words,
        String variant,
        String causeId,
        boolean grouped)
        implements MachineRecord {

    /** Creates a signal whose alarm has the texts of its type, without words. */
    public AlarmSignal(
            String site,
            String machineId,
            AlertType type,
            Severity severity,
            Instant at,
            boolean present,
            String message,
            Map<String, Double> evidence) {
        this(
                site, machineId, type, severity, at, present, message, evidence, Map.of(), null,
                null, false);
    }

    /** A copy whose alarm has the texts of a variant, with the given words. */
    public AlarmSignal withText(String newVariant, Map<String, String> newWords) {
        return new AlarmSignal(
                site,
                machineId,
                type,
                severity,
                at,
                present,
                message,
                evidence,
                newWords,
                newVariant,
                causeId,
                grouped);
    }

    /** A copy with other evidence. */
    public AlarmSignal withEvidence(Map<String, Double> newEvidence) {
        return new AlarmSignal(
                site,
                machineId,
                type,
                severity,
                at,
                present,
                message,
                newEvidence,
                words,
                variant,
                causeId,
                grouped);
    }

    /** A copy with further words. */
    public AlarmSignal withWords(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(words);
        all.putAll(more);
        return withText(variant, all);
    }

    /** A copy of another cause, so that its alarm is one of its own. */
    public AlarmSignal ofCause(String newCauseId) {
        return new AlarmSignal(
                site,
                machineId,
                type,
                severity,
                at,
                present,
                message,
                evidence,
                words,
                variant,
                newCauseId,
                grouped);
    }

    /** A copy of another time that belongs to an alarm of the site, or does not any more. */
    public AlarmSignal withGrouped(boolean isGrouped, Instant newAt) {
        return new AlarmSignal(
                site, machineId, type, severity, newAt, present, message, evidence, words, variant,
                causeId, isGrouped);
    }

    public static AlarmSignal present(
            MachineMinute minute,
            AlertType type,
            Severity severity,
            String message,
            Map<String, Double> evidence) {
        return new AlarmSignal(
                minute.site(),
                minute.machineId(),
                type,
                severity,
                minute.end(),
                true,
                message,
                evidence);
    }

    public static AlarmSignal gone(MachineMinute minute, AlertType type, String message) {
        return new AlarmSignal(
                minute.site(),
                minute.machineId(),
                type,
                Severity.INFO,
                minute.end(),
                false,
                message,
                Map.of());
    }

    /** Creates a signal from one that another job has reported. */
    public static AlarmSignal of(ReportedSignal reported) {
        return new AlarmSignal(
                reported.site(),
                reported.machineId(),
                reported.type(),
                reported.severity(),
                reported.at(),
                reported.active(),
                reported.cause(),
                reported.evidence());
    }

    /**
     * Whether the signal takes effect when it arrives, because its time is no event time of
     * readings: signals of other jobs, and notes.
     */
    public boolean appliesAtOnce() {
        return type.isReported() || type == AlertType.NOTE;
    }

    /** Distinguishes the alarms of one machine or site: the type, and the cause if there is one. */
    public String alarmKey() {
        return causeId == null ? type.name() : type + ":" + causeId;
    }

    /**
     * The id of the alarm that this signal raises. The cause of a note is its time, which each id
     * contains anyway.
     */
    public String alertId() {
        String kind = type == AlertType.NOTE ? type.name() : alarmKey();
        return kind + "/" + machineKey() + "/" + at.toEpochMilli();
    }

    /**
     * The text form of the machine's key, or the name of the site when the signal concerns the
     * whole site.
     */
    @Override
    public String machineKey() {
        return MachineKey.ofMachineOrSite(site, machineId);
    }
}
