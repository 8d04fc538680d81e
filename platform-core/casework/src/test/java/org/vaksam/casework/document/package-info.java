@NullMarked
package org.vaksam.casework.document;

import org.jspecify.annotations.NullMarked;
