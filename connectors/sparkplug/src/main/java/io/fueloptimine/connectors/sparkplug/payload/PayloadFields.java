package io.fueloptimine.connectors.sparkplug.payload;

/**
 * The fields of a Sparkplug B payload as protobuf tags: number and wire type in one, as the
 * specification's message definition gives them.
 */
final class PayloadFields {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int SIZED = 2;
    private static final int FIXED_32 = 5;
    private static final int TYPE_BITS = 3;

    static final int TIMESTAMP = 1 << TYPE_BITS | VARINT;
    static final int METRIC = 2 << TYPE_BITS | SIZED;
    static final int SEQ = 3 << TYPE_BITS | VARINT;
    static final int UUID = 4 << TYPE_BITS | SIZED;

    static final int NAME = 1 << TYPE_BITS | SIZED;
    static final int ALIAS = 2 << TYPE_BITS | VARINT;
    static final int METRIC_TIMESTAMP = 3 << TYPE_BITS | VARINT;
    static final int DATATYPE = 4 << TYPE_BITS | VARINT;
    static final int IS_HISTORICAL = 5 << TYPE_BITS | VARINT;
    static final int IS_NULL = 7 << TYPE_BITS | VARINT;
    static final int INT_VALUE = 10 << TYPE_BITS | VARINT;
    static final int LONG_VALUE = 11 << TYPE_BITS | VARINT;
    static final int FLOAT_VALUE = 12 << TYPE_BITS | FIXED_32;
    static final int DOUBLE_VALUE = 13 << TYPE_BITS | FIXED_64;
    static final int BOOLEAN_VALUE = 14 << TYPE_BITS | VARINT;
    static final int STRING_VALUE = 15 << TYPE_BITS | SIZED;
    static final int BYTES_VALUE = 16 << TYPE_BITS | SIZED;
    static final int DATASET_VALUE = 17 << TYPE_BITS | SIZED;
    static final int TEMPLATE_VALUE = 18 << TYPE_BITS | SIZED;

    private PayloadFields() {}

    static int number(int tag) {
        return tag >>> TYPE_BITS;
    }
}
