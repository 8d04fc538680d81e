/** The tables of documents and their content. */
@NullMarked
package org.vaksam.casework.document.store;

import org.jspecify.annotations.NullMarked;
