package io.fueloptimine.models.quality.expectation;

/**
 * What compiling a regular expression and matching it costs at most, found without compiling it.
 * RE2 writes out repeats: {@code (a{100}){100}} becomes a program of more than 10,000 instructions,
 * so that a short pattern can exhaust the heap.
 *
 * @param instructions an upper bound of the compiled program's instructions and of its tables of
 *     characters, a table of Unicode counted as 50; at most 10<sup>9</sup>, which stands for more
 * @param ignoresCase whether a part of it ignores case
 * @param highestCharacter the highest code point that it names, alone or as the end of a range; 0
 *     if none
 */
record RegexSize(long instructions, boolean ignoresCase, int highestCharacter) {

    /** The size of a pattern; of a pattern with faults, that of its readable parts. */
    static RegexSize of(String regex) {
        return new RegexScanner(regex).scan();
    }
}
