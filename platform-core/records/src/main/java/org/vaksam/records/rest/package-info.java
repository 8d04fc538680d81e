/** The REST of record types and of assets. */
@NullMarked
package org.vaksam.records.rest;

import org.jspecify.annotations.NullMarked;
