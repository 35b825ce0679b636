package io.fueloptimine.jobs.local.stack;

import java.util.stream.Stream;

/** Names of folders whose characters mean something to a part of the stack. */
final class FolderNames {

    private FolderNames() {}

    static Stream<String> all() {
        return Stream.of(
                "a b",
                "ñandú",
                "x#1?y=2",
                "50%20",
                "%d%i%%",
                "a,b",
                "a;b",
                "a:b",
                "a+b=c&d",
                "it's \"quoted\"",
                "{x}[y]*",
                "$y${sys:user.name}$${z}",
                " ends ",
                "~",
                "日本",
                "😀");
    }

    /** The same characters in few names, for tests whose every run is expensive. */
    static Stream<String> combined() {
        return Stream.of(
                "a b ñ #1?y=2 50%20",
                "a,b;c:d+e=f&g 日本",
                "it's \"q\" {x}[y]* ~",
                "$y${sys:user.name}$${z} %d%i%%",
                " ends ");
    }
}
