package org.vaksam.api.records;

import java.util.Optional;

/**
 * Where it happened.
 *
 * @param name      free words, for example an address or a town; may be empty
 * @param latitude  degrees, WGS 84, -90 to 90
 * @param longitude degrees, WGS 84, -180 to 180
 */
public record Place(String name, Optional<Double> latitude, Optional<Double> longitude) {}
