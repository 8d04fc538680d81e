@NullMarked
package org.vaksam.casework.document.text;

import org.jspecify.annotations.NullMarked;
