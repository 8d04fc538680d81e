package org.vaksam.kernel.registry;

import java.time.Instant;
import java.util.Optional;
import org.vaksam.kernel.registry.RegistryRow.FileName;

/**
 * A revision that was live once and whose file is kept.
 *
 * @param brokenBy the later script that took away what it needs
 * @param since    when it last went live
 */
public record KeptRevision(String module, FileName file, Optional<String> brokenBy, Instant since) {}
