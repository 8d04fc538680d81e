/** What the gateway knows of a request, whoever answers it. */
@NullMarked
package org.vaksam.web.http;

import org.jspecify.annotations.NullMarked;
