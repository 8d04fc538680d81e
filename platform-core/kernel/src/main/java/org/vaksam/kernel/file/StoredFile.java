package org.vaksam.kernel.file;

import java.nio.file.Path;

/**
 * A file of the store.
 *
 * @param sha SHA-256 of its content, hex; also its name
 */
public record StoredFile(Path path, String sha) {}
