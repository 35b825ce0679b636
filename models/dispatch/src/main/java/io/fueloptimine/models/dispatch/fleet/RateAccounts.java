package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The accounts of all highest rates that people require at present. Immutable.
 *
 * @param accounts one for each rate
 */
public record RateAccounts(List<RateAccount> accounts) {

    /** No rates. */
    static RateAccounts none() {
        return new RateAccounts(List.of());
    }

    /**
     * The accounts of the rates that apply now. An account goes on while its rate is the same; a
     * new rate begins without tonnes.
     */
    RateAccounts with(List<RateTarget> rates, Instant at) {
        List<RateAccount> kept = new ArrayList<>();
        for (RateTarget rate : rates) {
            if (rate.maxTph() != null && rate.faults().isEmpty()) {
                kept.add(
                        accounts.stream()
                                .filter(account -> account.isFor(rate))
                                .findFirst()
                                .orElseGet(() -> RateAccount.begun(rate, at)));
            }
        }
        return new RateAccounts(kept);
    }

    /** The accounts after a truck was loaded. */
    RateAccounts loaded(String faceId, Material material, double tonnes, Instant at) {
        return moved(rate -> rate.countsLoad(faceId, material), tonnes, at);
    }

    /** The accounts after a truck has begun to dump. */
    RateAccounts dumped(String dumpId, Material material, double tonnes, Instant at) {
        return moved(rate -> rate.countsDumped(dumpId, material), tonnes, at);
    }

    private RateAccounts moved(Predicate<RateTarget> counts, double tonnes, Instant at) {
        if (accounts.stream().noneMatch(account -> counts.test(account.rate()))) {
            return this;
        }
        return new RateAccounts(
                accounts.stream()
                        .map(
                                account ->
                                        counts.test(account.rate())
                                                ? account.moved(tonnes, at)
                                                : account)
                        .toList());
    }
}
