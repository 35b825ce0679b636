package io.fueloptimine.models.mine;

import java.util.List;

/** Settings that must fit together, in addition to the range that each {@link Setting} has. */
public interface CheckedSettings {

    /** One sentence for each pair of settings that do not fit together; empty if all do. */
    List<String> faults();
}
