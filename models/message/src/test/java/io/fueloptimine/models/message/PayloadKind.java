package io.fueloptimine.models.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** The ways in which a message may be broken, or oddly whole: each makes one of a whole one. */
public enum PayloadKind {
    WHOLE(Fate.READING) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json);
        }
    },
    /** Sent behind {@link #WHOLE}, as that was. */
    REPEATED(Fate.REPEAT) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json);
        }
    },
    WITH_BYTE_ORDER_MARK(Fate.READING) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8('\ufeff' + json);
        }
    },
    WITH_UNKNOWN_FIELDS(Fate.READING) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, "\"tyres\":{\"kPa\":[650,[" + random.nextInt() + "]]},\"\":1"));
        }
    },
    FLIPPED_BITS(Fate.ANY) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = utf8(json);
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    SPLICED(Fate.ANY) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            int from = random.nextInt(json.length());
            int to = random.nextInt(json.length());
            return utf8(json.substring(0, from) + json.substring(to));
        }
    },
    TRUNCATED(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json.substring(0, random.nextInt(json.length())));
        }
    },
    FOLLOWED_BY_MORE(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json + oneOf(random, "{}", "x", ",", "1", "}", "\u0000", "/* */"));
        }
    },
    NOT_QUITE_JSON(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String bad = oneOf(random, "007", "+1", ".5", "1.", "0x1F", "'a'", "1e", "--1", "1_0");
            return utf8(with(json, "\"payloadT\":" + bad));
        }
    },
    ANOTHER_DOCUMENT(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(oneOf(random, "[]", "{}", "null", "1", "\"x\"", "[" + json + "]", " "));
        }
    },
    EMPTY(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return new byte[0];
        }
    },
    BINARY(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = new byte[1 + random.nextInt(400)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt();
            }
            return bytes;
        }
    },
    GZIP(Fate.REJECTION) {
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
    /** Length-delimited fields inside each other, each claiming gigabytes. */
    PROTOBUF_BOMB(Fate.REJECTION) {
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
    INVALID_UTF8(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            byte[] bytes = utf8(with(json, "\"note\":\"????\""));
            int[] bad = {0xC0, 0xC1, 0xF5, 0xFF, 0xFE, 0x80};
            bytes[bytes.length - 4] = (byte) bad[random.nextInt(bad.length)];
            return bytes;
        }
    },
    UTF_16(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return json.getBytes(
                    random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16);
        }
    },
    HALF_A_CHARACTER(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(
                    json.replace("op-1", oneOf(random, "\\ud83d", "\\ude9c", "\\ud83d\\u0041")));
        }
    },
    WRONG_TYPE(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String wrong = oneOf(random, "\"12\"", "true", "{}", "[1]", "[[[]]]", "{\"v\":1}");
            return utf8(with(json, "\"payloadT\":" + wrong));
        }
    },
    NO_NUMBER(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String none = oneOf(random, "NaN", "Infinity", "-Infinity", "1e999", "-1e400", "-");
            return utf8(with(json, "\"payloadT\":" + none));
        }
    },
    OVERFLOWING_UNIT(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(
                    with(
                            json,
                            oneOf(random, "\"payloadShortT\":1e309", "\"fuelRateGph\":-1.7e308")));
        }
    },
    TWO_UNITS(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, "\"payloadT\":306,\"payloadKg\":306000"));
        }
    },
    FIELD_TWICE(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, oneOf(random, "\"sequence\":0", "\"operatorId\":null")));
        }
    },
    BAD_TIME(Fate.REJECTION) {
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
    SENTINEL(Fate.REJECTION) {
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
    HOSTILE_TOPIC(Fate.REJECTION) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json);
        }
    },
    DEEPLY_NESTED(Fate.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            int depth = 17 + random.nextInt(30_000);
            return utf8(
                    with(json, "\"x\":" + (random.nextBoolean() ? "[" : "{\"a\":").repeat(depth)));
        }
    },
    LONG_NAME(Fate.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(with(json, "\"" + "n".repeat(129 + random.nextInt(50_000)) + "\":1"));
        }
    },
    LONG_NUMBER(Fate.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            String digits = "9".repeat(65 + random.nextInt(50_000));
            return utf8(with(json, "\"payloadT\":" + oneOf(random, "", "0.", "1e") + digits));
        }
    },
    LONG_TEXT(Fate.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(json.replace("op-1", "o".repeat(8_193 + random.nextInt(50_000))));
        }
    },
    HUGE(Fate.REJECTION, true) {
        @Override
        byte[] of(String json, SplittableRandom random) {
            return utf8(
                    with(json, "\"x\":\"" + "y".repeat(65_536 + random.nextInt(900_000)) + "\""));
        }
    };

    /** What must become of a message. */
    public enum Fate {
        READING,
        REPEAT,
        REJECTION,
        /** Anything, once. */
        ANY
    }

    private final Fate fate;
    private final boolean heavy;

    PayloadKind(Fate fate) {
        this(fate, false);
    }

    PayloadKind(Fate fate, boolean heavy) {
        this.fate = fate;
        this.heavy = heavy;
    }

    /** What must become of such a message. */
    public Fate fate() {
        return fate;
    }

    /** Whether it is many times as long as a machine's message. */
    boolean heavy() {
        return heavy;
    }

    /** Such a payload, made from a whole message of telemetry by {@code op-1} without payload. */
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
