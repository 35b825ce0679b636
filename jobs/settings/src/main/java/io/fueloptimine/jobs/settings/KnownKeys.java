package io.fueloptimine.jobs.settings;

import io.fueloptimine.connectors.kafka.KafkaOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/** The keys of all options that a job accepts. */
record KnownKeys(TreeSet<String> keys) {

    @SafeVarargs
    static KnownKeys of(List<ConfigOption<?>>... known) {
        return new KnownKeys(
                Stream.concat(KafkaOptions.ALL.stream(), Arrays.stream(known).flatMap(List::stream))
                        .map(ConfigOption::key)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * Returns a message if the key is unknown; empty otherwise. The message contains the unknown
     * key and the known keys with the same first word. The message does not contain the option's
     * value, because the value may be a password.
     */
    Optional<String> faultIn(String key) {
        if (keys.contains(key) || KafkaOptions.isOption(key)) {
            return Optional.empty();
        }
        String group = key.split("[.-]", 2)[0] + ".";
        TreeSet<String> similar = new TreeSet<>(keys);
        similar.removeIf(known -> !known.startsWith(group));
        TreeSet<String> expected = similar.isEmpty() ? keys : similar;
        return Optional.of(
                "unknown option " + key + ", expected one of " + String.join(", ", expected));
    }
}
