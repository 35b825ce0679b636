package io.fueloptimine.models.quality.expectation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes the size of a regular expression in RE2's syntax, in one pass over its characters and
 * without recursion. Patterns with syntax faults are accepted, because compiling reports such
 * faults.
 */
final class RegexScanner {

    /** A repeat in braces. RE2 reads braces with any other content as literal characters. */
    private static final Pattern REPEAT =
            Pattern.compile("\\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\\}");

    private static final long LARGEST = 1_000_000_000;
    private static final int LONGEST_NUMBER = 9;
    private static final int HEX = 16;

    /**
     * The number of instructions that every program has: the failure instruction at its start and
     * the match instruction.
     */
    private static final int FRAME = 2;

    private static final int CAPTURE = 2;
    private static final int LOOP = 2;

    /**
     * The weight of a Unicode class in instructions: the class holds up to 700 ranges of 8 bytes,
     * an instruction some 100 bytes.
     */
    private static final int UNICODE_TABLE = 50;

    private final String regex;
    private final Deque<Group> outer = new ArrayDeque<>();

    private Group group = new Group(0);
    private int at;
    private long tables;
    private boolean ignoresCase;
    private int highest;

    RegexScanner(String regex) {
        this.regex = regex;
    }

    RegexSize scan() {
        while (at < regex.length()) {
            part();
        }
        while (!outer.isEmpty()) {
            close();
        }
        long instructions = bounded(FRAME + group.size() + tables);
        return new RegexSize(instructions, ignoresCase, highest);
    }

    private void part() {
        switch (regex.charAt(at)) {
            case '(' -> open();
            case ')' -> {
                at++;
                close();
            }
            case '|' -> {
                at++;
                group.nextBranch();
            }
            case '[' -> characterClass();
            case '\\' -> escape();
            case '*', '+' -> repeat(LOOP);
            case '?' -> repeat(1);
            case '{' -> braces();
            default -> literal();
        }
    }

    private void repeat(int more) {
        at++;
        group.repeatLast(1, more);
        skipLazy();
    }

    private void open() {
        if (!regex.startsWith("(?", at)) {
            at++;
            push(CAPTURE);
        } else if (regex.startsWith("(?P<", at) || regex.startsWith("(?<", at)) {
            skipPast('>');
            push(CAPTURE);
        } else {
            flags();
        }
    }

    /** Reads {@code (?flags)}, which is not a group, or the beginning of {@code (?flags:...)}. */
    private void flags() {
        boolean removes = false;
        for (at += 2; at < regex.length(); at++) {
            char c = regex.charAt(at);
            if (c == ':') {
                push(0);
            }
            if (c == ':' || c == ')') {
                at++;
                return;
            }
            removes |= c == '-';
            ignoresCase |= c == 'i' && !removes;
        }
    }

    private void push(int ownSize) {
        outer.push(group);
        group = new Group(ownSize);
    }

    private void close() {
        if (!outer.isEmpty()) {
            long size = group.size();
            group = outer.pop();
            group.add(size);
        }
    }

    private void characterClass() {
        at++;
        if (regex.startsWith("^", at)) {
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            first = false;
            tables++;
            classItem();
        }
        at++;
        group.add(1);
    }

    private void classItem() {
        int nameEnd = regex.startsWith("[:", at) ? regex.indexOf(":]", at + 2) : -1;
        if (nameEnd >= 0) {
            at = nameEnd + 2;
        } else if (regex.charAt(at) == '\\') {
            escapedCharacter();
        } else {
            character();
        }
    }

    private void escape() {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at + 2);
            int stop = end < 0 ? regex.length() : end;
            for (at += 2; at < stop; ) {
                literal();
            }
            at = end < 0 ? stop : end + 2;
            return;
        }
        escapedCharacter();
        group.add(1);
    }

    /** Reads a backslash and the characters that belong to it. */
    private void escapedCharacter() {
        at++;
        if (at == regex.length()) {
            return;
        }
        char kind = regex.charAt(at);
        if (kind == 'p' || kind == 'P') {
            tables += UNICODE_TABLE;
            at++;
            bracedOrShort(1);
        } else if (kind == 'x') {
            at++;
            highest = Math.max(highest, codePoint(bracedOrShort(2)));
        } else {
            character();
        }
    }

    /** Reads a text in braces, or a number of characters if there are no braces. */
    private String bracedOrShort(int characters) {
        int start = at;
        if (regex.startsWith("{", at)) {
            skipPast('}');
            return regex.substring(start + 1, Math.max(start + 1, at - 1));
        }
        at = Math.min(regex.length(), at + characters);
        return regex.substring(start, at);
    }

    private static int codePoint(String hex) {
        try {
            return Integer.parseInt(hex, HEX);
        } catch (NumberFormatException e) {
            return Character.MAX_CODE_POINT;
        }
    }

    private void braces() {
        Matcher repeat = REPEAT.matcher(regex).region(at, regex.length());
        if (!repeat.lookingAt()) {
            literal();
            return;
        }
        at = repeat.end();
        long least = number(repeat.group(1));
        if (repeat.group(2) == null) {
            group.repeatLast(least, 0);
        } else if (repeat.group(3) == null) {
            group.repeatLast(least, LOOP);
        } else {
            long most = number(repeat.group(3));
            group.repeatLast(Math.max(least, most), Math.max(1, most - least));
        }
        skipLazy();
    }

    private static long number(String digits) {
        return digits.length() > LONGEST_NUMBER ? LARGEST : Long.parseLong(digits);
    }

    private void skipLazy() {
        if (regex.startsWith("?", at)) {
            at++;
        }
    }

    private void literal() {
        character();
        group.add(1);
    }

    private void character() {
        int character = regex.codePointAt(at);
        highest = Math.max(highest, character);
        at += Character.charCount(character);
    }

    private void skipPast(char end) {
        int found = regex.indexOf(end, at);
        at = found < 0 ? regex.length() : found + 1;
    }

    private static long bounded(long size) {
        return Math.min(size, LARGEST);
    }

    /** The sizes of those branches of a group that the scanner has read so far. */
    private static final class Group {

        private long finished;
        private long branch;
        private long last;

        Group(int ownSize) {
            finished = ownSize;
        }

        void add(long size) {
            branch = bounded(branch + last);
            last = size;
        }

        void nextBranch() {
            finished = bounded(size() + 1);
            branch = 0;
            last = 0;
        }

        void repeatLast(long copies, long more) {
            last = bounded(last * Math.max(1, copies) + more);
        }

        /** The size of the group. An empty branch also counts as an instruction. */
        long size() {
            return bounded(finished + Math.max(1, branch + last));
        }
    }
}
