package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.AssignmentReply;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.Note;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Refuel;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.Telemetry;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns raw messages into readings: topic to machine and stream, JSON to the stream's record. It
 * answers every message, whatever its bytes, with a reading or with the record of its rejection.
 * Not thread-safe: it remembers topics it has parsed.
 */
public final class MessageDecoder {

    /** A site has some hundred topics; beyond this somebody makes them up. */
    static final int MAX_REMEMBERED_TOPICS = 10_000;

    private final Map<String, MessageTopic> topics = new HashMap<>();

    /** Decodes one message; never throws. */
    public DecodeResult decode(RawMessage message) {
        MessageTopic topic = null;
        try {
            topic = topicOf(message);
            return new DecodeResult.Readable(readingOf(message, topic));
        } catch (FieldFault fault) {
            return new DecodeResult.Unreadable(DecodeRejection.of(message, topic, fault));
        } catch (RuntimeException unforeseen) {
            // A parser's fault must cost one message, not the job.
            FieldFault fault = new FieldFault(null, unforeseen.toString(), "a readable message");
            return new DecodeResult.Unreadable(DecodeRejection.of(message, topic, fault));
        }
    }

    /**
     * The names of all fields that a stream's messages may have, those in other units included, in
     * the order of the schema.
     */
    public static Set<String> fieldsOf(ReadingStream stream) {
        return Collections.unmodifiableSet(StreamSchemas.of(stream).fields().keySet());
    }

    int rememberedTopics() {
        return topics.size();
    }

    private MessageTopic topicOf(RawMessage message) throws FieldFault {
        MessageTopic known = topics.get(message.topic());
        if (known != null) {
            return known;
        }
        MessageTopic parsed = MessageTopic.parse(message.topic());
        if (topics.size() >= MAX_REMEMBERED_TOPICS) {
            topics.clear();
        }
        topics.put(message.topic(), parsed);
        return parsed;
    }

    private static Reading readingOf(RawMessage message, MessageTopic topic) throws FieldFault {
        byte[] json = message.payload();
        if (json == null || json.length == 0) {
            throw new FieldFault(null, "an empty message", "one JSON object");
        }
        if (json.length > MessageBody.MAX_BYTES) {
            throw new FieldFault(
                    null, json.length + " bytes", "at most " + MessageBody.MAX_BYTES + " bytes");
        }
        return switch (topic.stream()) {
            case TELEMETRY -> telemetry(message, topic);
            case STATE -> state(message, topic);
            case REFUEL -> refuel(message, topic);
            case NOTE -> note(message, topic);
            case REPLY -> reply(message, topic);
            case CYCLE -> cycle(message, topic);
        };
    }

    private static Reading telemetry(RawMessage message, MessageTopic topic) throws FieldFault {
        MessageBody<Telemetry> body = MessageBody.parse(message.payload(), StreamSchemas.TELEMETRY);
        return reading(message, topic, body, body.content(), null, null, null, null, null);
    }

    private static Reading state(RawMessage message, MessageTopic topic) throws FieldFault {
        MessageBody<StateChange> body = MessageBody.parse(message.payload(), StreamSchemas.STATE);
        Required.present("state", body.content().state());
        return reading(message, topic, body, null, body.content(), null, null, null, null);
    }

    private static Reading refuel(RawMessage message, MessageTopic topic) throws FieldFault {
        MessageBody<RefuelMessage> body =
                MessageBody.parse(message.payload(), StreamSchemas.REFUEL);
        Refuel refuel = body.content().toRefuel(body.time());
        return reading(message, topic, body, null, null, refuel, null, null, null);
    }

    private static Reading note(RawMessage message, MessageTopic topic) throws FieldFault {
        MessageBody<Note> body = MessageBody.parse(message.payload(), StreamSchemas.NOTE);
        Required.present("text", body.content().text());
        return reading(message, topic, body, null, null, null, body.content(), null, null);
    }

    private static Reading reply(RawMessage message, MessageTopic topic) throws FieldFault {
        MessageBody<ReplyMessage> body = MessageBody.parse(message.payload(), StreamSchemas.REPLY);
        AssignmentReply reply = body.content().toReply();
        return reading(message, topic, body, null, null, null, null, reply, null);
    }

    private static Reading cycle(RawMessage message, MessageTopic topic) throws FieldFault {
        MessageBody<CycleMessage> body = MessageBody.parse(message.payload(), StreamSchemas.CYCLE);
        HaulCycle cycle = body.content().toCycle(topic, body.time());
        return reading(message, topic, body, null, null, null, null, null, cycle);
    }

    private static Reading reading(
            RawMessage message,
            MessageTopic topic,
            MessageBody<?> body,
            Telemetry telemetry,
            StateChange state,
            Refuel refuel,
            Note note,
            AssignmentReply reply,
            HaulCycle cycle) {
        Instant time = body.time();
        return new Reading(
                topic.site(),
                topic.kind(),
                topic.machineId(),
                topic.stream(),
                body.sequence(),
                time,
                message.receivedAt(),
                message.redelivered(),
                message.replayed() ? List.of(Reading.REPLAYED) : List.of(),
                telemetry,
                state,
                refuel,
                note,
                reply,
                cycle,
                body.unknownFields());
    }
}
