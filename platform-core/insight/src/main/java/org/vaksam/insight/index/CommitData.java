package org.vaksam.insight.index;

import java.util.HashMap;
import java.util.Map;
import org.vaksam.insight.schema.IndexSchema;

/**
 * What a commit of the index says about itself.
 *
 * @param schema   version of the documents
 * @param position journal entries up to this one are in
 * @param hash     of that entry: the same journal, not another with the same positions; empty at position 0
 * @param complete every record was taken in; false while the index is built
 * @param roles    how fields of forms were taken
 */
record CommitData(int schema, long position, String hash, boolean complete, FieldRoles roles) {
    private static final String SCHEMA = "vaksam.schema";
    private static final String POSITION = "vaksam.position";
    private static final String HASH = "vaksam.hash";
    private static final String COMPLETE = "vaksam.complete";
    private static final String ROLES = "vaksam.roles";

    /** An index that is ready to serve, in the documents of this version. */
    static CommitData complete(Applied applied, FieldRoles roles) {
        return new CommitData(IndexSchema.VERSION, applied.position(), applied.hash(), true, roles);
    }

    static CommitData from(Map<String, String> stored) {
        return new CommitData(
                Integer.parseInt(stored.getOrDefault(SCHEMA, "0")),
                Long.parseLong(stored.getOrDefault(POSITION, "0")),
                stored.getOrDefault(HASH, ""),
                Boolean.parseBoolean(stored.get(COMPLETE)),
                FieldRoles.parse(stored.getOrDefault(ROLES, "")));
    }

    Map<String, String> stored() {
        var stored = new HashMap<String, String>();
        stored.put(SCHEMA, Integer.toString(schema));
        stored.put(POSITION, Long.toString(position));
        stored.put(HASH, hash);
        stored.put(COMPLETE, Boolean.toString(complete));
        stored.put(ROLES, roles.stored());
        return stored;
    }

    Applied applied() {
        return new Applied(position, hash);
    }
}
