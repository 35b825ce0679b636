package io.fueloptimine.jobs.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The config.xml that HiveMQ reads: written at each start, so that the options always hold. */
final class BrokerConfig {

    private BrokerConfig() {}

    /**
     * Writes config.xml.
     *
     * <p>Sessions and messages never expire by the broker's doing: a mine that is cut off for days
     * must find them again. Full queues discard the newest message, because the oldest ones may
     * already be on their way to a reader.
     */
    static void write(Path folder, int port, BrokerSettings settings) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.xml"), xml(port, settings));
    }

    private static String xml(int port, BrokerSettings settings) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <hivemq>
                    <listeners>
                        <tcp-listener>
                            <port>%d</port>
                            <bind-address>%s</bind-address>
                        </tcp-listener>
                    </listeners>
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
                .formatted(port, escaped(settings.bindAddress()), settings.maxQueuedMessages());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
