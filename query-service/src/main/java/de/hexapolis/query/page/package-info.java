/** What server-rendered pages share: the frame around them, their two languages, text that is made harmless. */
@NullMarked
package de.hexapolis.query.page;

import org.jspecify.annotations.NullMarked;
