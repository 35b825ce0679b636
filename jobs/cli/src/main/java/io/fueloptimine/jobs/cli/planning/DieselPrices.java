package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.models.dispatch.scenario.DieselPrice;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Reads the option {@code --diesel-price}. */
final class DieselPrices {

    private DieselPrices() {}

    /**
     * The price.
     *
     * @param text the value of the option
     * @throws picocli.CommandLine.ParameterException when the text is not a price
     */
    static DieselPrice of(CommandSpec spec, String text) {
        Optional<DieselPrice> price = DieselPrice.parse(text);
        Require.that(spec, price.isPresent(), "--diesel-price", text, DieselPrice.EXPECTED);
        return price.orElseThrow();
    }
}
