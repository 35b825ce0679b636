package io.fueloptimine.jobs.gateway.aemp;

import java.net.URI;

/** Fetches pages of a snapshot. */
interface PageSource {

    /**
     * The bytes of a page.
     *
     * @throws PageUnavailableException when the page could not be fetched, after all attempts
     */
    byte[] page(URI address) throws PageUnavailableException, InterruptedException;
}
