package io.fueloptimine.connectors.mqtt.connection;

import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Tells what about encryption somebody must mend: certificates, and the settings of either side. A
 * handshake that was cut, or took too long, is no such fault.
 */
final class TlsFaults {

    private static final String ALERT = "Received fatal alert: ";
    private static final String NOT_TLS = "not an SSL/TLS record";
    private static final String NOTHING_IN_COMMON = "No appropriate protocol";

    /** Alerts that tell of an accident on the way rather than of a setting. */
    private static final Set<String> ACCIDENTS =
            Set.of("internal_error", "bad_record_mac", "record_overflow", "user_canceled");

    private TlsFaults() {}

    /** What is to be mended, in words; empty if trying again may help. */
    static Optional<String> toMend(Throwable thrown) {
        Throwable cause = thrown;
        // A chain of causes that loops would be the library's fault, not a reason to hang.
        for (int depth = 0; cause != null && depth < 16; depth++) {
            Optional<String> fault = toMendIn(cause);
            if (fault.isPresent()) {
                return fault;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> toMendIn(Throwable cause) {
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
            return Optional.of("the broker's port does not speak TLS");
        }
        boolean nothingInCommon =
                cause instanceof SSLHandshakeException && message.contains(NOTHING_IN_COMMON);
        return nothingInCommon ? Optional.of("no TLS version in common: " + message) : none();
    }

    private static Optional<String> refusal(String alert) {
        return ACCIDENTS.contains(alert)
                ? none()
                : Optional.of(
                        "the broker refused the TLS handshake: "
                                + alert
                                + " (if it asks for a client certificate: is mqtt.tls.key-store"
                                + " given, valid and trusted there?)");
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
