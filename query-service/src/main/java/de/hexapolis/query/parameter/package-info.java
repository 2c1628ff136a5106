/** Query parameters as text, and their way into whole values; each refusal names the parameter, the value and what would do. */
@NullMarked
package de.hexapolis.query.parameter;

import org.jspecify.annotations.NullMarked;
