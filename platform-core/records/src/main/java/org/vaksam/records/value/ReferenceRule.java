package org.vaksam.records.value;

import java.util.List;
import java.util.Optional;

/** A unit, an account or an asset, named by its id or as people call it; stored by its id. */
public sealed interface ReferenceRule extends ValueRule {
    /** The id of what this names; empty when there is none. */
    Optional<String> find(String name, Directory directory);

    /** Says that there is no such thing. */
    void complain(String path, Problems problems);

    @Override
    default Optional<Object> read(Object value, String path, Problems problems) {
        return Outside.refuse(path, problems);
    }

    @Override
    default Optional<Object> read(
            Object value, Optional<Object> before, String path, Directory directory, Problems problems) {
        if (before.filter(value::equals).isPresent()) {
            return before;
        }
        Optional<String> id = value instanceof String name ? find(name, directory) : Optional.empty();
        if (id.isEmpty()) {
            complain(path, problems);
        }
        return id.map(Object.class::cast);
    }

    /** By id or code. */
    record Unit() implements ReferenceRule {
        @Override
        public Optional<String> find(String name, Directory directory) {
            return directory.unit(name);
        }

        @Override
        public void complain(String path, Problems problems) {
            problems.add(
                    path,
                    "Det finns ingen enhet med det id:t eller den koden.",
                    "There is no unit with this id or code.");
        }
    }

    /** By id or user name, or {@code me}. */
    record Person() implements ReferenceRule {
        @Override
        public Optional<String> find(String name, Directory directory) {
            return directory.account(name);
        }

        @Override
        public void complain(String path, Problems problems) {
            problems.add(
                    path,
                    "Det finns inget aktivt konto med det id:t eller användarnamnet.",
                    "There is no active account with this id or user name.");
        }
    }

    /**
     * By id or external key.
     *
     * @param types ids of the types it may be of; any when empty
     */
    record Asset(List<String> types) implements ReferenceRule {
        @Override
        public Optional<String> find(String name, Directory directory) {
            return directory
                    .asset(name)
                    .filter(id -> types.isEmpty()
                            || directory.assetType(id).filter(types::contains).isPresent());
        }

        @Override
        public void complain(String path, Problems problems) {
            String listed = String.join(", ", types);
            problems.add(
                    path,
                    "Det finns ingen tillgång med det id:t eller den nyckeln som du får se"
                            + (types.isEmpty() ? "." : ", av typen " + listed + "."),
                    "There is no asset with this id or key that you may see"
                            + (types.isEmpty() ? "." : ", of the type " + listed + "."));
        }
    }
}
