package io.fueloptimine.models.dispatch.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Immutable copies of collections with one change, in a stable order. */
public final class ImmutableCopies {

    private ImmutableCopies() {}

    public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    public static <T> List<T> with(List<T> list, T value) {
        if (list.contains(value)) {
            return list;
        }
        List<T> copy = new ArrayList<>(list);
        copy.add(value);
        return copy;
    }

    public static <T> List<T> without(List<T> list, T value) {
        return new ArrayList<>(list.stream().filter(item -> !item.equals(value)).toList());
    }
}
