package io.fueloptimine.jobs.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Writes HiveMQ's config.xml from the options, at each start. */
final class BrokerConfig {

    private BrokerConfig() {}

    /**
     * Writes config.xml.
     *
     * <p>Sessions and messages do not expire, because a mine can be without network for days. A
     * full queue discards the newest message, because the oldest messages may be in flight (sent
     * but unacknowledged).
     *
     * <p>HiveMQ expects the passwords of the key stores in this file. To keep passwords off the
     * disk, the file contains placeholders; HiveMQ replaces them by system properties of this JVM.
     *
     * @param tls the TLS listener, whose port must not be 0
     */
    static void write(Path folder, int port, BrokerSettings settings, Optional<BrokerTls> tls)
            throws IOException {
        Files.createDirectories(folder);
        String listener = tls.isPresent() ? tlsListener(tls.get()) : "";
        Files.writeString(folder.resolve("config.xml"), xml(port, settings, listener));
    }

    private static String tlsListener(BrokerTls tls) throws IOException {
        String keyPassword = placeholder("key", tls.keys());
        String trust = tls.trust().isPresent() ? trustStore(tls.trust().get()) : "";
        return String.format(
                Locale.ROOT,
                """
                       <tls-tcp-listener>
                           <port>%d</port>
                           <bind-address>%s</bind-address>
                           <tls>
                               <keystore>
                                   <path>%s</path>
                                   <password>%s</password>
                                   <private-key-password>%s</private-key-password>
                               </keystore>
               %s                <client-authentication-mode>%s</client-authentication-mode>
                           </tls>
                       </tls-tcp-listener>
               """,
                tls.port(),
                escaped(tls.bindAddress()),
                escaped(tls.keys().file().toString()),
                keyPassword,
                keyPassword,
                trust,
                tls.clientCertificate());
    }

    private static String trustStore(BrokerTls.Store store) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                               <truststore>
                                   <path>%s</path>
                                   <password>%s</password>
                               </truststore>
               """,
                escaped(store.file().toString()),
                placeholder("trust", store));
    }

    private static String plainListener(int port, String bindAddress) {
        return String.format(
                Locale.ROOT,
                """
                       <tcp-listener>
                           <port>%d</port>
                           <bind-address>%s</bind-address>
                       </tcp-listener>
               """,
                port,
                escaped(bindAddress));
    }

    private static String xml(int port, BrokerSettings settings, String tlsListener) {
        return String.format(
                Locale.ROOT,
                """
               <?xml version="1.0" encoding="UTF-8"?>
               <hivemq>
                   <listeners>
               %s%s    </listeners>
                   <mqtt>
                       <queued-messages>
                           <max-queue-size>%d</max-queue-size>
                           <strategy>discard</strategy>
                       </queued-messages>
                       <receive-maximum>
                           <server-receive-maximum>1000</server-receive-maximum>
                       </receive-maximum>
                       <packets>
                           <max-packet-size>1048576</max-packet-size>
                       </packets>
                   </mqtt>
                   <anonymous-usage-statistics>
                       <enabled>false</enabled>
                   </anonymous-usage-statistics>
                   <persistence>
                       <mode>file</mode>
                   </persistence>
               </hivemq>
               """,
                settings.access().isPresent() ? "" : plainListener(port, settings.bindAddress()),
                tlsListener,
                settings.maxQueuedMessages());
    }

    /**
     * Sets a system property to the password of a store, and returns the placeholder for the
     * property. The password is escaped for XML, because HiveMQ replaces placeholders before it
     * parses the XML.
     */
    private static String placeholder(String name, BrokerTls.Store store) throws IOException {
        String property = "fueloptimine.broker." + name + "-store-password";
        System.setProperty(property, escaped(store.password()));
        return "${" + property + "}";
    }

    /**
     * Escapes a text for XML, and also the character $, so that HiveMQ does not interpret the text
     * as a placeholder.
     */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "&#36;");
    }
}
