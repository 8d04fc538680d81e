package org.vaksam.kernel.sample;

/** Stands for a REST resource. */
public final class Resource {}
