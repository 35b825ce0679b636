package io.fueloptimine.models.fuel.registry;

import java.time.Instant;

/**
 * The history that a model was trained on.
 *
 * @param source what made it, in words
 * @param rows how many windows, cycles or refuelling intervals it holds
 * @param machines how many machines
 * @param first its earliest event time (UTC); null when not told
 * @param last its latest event time (UTC); null when not told
 * @param fingerprint SHA-256 over all features and labels in order, hexadecimal
 */
public record TrainingData(
        String source, long rows, int machines, Instant first, Instant last, String fingerprint) {}
