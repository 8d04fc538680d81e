@NullMarked
package org.vaksam.records.definition;

import org.jspecify.annotations.NullMarked;
