/** The gateway as a component. */
@NullMarked
@Capability(namespace = "osgi.implementation", name = "osgi.jakartars", version = "2.0.0")
package org.vaksam.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Capability;
