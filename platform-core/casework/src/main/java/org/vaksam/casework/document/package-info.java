/** Files on records and assets: versions of them, their content stored once in the database. */
@NullMarked
package org.vaksam.casework.document;

import org.jspecify.annotations.NullMarked;
