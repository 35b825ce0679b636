package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.models.mine.input.PrintableText;
import java.net.URI;

/**
 * Thrown when a page cannot be fetched. The message names the address without its query, because a
 * query may contain a secret.
 */
final class PageUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    PageUnavailableException(URI address, String found) {
        super(shown(address) + " " + PrintableText.of(found), null, false, false);
    }

    /** The address without user and query. */
    static String shown(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return PrintableText.of(
                address.getHost() == null
                        ? String.valueOf(address.getPath())
                        : address.getScheme()
                                + "://"
                                + address.getHost()
                                + port
                                + address.getPath());
    }
}
