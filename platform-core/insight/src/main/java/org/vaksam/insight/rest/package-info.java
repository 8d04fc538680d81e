/** The addresses of search and analysis. */
@NullMarked
package org.vaksam.insight.rest;

import org.jspecify.annotations.NullMarked;
