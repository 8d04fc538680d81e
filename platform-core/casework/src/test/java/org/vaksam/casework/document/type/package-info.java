@NullMarked
package org.vaksam.casework.document.type;

import org.jspecify.annotations.NullMarked;
