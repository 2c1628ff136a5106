/**
 * What every error looks like: {@code application/problem+json} (RFC 9457) with a stable code. A
 * {@link de.hexapolis.query.problem.Problem} may be thrown anywhere; {@link de.hexapolis.query.problem.ProblemMappers}
 * turns it, and everything else that ends a request, into an answer.
 */
@NullMarked
package de.hexapolis.query.problem;

import org.jspecify.annotations.NullMarked;
