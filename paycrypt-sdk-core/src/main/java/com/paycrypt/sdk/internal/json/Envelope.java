package com.paycrypt.sdk.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of an event, and where in the body its data is.
 *
 * @param type the event's type, never empty
 * @param id the event's id as text, empty if there is none
 * @param created the text of the time, or null if there is none
 * @param dataStart where the JSON of {@code data} begins
 * @param dataEnd where it ends, exclusive; equal to the start if there is no {@code data}
 */
public record Envelope(String type, String id, @Nullable String created, int dataStart, int dataEnd) {}
