package org.vaksam.kernel.sample.api;

/** What one sample module offers to another. */
public interface Rounds {
    String next();
}
