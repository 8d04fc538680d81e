package org.vaksam.spi.metrics;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Figures that a platform bundle adds to {@code /metrics}: registered as a service. Called by the operations bundle at every
 * scrape, on any thread; must answer quickly and without the database.
 */
@ConsumerType
public interface Figures {
    /** Name in small letters, digits and underscores (written as {@code vaksam_<name>}) to its value now. */
    Map<String, Double> now();
}
