package io.fueloptimine.jobs.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/**
 * Arguments of the form {@code --key value}. Arguments of another form, and keys that occur twice,
 * are reported as faults; Flink's ParameterTool accepts them silently.
 *
 * @param configuration the well-formed pairs
 * @param faults one sentence for each argument of another form and each repeated key
 */
record ArgumentPairs(Configuration configuration, List<String> faults) {

    static ArgumentPairs of(String[] arguments) {
        Map<String, String> pairs = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String key = key(arguments[i]);
            if (key.isEmpty()) {
                faults.add("argument '" + arguments[i] + "', expected --key value");
            } else if (i + 1 == arguments.length || isKey(arguments[i + 1])) {
                faults.add(key + " has no value, expected --" + key + " value");
            } else if (pairs.putIfAbsent(key, arguments[++i]) != null) {
                faults.add(key + " is given twice, expected once");
            }
        }
        return new ArgumentPairs(Configuration.fromMap(pairs), faults);
    }

    private static boolean isKey(String argument) {
        return argument.startsWith("--");
    }

    private static String key(String argument) {
        if (isKey(argument)) {
            return argument.substring(2);
        }
        return argument.matches("-[a-z].*") ? argument.substring(1) : "";
    }
}
