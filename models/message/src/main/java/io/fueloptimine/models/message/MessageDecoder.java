package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes raw messages to readings. The topic determines machine and stream; the JSON payload
 * contains the values. Every message, whatever its bytes, results in a reading or in the record of
 * its rejection. Not thread-safe, because it caches parsed topics.
 */
public final class MessageDecoder {

    private static final Logger LOG = System.getLogger(MessageDecoder.class.getName());

    /**
     * The largest number of cached topics. A site has some hundreds of topics; more topics mean
     * that a sender uses invalid machine names.
     */
    static final int MAX_CACHED_TOPICS = 10_000;

    private final Map<String, MessageTopic> topics = new HashMap<>();

    /** Decodes one message; never throws. */
    public DecodeResult decode(RawMessage message) {
        MessageTopic topic = null;
        try {
            topic = topicOf(message);
            return new DecodeResult.Readable(readingOf(message, topic));
        } catch (InvalidFieldException fault) {
            return new DecodeResult.Unreadable(DecodeRejection.of(message, topic, fault));
        } catch (RuntimeException unexpected) {
            // A defect in the parser must reject one message, not stop the job.
            String found = "a message on which the decoder failed";
            LOG.log(Level.ERROR, found + ", topic " + message.topic(), unexpected);
            InvalidFieldException fault =
                    new InvalidFieldException(null, found, "a readable message");
            return new DecodeResult.Unreadable(DecodeRejection.of(message, topic, fault));
        }
    }

    /**
     * The names of all fields that a stream's messages may have, including those in other units, in
     * the order of the schema.
     */
    public static Set<String> fieldsOf(ReadingStream stream) {
        return Collections.unmodifiableSet(StreamSchemas.of(stream).fields().keySet());
    }

    /** The reason why every message on a topic is rejected; empty if the topic is valid. */
    public static Optional<String> topicFault(String topic) {
        try {
            MessageTopic.parse(topic);
            return Optional.empty();
        } catch (InvalidFieldException fault) {
            return Optional.of(
                    "topic has '"
                            + PrintableText.of(fault.observed())
                            + "', expected "
                            + fault.expected());
        }
    }

    int cachedTopics() {
        return topics.size();
    }

    private MessageTopic topicOf(RawMessage message) throws InvalidFieldException {
        MessageTopic known = topics.get(message.topic());
        if (known != null) {
            return known;
        }
        MessageTopic parsed = MessageTopic.parse(message.topic());
        if (topics.size() >= MAX_CACHED_TOPICS) {
            topics.clear();
        }
        topics.put(message.topic(), parsed);
        return parsed;
    }

    private static Reading readingOf(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
        byte[] json = message.payload();
        if (json == null || json.length == 0) {
            throw new InvalidFieldException(null, "an empty message", "one JSON object");
        }
        if (json.length > MessageBody.MAX_BYTES) {
            throw new InvalidFieldException(
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

    private static Reading telemetry(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
        MessageBody<Telemetry> body = MessageBody.parse(message.payload(), StreamSchemas.TELEMETRY);
        return reading(message, topic, body, body.content(), null, null, null, null, null);
    }

    private static Reading state(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
        MessageBody<StateChange> body = MessageBody.parse(message.payload(), StreamSchemas.STATE);
        RequiredField.check("state", body.content().state());
        return reading(message, topic, body, null, body.content(), null, null, null, null);
    }

    private static Reading refuel(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
        MessageBody<RefuelMessage> body =
                MessageBody.parse(message.payload(), StreamSchemas.REFUEL);
        Refuel refuel = body.content().toRefuel(body.time());
        return reading(message, topic, body, null, null, refuel, null, null, null);
    }

    private static Reading note(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
        MessageBody<Note> body = MessageBody.parse(message.payload(), StreamSchemas.NOTE);
        RequiredField.check("text", body.content().text());
        return reading(message, topic, body, null, null, null, body.content(), null, null);
    }

    private static Reading reply(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
        MessageBody<ReplyMessage> body = MessageBody.parse(message.payload(), StreamSchemas.REPLY);
        AssignmentReply reply = body.content().toReply(topic);
        return reading(message, topic, body, null, null, null, null, reply, null);
    }

    private static Reading cycle(RawMessage message, MessageTopic topic)
            throws InvalidFieldException {
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
