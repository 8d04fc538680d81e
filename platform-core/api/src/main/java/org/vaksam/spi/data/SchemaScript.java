package org.vaksam.spi.data;

import java.util.Map;

/**
 * A script that has made a part of a schema, with its text for every database.
 *
 * @param owner {@code platform:PART} or the id of a module
 * @param id    {@code NNN-name}
 * @param files file name, for example {@code 001-base.up.sql} or {@code 001-base.derby.up.sql}, to text
 */
public record SchemaScript(String owner, String id, Map<String, String> files) {}
