/** Definitions: read strictly, merged with the base of their type, checked as a whole. */
@NullMarked
package org.vaksam.records.definition;

import org.jspecify.annotations.NullMarked;
