/** The REST of record types. */
@NullMarked
package org.vaksam.records.rest;

import org.jspecify.annotations.NullMarked;
