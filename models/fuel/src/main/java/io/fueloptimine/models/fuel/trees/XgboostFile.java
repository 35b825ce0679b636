package io.fueloptimine.models.fuel.trees;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;

/**
 * Reads the model file that XGBoost 1.0 to 3.x saves, as JSON or as UBJSON: {@code gbtree}, numeric
 * splits, one target, an objective whose sum of leaves is the answer ({@code reg:squarederror},
 * {@code reg:quantileerror} with one quantile, {@code reg:absoluteerror}, {@code
 * reg:pseudohubererror}). Everything else, and every file that could send the scorer astray, is
 * refused by name.
 */
public final class XgboostFile {

    /**
     * Decimal, so that a number is rounded once, to float, as XGBoost itself reads it. XGBoost
     * writes a bare Infinity where a split only tells present values from missing ones.
     */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private XgboostFile() {}

    /**
     * The trees in a file's bytes.
     *
     * @param origin what to call the bytes in a message
     * @throws InvalidModelException when they are broken, or of a kind not supported
     */
    public static XgboostTrees read(byte[] model, String origin) {
        try {
            return LearnerSection.trees(parse(model).path("learner"));
        } catch (ModelFileFault e) {
            throw new InvalidModelException("model file " + origin + ": " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new InvalidModelException(
                    "model file " + origin + " is not JSON, nor UBJSON: " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new InvalidModelException("model file " + origin + " cannot be read", e);
        }
    }

    private static JsonNode parse(byte[] model) throws IOException, ModelFileFault {
        return Ubjson.mayBe(model) ? Ubjson.read(model) : JSON.readTree(model);
    }
}
