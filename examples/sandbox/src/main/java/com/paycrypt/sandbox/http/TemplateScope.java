package com.paycrypt.sandbox.http;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a part of a template sees: those of its own view, then those around it. */
record TemplateScope(Object view, @Nullable TemplateScope outer) {

    String text(String name) {
        return String.valueOf(value(name));
    }

    /** One scope per round of a section: none for what is false or empty, one for a value, one per element. */
    List<TemplateScope> each(String name) {
        Object value = value(name);
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(this::inner).toList();
        }
        if (value instanceof Boolean flag) {
            return flag ? List.of(this) : List.of();
        }
        return value.equals("") ? List.of() : List.of(inner(value));
    }

    private TemplateScope inner(Object value) {
        return new TemplateScope(value, this);
    }

    /** What is absent is empty text. */
    private Object value(String name) {
        Object found = name.equals(".") ? view : find(name);
        return found instanceof Optional<?> optional ? optional.isPresent() ? optional.get() : "" : found;
    }

    private Object find(String name) {
        Object here = view instanceof Map<?, ?> map ? map.get(name) : component(name);
        if (here != null) {
            return here;
        }
        if (outer == null) {
            throw new IllegalStateException("no view of the template has " + name);
        }
        return outer.find(name);
    }

    private @Nullable Object component(String name) {
        if (!(view instanceof Record)) {
            return null;
        }
        try {
            Method accessor = view.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(view);
        } catch (NoSuchMethodException another) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
