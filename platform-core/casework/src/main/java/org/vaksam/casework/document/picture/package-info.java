/** Pictures: how large they are, what the camera wrote into them, small copies of them. */
@NullMarked
package org.vaksam.casework.document.picture;

import org.jspecify.annotations.NullMarked;
