package io.fueloptimine.jobs.gateway.aemp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of the next page. Only path and query of a link are used: scheme, host and port
 * remain those of the first page, so that a link cannot send the credentials elsewhere or without
 * TLS.
 */
final class NextPage {

    private static final String FLEET = "/fleet/";

    private NextPage() {}

    /**
     * The address that a link leads to.
     *
     * @return empty when the link is no address, or leads to another host
     */
    static Optional<URI> of(URI page, String link) {
        try {
            URI target = new URI(link.strip());
            boolean foreign =
                    target.getHost() != null && !target.getHost().equalsIgnoreCase(page.getHost());
            boolean other =
                    target.getScheme() != null
                            && !target.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
            if (foreign || other || target.isOpaque() || page.getHost() == null) {
                return Optional.empty();
            }
            URI resolved = page.resolve(relative(page, target));
            return Optional.of(
                    new URI(page.getScheme() + "://" + page.getRawAuthority() + pathOf(resolved)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Links such as {@code /Fleet/2} are relative to the root of the interface, which need not be
     * that of the host.
     */
    private static URI relative(URI page, URI target) throws URISyntaxException {
        String path = page.getRawPath();
        int fleet = path.toLowerCase(Locale.ROOT).lastIndexOf(FLEET);
        boolean toRoot =
                target.getHost() == null
                        && target.getRawPath().toLowerCase(Locale.ROOT).startsWith(FLEET);
        return toRoot && fleet > 0
                ? new URI(path.substring(0, fleet) + pathOf(target))
                : new URI(pathOf(target));
    }

    private static String pathOf(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return address.getRawPath() + query;
    }
}
