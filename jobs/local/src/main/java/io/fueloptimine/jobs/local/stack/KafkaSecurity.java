package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of a Kafka node that requires TLS and a password of clients and of its own
 * connections, and that permits each principal its topics only.
 */
final class KafkaSecurity {

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private KafkaSecurity() {}

    /**
     * The settings, which replace those of a node without security.
     *
     * @throws StackException if a password cannot be read
     */
    static Map<String, Object> settings(StackSecurity security, int port, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                "listeners",
                "SASL_SSL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "SASL_SSL://127.0.0.1:" + port);
        // The controller's listener accepts changes of topics and permissions, too.
        settings.put("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:SASL_SSL");
        settings.put("inter.broker.listener.name", "SASL_SSL");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("sasl.enabled.mechanisms", List.of("PLAIN"));
        settings.put("listener.name.sasl_ssl.plain.sasl.jaas.config", login(security));
        settings.put("listener.name.controller.plain.sasl.jaas.config", ownLogin(security));
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", security.serverKeys().toString());
        settings.put("ssl.keystore.password", secret(security.serverKeysPassword()));
        settings.put("ssl.key.password", secret(security.serverKeysPassword()));
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", security.authority().toString());
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:" + KafkaPrincipals.ADMINISTRATOR);
        return settings;
    }

    /** Every principal, for the listener of clients. */
    private static String login(StackSecurity security) {
        StringBuilder login = new StringBuilder(start(security));
        for (String name : KafkaPrincipals.names()) {
            login.append(user(security, name));
        }
        return login.append(";").toString();
    }

    /** The server alone, for the listener of the controller. */
    private static String ownLogin(StackSecurity security) {
        return start(security) + user(security, KafkaPrincipals.ADMINISTRATOR) + ";";
    }

    /** With the name and password with which the server connects to itself. */
    private static String start(StackSecurity security) {
        String name = KafkaPrincipals.ADMINISTRATOR;
        return LOGIN
                + " username=\""
                + name
                + "\" password=\""
                + secret(security.kafkaPassword(name))
                + "\"";
    }

    private static String user(StackSecurity security, String name) {
        return " user_" + name + "=\"" + secret(security.kafkaPassword(name)) + "\"";
    }

    private static String secret(Path file) {
        try {
            return GeneratedPassword.in(file);
        } catch (IOException e) {
            throw new StackException("Kafka cannot start: " + e.getMessage(), e);
        }
    }
}
