/**
 * The cities' API: answers questions from what ingest-service has stored, one folder per feature. Features never import
 * each other; what they share lies in {@code problem}, {@code parameter}, {@code access}, {@code paging}, {@code answer},
 * {@code sql}, {@code status}, {@code selection}, {@code work}, {@code session} and {@code page}.
 */
@NullMarked
package de.hexapolis.query;

import org.jspecify.annotations.NullMarked;
