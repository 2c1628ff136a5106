package de.hexapolis.rules;

/** Takes the faults of one item. */
@FunctionalInterface
interface Tell {
    /** @param field within the item, such as {@code when.threshold.hysteresis} */
    void at(String field, String reason);

    /** The same for what lies below a field. */
    default Tell below(String field) {
        return (inner, reason) ->
                at(inner.isEmpty() ? field : inner.startsWith("[") ? field + inner : field + "." + inner, reason);
    }
}
