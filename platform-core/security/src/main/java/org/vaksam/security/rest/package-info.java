/** The REST resources of accounts, roles, sessions and tokens. */
@NullMarked
package org.vaksam.security.rest;

import org.jspecify.annotations.NullMarked;
