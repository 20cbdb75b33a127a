package com.paycrypt.sdk.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an event's data as text, whichever of its two shapes it has: flat, or with everything in a member
 * {@code object}. Strings and numbers are both held as text, since servers write ids and amounts as either.
 */
public final class PaymentFields {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final byte[] body;
    private final boolean nested;
    private @Nullable PaymentFields object;

    private PaymentFields(byte[] body, boolean nested) {
        this.body = body;
        this.nested = nested;
    }

    /**
     * Reads the data of an event that was found well-formed.
     *
     * @param body the bytes of the event
     * @param start where its data begins
     * @param end where its data ends, exclusive
     * @return the members; none where the data is no object
     */
    public static PaymentFields read(byte[] body, int start, int end) {
        PaymentFields flat = new PaymentFields(body, false);
        if (start < end && body[start] == '{') {
            flat.read(start);
        }
        return flat.object == null ? flat : flat.object;
    }

    private void read(int start) {
        try {
            readMembers(new JsonScanner(body, start));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("data that was well-formed a moment ago no longer is", e);
        }
    }

    /**
     * Whether the members stood in a member {@code object}.
     *
     * @return true for the nested shape
     */
    public boolean isNested() {
        return nested;
    }

    /**
     * The text of a string, number or truth value.
     *
     * @param name the member's name
     * @return its text, or null where it is absent or something else
     */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /**
     * The metadata, in the order of the body.
     *
     * @return text by name; what is neither text nor null stands as its JSON
     */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    private void readMembers(JsonScanner scanner) throws MalformedJsonException {
        scanner.members(() -> readMember(scanner, scanner.lastName()));
    }

    private void readMember(JsonScanner scanner, String name) throws MalformedJsonException {
        boolean isObject = scanner.peek() == '{';
        if (isObject && name.equals("object") && !nested) {
            object = new PaymentFields(body, true);
            object.readMembers(scanner);
        } else if (isObject && name.equals("metadata")) {
            readMetadata(scanner);
        } else if (isScalar(scanner.peek())) {
            texts.put(name, value(scanner));
        } else {
            scanner.value();
        }
    }

    private void readMetadata(JsonScanner scanner) throws MalformedJsonException {
        scanner.members(() -> {
            String name = scanner.lastName();
            boolean isNull = scanner.peek() == 'n';
            String text = value(scanner);
            if (!isNull) {
                metadata.put(name, text);
            }
        });
    }

    private static boolean isScalar(int first) {
        return first != '{' && first != '[' && first != 'n';
    }

    /** The text of a string; anything else as it stands in the body. */
    private String value(JsonScanner scanner) throws MalformedJsonException {
        int start = scanner.at();
        scanner.value();
        return JsonText.ofValue(body, start, scanner.at());
    }
}
