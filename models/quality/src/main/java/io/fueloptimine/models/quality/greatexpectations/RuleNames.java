package io.fueloptimine.models.quality.greatexpectations;

import java.util.HashSet;
import java.util.Set;

/** Creates unique names for imported rules from the column and the expectation. */
final class RuleNames {

    private final Set<String> used = new HashSet<>();

    String name(String column, String type) {
        String expected =
                type.replaceFirst("^expect_(column_(pair_)?|table_)?", "")
                        .replace("_to_be_", "_")
                        .replace("_to_", "_")
                        .replace('_', '-');
        String name = column.isEmpty() ? expected : column + "-" + expected;
        String unique = name;
        for (int i = 2; !used.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }
}
