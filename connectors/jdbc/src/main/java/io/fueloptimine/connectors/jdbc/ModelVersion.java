package io.fueloptimine.connectors.jdbc;

import java.time.Instant;

/**
 * A row of the table {@code model_version}.
 *
 * @param name the model, such as {@code fuel-window}
 * @param version the version number in the registry, from 1
 * @param registeredAt when the version was registered (UTC); null when unknown
 * @param promotedAt when the version last became champion (UTC); null if it never became champion
 * @param trainingRows number of training rows; null when unknown
 * @param meanAbsoluteErrorL mean absolute error on held-out windows, L; null when unknown
 * @param r2 coefficient of determination on held-out windows; null when unknown
 * @param description free text; may be null
 */
public record ModelVersion(
        String name,
        int version,
        Instant registeredAt,
        Instant promotedAt,
        Long trainingRows,
        Double meanAbsoluteErrorL,
        Double r2,
        String description) {}
