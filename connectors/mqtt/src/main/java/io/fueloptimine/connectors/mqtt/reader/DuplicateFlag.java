package io.fueloptimine.connectors.mqtt.reader;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads MQTT's DUP flag, which the client library receives but does not expose.
 *
 * <p>The class reads three private fields of the library by reflection. If a version of the library
 * lacks these fields, a test fails, and every message counts as a first delivery. The flag is for
 * information only: duplicates are recognised by their sequence numbers.
 */
final class DuplicateFlag {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFlag.class);
    private static final String INTERNAL = "com.hivemq.client.internal.mqtt.";
    private static final DuplicateFlag INSTANCE = find();

    private final Field confirmable;
    private final Field publishWithFlows;
    private final Field statefulPublish;
    private final Method isDup;

    private DuplicateFlag() throws ReflectiveOperationException {
        String incoming = INTERNAL + "handler.publish.incoming.";
        confirmable = field(INTERNAL + "message.publish.MqttPublish", "confirmable");
        publishWithFlows = field(incoming + "MqttIncomingPublishConfirmable", "publishWithFlows");
        statefulPublish = field(incoming + "MqttStatefulPublishWithFlows", "publish");
        isDup = Class.forName(INTERNAL + "message.publish.MqttStatefulPublish").getMethod("isDup");
    }

    /** Whether the broker marked the message as delivered before. */
    static boolean of(Mqtt5Publish publish) {
        return INSTANCE != null && INSTANCE.read(publish);
    }

    static boolean isReadable() {
        return INSTANCE != null;
    }

    private boolean read(Mqtt5Publish publish) {
        try {
            Object confirmation = confirmable.get(publish);
            if (!publishWithFlows.getDeclaringClass().isInstance(confirmation)) {
                return false;
            }
            Object stateful = statefulPublish.get(publishWithFlows.get(confirmation));
            return (boolean) isDup.invoke(stateful);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static DuplicateFlag find() {
        try {
            return new DuplicateFlag();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("The DUP flag cannot be read from this version of the MQTT client", e);
            return null;
        }
    }

    private static Field field(String className, String name) throws ReflectiveOperationException {
        Field field = Class.forName(className).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
