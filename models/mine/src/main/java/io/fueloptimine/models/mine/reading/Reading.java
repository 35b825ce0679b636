package io.fueloptimine.models.mine.reading;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One decoded message of one machine. Of the content fields from {@code telemetry} to {@code
 * cycle}, only the one that corresponds to {@code stream} is set; the others are null.
 *
 * @param site the mine's name, the first topic level
 * @param kind the kind of machine that sent the message
 * @param machineId the machine's id, unique within the site
 * @param stream the stream to which the message belongs
 * @param sequence the sender's sequence number within machine and stream, from 0; -1 if the sender
 *     sends none
 * @param time when the content was measured (UTC)
 * @param receivedAt when job ingest received the message (UTC)
 * @param redelivered whether the broker marked the message as a repeat
 * @param flags names of the validation rules that flagged the reading without rejecting it, and
 *     {@link #REPLAYED}; empty, never null
 * @param telemetry sensor values, else null
 * @param state a change of production state, else null
 * @param refuel a refuelling, else null
 * @param note free text, else null
 * @param reply an answer to an assignment, else null
 * @param cycle a complete haul cycle, else null
 * @param unknownFields the fields that are not in the stream's schema, as the text of one JSON
 *     object in the sender's order; null when there were none
 */
public record Reading(
        String site,
        EquipmentKind kind,
        String machineId,
        ReadingStream stream,
        long sequence,
        Instant time,
        Instant receivedAt,
        boolean redelivered,
        List<String> flags,
        Telemetry telemetry,
        StateChange state,
        Refuel refuel,
        Note note,
        AssignmentReply reply,
        HaulCycle cycle,
        String unknownFields)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(Reading.class);

    public Reading {
        CHECK.name("site", site)
                .name("machineId", machineId)
                .required("kind", kind)
                .required("stream", stream)
                .required("time", time)
                .required("flags", flags)
                .required(
                        stream.topicName(),
                        payload(stream, telemetry, state, refuel, note, reply, cycle));
    }

    /** The flag of a reading whose message was rejected before and was sent again. */
    public static final String REPLAYED = "replayed";

    private static Object payload(
            ReadingStream stream,
            Telemetry telemetry,
            StateChange state,
            Refuel refuel,
            Note note,
            AssignmentReply reply,
            HaulCycle cycle) {
        return switch (stream) {
            case TELEMETRY -> telemetry;
            case STATE -> state;
            case NOTE -> note;
            case REFUEL -> refuel;
            case REPLY -> reply;
            case CYCLE -> cycle;
        };
    }

    /** Creates a reading without unknown fields. */
    public Reading(
            String site,
            EquipmentKind kind,
            String machineId,
            ReadingStream stream,
            long sequence,
            Instant time,
            Instant receivedAt,
            boolean redelivered,
            List<String> flags,
            Telemetry telemetry,
            StateChange state,
            Refuel refuel,
            Note note,
            AssignmentReply reply,
            HaulCycle cycle) {
        this(
                site,
                kind,
                machineId,
                stream,
                sequence,
                time,
                receivedAt,
                redelivered,
                flags,
                telemetry,
                state,
                refuel,
                note,
                reply,
                cycle,
                null);
    }

    /**
     * The id of this reading; a repeat of the reading has the same id. It consists of machine,
     * stream, sequence number (or a digest of the content if there is none) and time. The time is
     * included because a sender may restart its sequence at 0.
     */
    public String id() {
        String number = sequence >= 0 ? Long.toString(sequence) : Integer.toHexString(digest());
        return machineKey() + "/" + stream.topicName() + "/" + number + "@" + time.toEpochMilli();
    }

    /**
     * A digest of the content, independent of delivery; never 0. Different contents have the same
     * digest with a probability of one in four billion.
     */
    public int digest() {
        CRC32 crc = new CRC32();
        crc.update(
                MineJson.toBytes(
                        new Reading(
                                site,
                                kind,
                                machineId,
                                stream,
                                sequence,
                                time,
                                time,
                                false,
                                List.of(),
                                telemetry,
                                state,
                                refuel,
                                note,
                                reply,
                                cycle,
                                unknownFields)));
        return crc.getValue() == 0 ? 1 : (int) crc.getValue();
    }

    /** A copy with other flags. */
    public Reading withFlags(List<String> newFlags) {
        return new Reading(
                site,
                kind,
                machineId,
                stream,
                sequence,
                time,
                receivedAt,
                redelivered,
                newFlags,
                telemetry,
                state,
                refuel,
                note,
                reply,
                cycle,
                unknownFields);
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
