package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.site.Material;

/**
 * The faces and dumps to which trucks may still be sent. A comparison of policies closes a face or
 * a dump when the tonnes of its shift are met.
 */
public interface OpenWork {

    /** Every face and every dump is open. */
    OpenWork ALL =
            new OpenWork() {
                @Override
                public boolean open(String faceId) {
                    return true;
                }

                @Override
                public boolean open(String dumpId, Material material) {
                    return true;
                }

                @Override
                public boolean measured() {
                    return false;
                }
            };

    /** Whether trucks may be sent to a face. */
    boolean open(String faceId);

    /** Whether trucks may be sent to a dump with a material. */
    boolean open(String dumpId, Material material);

    /**
     * Whether the tonnes at faces and dumps are measured. If not, the payloads that trucks report
     * show when the tonnes of a face are met.
     */
    default boolean measured() {
        return true;
    }
}
