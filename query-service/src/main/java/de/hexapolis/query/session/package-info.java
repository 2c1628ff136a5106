/**
 * Signing in with a browser: a token becomes a cookie that scripts cannot read and that other sites cannot send, and what is
 * written with it must come from our own pages.
 */
@NullMarked
package de.hexapolis.query.session;

import org.jspecify.annotations.NullMarked;
