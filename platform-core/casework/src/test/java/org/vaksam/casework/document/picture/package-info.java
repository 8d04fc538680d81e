@NullMarked
package org.vaksam.casework.document.picture;

import org.jspecify.annotations.NullMarked;
