package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.MineSite;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** A mine in a form that travels with a Flink function to where it runs. */
final class SiteJson implements Serializable {

    private static final long serialVersionUID = 1;

    private final byte[] json;

    SiteJson(MineSite site) {
        this.json = MineJson.toBytes(site);
    }

    MineSite read() {
        try {
            return MineJson.fromBytes(json, MineSite.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the mine cannot be read back", e);
        }
    }
}
