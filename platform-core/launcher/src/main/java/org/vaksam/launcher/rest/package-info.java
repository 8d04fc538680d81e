/** The running platform. */
@NullMarked
package org.vaksam.launcher.rest;

import org.jspecify.annotations.NullMarked;
