package io.fueloptimine.connectors.mqtt.connection;

import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Recognises TLS faults that can only be corrected by a change of certificates or settings. An
 * interrupted or timed-out handshake is temporary and is not such a fault.
 */
final class TlsFaults {

    private static final String ALERT = "Received fatal alert: ";
    private static final String NOT_TLS = "not an SSL/TLS record";
    private static final String NO_COMMON_VERSION = "No appropriate protocol";

    /** Alerts about transmission errors, which are temporary. */
    private static final Set<String> TEMPORARY_ALERTS =
            Set.of("internal_error", "bad_record_mac", "record_overflow", "user_canceled");

    private TlsFaults() {}

    /** A description of the fault that must be corrected; empty if connecting again can succeed. */
    static Optional<String> fatalFault(Throwable thrown) {
        Throwable cause = thrown;
        // The depth is limited in case the chain of causes has a cycle.
        for (int depth = 0; cause != null && depth < 16; depth++) {
            Optional<String> fault = fatalFaultOf(cause);
            if (fault.isPresent()) {
                return fault;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> fatalFaultOf(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
            return Optional.of("the broker's certificate is not trusted: " + message);
        }
        if (!(cause instanceof SSLException)) {
            return Optional.empty();
        }
        int alert = message.indexOf(ALERT);
        if (alert >= 0) {
            return refusal(message.substring(alert + ALERT.length()));
        }
        if (message.contains(NOT_TLS)) {
            return Optional.of("the broker's port does not use TLS");
        }
        boolean noCommonVersion =
                cause instanceof SSLHandshakeException && message.contains(NO_COMMON_VERSION);
        return noCommonVersion ? Optional.of("no TLS version in common: " + message) : none();
    }

    private static Optional<String> refusal(String alert) {
        return TEMPORARY_ALERTS.contains(alert)
                ? none()
                : Optional.of(
                        "the broker refused the TLS handshake: "
                                + alert
                                + " (if it requires a client certificate: is mqtt.tls.key-store"
                                + " given, valid and trusted there?)");
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
