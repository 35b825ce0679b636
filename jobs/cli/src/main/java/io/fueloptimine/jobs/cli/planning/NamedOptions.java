package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the constants that the values of an option name. */
final class NamedOptions {

    private NamedOptions() {}

    /**
     * The constant with a name.
     *
     * @throws ParameterException when no constant has this name
     */
    static <E> E one(
            CommandSpec spec, String option, String name, E[] all, Function<E, String> nameOf) {
        List<String> names = Arrays.stream(all).map(nameOf).toList();
        int index = names.indexOf(name.strip());
        Require.that(spec, index >= 0, option, name, "one of " + String.join(", ", names));
        return all[index];
    }

    /**
     * The constants with the given names, each once, in the order of the names.
     *
     * @throws ParameterException when a name is not that of a constant
     */
    static <E> List<E> some(
            CommandSpec spec,
            String option,
            List<String> names,
            E[] all,
            Function<E, String> nameOf) {
        List<E> found = new ArrayList<>();
        for (String name : names) {
            E one = one(spec, option, name, all, nameOf);
            if (!found.contains(one)) {
                found.add(one);
            }
        }
        return found;
    }
}
