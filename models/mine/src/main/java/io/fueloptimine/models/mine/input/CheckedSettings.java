package io.fueloptimine.models.mine.input;

import java.util.List;

/**
 * A settings record whose values must be consistent with each other, in addition to the valid range
 * of each {@link Setting}.
 */
public interface CheckedSettings {

    /**
     * One sentence for each pair of inconsistent settings; empty if all settings are consistent.
     */
    List<String> faults();
}
