package io.fueloptimine.jobs.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The config.xml that HiveMQ reads: written at each start, so that the options always hold. */
final class BrokerConfig {

    private BrokerConfig() {}

    /**
     * Writes config.xml.
     *
     * <p>Sessions and messages never expire by the broker's doing: a mine that is cut off for days
     * must find them again. Full queues discard the newest message, because the oldest ones may
     * already be on their way to a reader.
     *
     * <p>HiveMQ wants the stores' passwords in this file. What stands there are placeholders, which
     * it fills in from this JVM's properties as it reads: no secret is written.
     *
     * @param tls the encrypted listener, on the port that it got
     */
    static void write(Path folder, int port, BrokerSettings settings, Optional<BrokerTls> tls)
            throws IOException {
        Files.createDirectories(folder);
        String encrypted = tls.isPresent() ? tlsListener(tls.get()) : "";
        Files.writeString(folder.resolve("config.xml"), xml(port, settings, encrypted));
    }

    private static String tlsListener(BrokerTls tls) throws IOException {
        String keyPassword = placeholder("key", tls.keys());
        String trust = tls.trust().isPresent() ? trustStore(tls.trust().get()) : "";
        return """
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
               """
                .formatted(
                        tls.port(),
                        escaped(tls.bindAddress()),
                        escaped(tls.keys().file().toString()),
                        keyPassword,
                        keyPassword,
                        trust,
                        tls.clientCertificate());
    }

    private static String trustStore(BrokerTls.Store store) throws IOException {
        return """
                               <truststore>
                                   <path>%s</path>
                                   <password>%s</password>
                               </truststore>
               """
                .formatted(escaped(store.file().toString()), placeholder("trust", store));
    }

    private static String xml(int port, BrokerSettings settings, String encryptedListener) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <hivemq>
                   <listeners>
                       <tcp-listener>
                           <port>%d</port>
                           <bind-address>%s</bind-address>
                       </tcp-listener>
               %s    </listeners>
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
               """
                .formatted(
                        port,
                        escaped(settings.bindAddress()),
                        encryptedListener,
                        settings.maxQueuedMessages());
    }

    /** HiveMQ fills in before it parses, so that the property holds the password as XML text. */
    private static String placeholder(String which, BrokerTls.Store store) throws IOException {
        String property = "fueloptimine.broker." + which + "-store-password";
        System.setProperty(property, escaped(store.password()));
        return "${" + property + "}";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
