package io.fueloptimine.models.fuel.trees;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.mine.input.JsonFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads model files of XGBoost 1.0 to 3.x, as JSON or UBJSON. Supported are models of the type
 * {@code gbtree} with numeric splits, one target and an objective whose prediction is the sum of
 * the leaves: {@code reg:squarederror}, {@code reg:quantileerror} with one quantile, {@code
 * reg:absoluteerror} and {@code reg:pseudohubererror}. Other models and malformed files are
 * rejected with the reason.
 */
public final class XgboostFile {

    /**
     * The JSON reader. It reads numbers as decimals, so that they are rounded only once, to float,
     * as in XGBoost. It accepts the number Infinity without quotes, which XGBoost writes for a
     * split between present and missing values.
     */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private XgboostFile() {}

    /**
     * The trees of a model file.
     *
     * @param origin names the file in exception messages
     * @throws InvalidModelException when the file is malformed or not supported
     */
    public static XgboostTrees read(byte[] model, String origin) {
        try {
            return LearnerSection.trees(parse(model).path("learner"));
        } catch (ModelFileFault e) {
            throw new InvalidModelException("model file " + origin + ": " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new InvalidModelException(
                    String.format(
                            Locale.ROOT,
                            "model file %s is not JSON, nor UBJSON: %s",
                            origin,
                            JsonFault.of(e, textOf(model), JSON).sentence()),
                    e);
        } catch (IOException e) {
            throw new InvalidModelException("model file " + origin + " cannot be read", e);
        }
    }

    private static String textOf(byte[] model) {
        return new String(model, StandardCharsets.UTF_8);
    }

    private static JsonNode parse(byte[] model) throws IOException, ModelFileFault {
        return Ubjson.mayBe(model) ? Ubjson.read(model) : JSON.readTree(model);
    }
}
