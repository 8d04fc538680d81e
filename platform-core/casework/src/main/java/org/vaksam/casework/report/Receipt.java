package org.vaksam.casework.report;

import java.time.Instant;

/**
 * What is known of a report that came from outside.
 *
 * @param language {@code sv} or {@code en}, of whoever reported
 * @param source   {@code form}, or the name of the system that sent it
 */
public record Receipt(String recordId, String language, Contact contact, String source, Instant createdAt) {}
