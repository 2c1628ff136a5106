/**
 * Makes the forecasts of bins and trees from what is stored, and tells the judge when one is new.
 */
@NullMarked
package de.hexapolis.outlook;

import org.jspecify.annotations.NullMarked;
