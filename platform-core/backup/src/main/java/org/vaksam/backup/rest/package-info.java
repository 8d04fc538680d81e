/** Backups over REST. */
@NullMarked
package org.vaksam.backup.rest;

import org.jspecify.annotations.NullMarked;
