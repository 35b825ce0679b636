package io.fueloptimine.models.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** The kinds of fuzzed payloads; each is derived from a valid message. */
public enum PayloadKind {
    VALID(Outcome.READING) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json);
        }
    },
    /** An exact repeat of the {@link #VALID} message before it. */
    REPEATED(Outcome.REPEAT) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json);
        }
    },
    WITH_BYTE_ORDER_MARK(Outcome.READING) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8('\ufeff' + json);
        }
    },
    WITH_UNKNOWN_FIELDS(Outcome.READING) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, "\"tyres\":{\"kPa\":[650,[" + random.nextInt() + "]]},\"\":1"));
        }
    },
    FLIPPED_BITS(Outcome.ANY) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = utf8(json);
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    SPLICED(Outcome.ANY) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            int from = random.nextInt(json.length());
            int to = random.nextInt(json.length());
            return utf8(json.substring(0, from) + json.substring(to));
        }
    },
    TRUNCATED(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json.substring(0, random.nextInt(json.length())));
        }
    },
    FOLLOWED_BY_MORE(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json + oneOf(random, "{}", "x", ",", "1", "}", "\u0000", "/* */"));
        }
    },
    MALFORMED_NUMBER(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String bad = oneOf(random, "007", "+1", ".5", "1.", "0x1F", "'a'", "1e", "--1", "1_0");
            return utf8(with(json, "\"payloadT\":" + bad));
        }
    },
    NO_MESSAGE_OBJECT(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(oneOf(random, "[]", "{}", "null", "1", "\"x\"", "[" + json + "]", " "));
        }
    },
    EMPTY(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return new byte[0];
        }
    },
    BINARY(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = new byte[1 + random.nextInt(400)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt();
            }
            return bytes;
        }
    },
    GZIP(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(utf8(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    },
    /** Nested length-delimited fields, each claiming gigabytes. */
    PROTOBUF_BOMB(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = new byte[6 * (1 + random.nextInt(60))];
            for (int i = 0; i < bytes.length; i += 6) {
                bytes[i] = (byte) (1 + random.nextInt(15) << 3 | 2);
                Arrays.fill(bytes, i + 1, i + 5, (byte) 0xFF);
                bytes[i + 5] = 0x0F;
            }
            return bytes;
        }
    },
    INVALID_UTF8(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = utf8(with(json, "\"note\":\"????\""));
            int[] bad = {0xC0, 0xC1, 0xF5, 0xFF, 0xFE, 0x80};
            bytes[bytes.length - 4] = (byte) bad[random.nextInt(bad.length)];
            return bytes;
        }
    },
    UTF_16(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return json.getBytes(
                    random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16);
        }
    },
    UNPAIRED_SURROGATE(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(
                    json.replace("op-1", oneOf(random, "\\ud83d", "\\ude9c", "\\ud83d\\u0041")));
        }
    },
    WRONG_TYPE(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String wrong = oneOf(random, "\"12\"", "true", "{}", "[1]", "[[[]]]", "{\"v\":1}");
            return utf8(with(json, "\"payloadT\":" + wrong));
        }
    },
    NON_FINITE_NUMBER(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String none = oneOf(random, "NaN", "Infinity", "-Infinity", "1e999", "-1e400", "-");
            return utf8(with(json, "\"payloadT\":" + none));
        }
    },
    OVERFLOWING_UNIT(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(
                    with(
                            json,
                            oneOf(random, "\"payloadShortT\":1e309", "\"fuelRateGph\":-1.7e308")));
        }
    },
    TWO_UNITS(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, "\"payloadT\":306,\"payloadKg\":306000"));
        }
    },
    FIELD_TWICE(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, oneOf(random, "\"sequence\":0", "\"operatorId\":null")));
        }
    },
    BAD_TIME(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String bad =
                    oneOf(
                            random,
                            "\"2026-13-05T08:00:00Z\"",
                            "\"2026-01-05T08:00:00\"",
                            "\"+999999999-01-01T00:00:00Z\"",
                            "\"yesterday\"",
                            "1767600000",
                            "null");
            return utf8(json.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":" + bad));
        }
    },
    SENTINEL(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String sentinel =
                    oneOf(
                            random,
                            "\"fuelRateLph\":3276.75",
                            "\"fuelRateGph\":865.63",
                            "\"speedMph\":158.84",
                            "\"coolantTempF\":419",
                            "\"oilPressurePsi\":147.94",
                            "\"fuelLevelPct\":102");
            return utf8(with(json, sentinel));
        }
    },
    INVALID_TOPIC(Outcome.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json);
        }
    },
    DEEPLY_NESTED(Outcome.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            int depth = 17 + random.nextInt(30_000);
            return utf8(
                    with(json, "\"x\":" + (random.nextBoolean() ? "[" : "{\"a\":").repeat(depth)));
        }
    },
    LONG_NAME(Outcome.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, "\"" + "n".repeat(129 + random.nextInt(50_000)) + "\":1"));
        }
    },
    LONG_NUMBER(Outcome.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String digits = "9".repeat(65 + random.nextInt(50_000));
            return utf8(with(json, "\"payloadT\":" + oneOf(random, "", "0.", "1e") + digits));
        }
    },
    LONG_TEXT(Outcome.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json.replace("op-1", "o".repeat(8_193 + random.nextInt(50_000))));
        }
    },
    HUGE(Outcome.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(
                    with(json, "\"x\":\"" + "y".repeat(65_536 + random.nextInt(900_000)) + "\""));
        }
    };

    /** The outcome that a pipeline must produce for a message. */
    public enum Outcome {
        READING,
        REPEAT,
        REJECTION,
        /** A reading or a rejection, exactly once. */
        ANY
    }

    private final Outcome outcome;
    private final boolean large;

    PayloadKind(Outcome outcome) {
        this(outcome, false);
    }

    PayloadKind(Outcome outcome, boolean large) {
        this.outcome = outcome;
        this.large = large;
    }

    /** The required outcome of such a message. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether it is much longer than a usual message. */
    boolean large() {
        return large;
    }

    /**
     * Creates such a payload from valid telemetry that has operator {@code op-1} and no payload
     * tonnage.
     */
    abstract byte[] of(String json, SplittableRandom random);

    private static String with(String json, String members) {
        return json.substring(0, json.length() - 1) + "," + members + "}";
    }

    private static String oneOf(SplittableRandom random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
