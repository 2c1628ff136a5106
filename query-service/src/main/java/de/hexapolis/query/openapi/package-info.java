/** What the description of the API says about all endpoints alike. */
@NullMarked
package de.hexapolis.query.openapi;

import org.jspecify.annotations.NullMarked;
