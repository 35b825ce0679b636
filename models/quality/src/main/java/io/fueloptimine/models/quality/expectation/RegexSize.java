package io.fueloptimine.models.quality.expectation;

/**
 * An upper bound of the cost of compiling and matching a regular expression, computed without
 * compiling it. RE2 replaces a repeat by copies of the repeated part: {@code (a{100}){100}} becomes
 * a program of more than 10,000 instructions, so that a short pattern can exhaust the heap.
 *
 * @param instructions an upper bound of the number of instructions of the compiled program; a table
 *     of a Unicode class counts as 50 instructions; 10<sup>9</sup> means 10<sup>9</sup> or more
 * @param ignoresCase whether a part of the pattern ignores case
 * @param highestCharacter the highest code point in the pattern, alone or as the end of a range; 0
 *     if there is none
 */
record RegexSize(long instructions, boolean ignoresCase, int highestCharacter) {

    /**
     * Computes the size of a pattern. For a pattern with syntax faults, the size is that of its
     * readable parts.
     */
    static RegexSize of(String regex) {
        return new RegexScanner(regex).scan();
    }
}
