package io.fueloptimine.jobs.gateway;

/**
 * How long a client may take; the JDK's server knows these as system properties only, and reads
 * them once, when its first server is made.
 */
final class ServerTimes {

    /** The longest a client may take to read its answer, the broker's time included. */
    static final int LONGEST_ANSWER_S = 60;

    private static final int LONGEST_REQUEST_S = 30;

    private ServerTimes() {}

    /** Cuts off whoever sends or reads more slowly, unless the JVM was told other times. */
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
