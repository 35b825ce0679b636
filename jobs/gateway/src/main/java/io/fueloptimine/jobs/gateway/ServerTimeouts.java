package io.fueloptimine.jobs.gateway;

/**
 * The timeouts for clients. The JDK's HTTP server reads them from system properties, once, when the
 * first server of the JVM is created.
 */
final class ServerTimeouts {

    /** The longest time to process a request, including the acknowledgements of the broker. */
    static final int LONGEST_ANSWER_S = 60;

    private static final int LONGEST_REQUEST_S = 30;

    private ServerTimeouts() {}

    /** Sets the timeouts unless the JVM was started with others. */
    static void apply() {
        setIfAbsent("sun.net.httpserver.maxReqTime", LONGEST_REQUEST_S);
        setIfAbsent("sun.net.httpserver.maxRspTime", LONGEST_ANSWER_S + LONGEST_REQUEST_S);
    }

    private static void setIfAbsent(String property, int seconds) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(seconds));
        }
    }
}
