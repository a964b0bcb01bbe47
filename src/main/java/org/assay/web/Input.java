package org.assay.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what was sent, by a form or as JSON, into a record, or says everything that is wrong with it at once. */
@Unremovable // looked up by the records of what was sent, which are no beans
@ApplicationScoped
class Input {

    private static final int MOST_FAULTS = 50;

    @Inject
    Validator validator;

    static Input get() {
        return Arc.container().instance(Input.class).get();
    }

    <T> T read(ObjectNode sent, Class<T> type, ObjectMapper mapper) {
        var violations = new ArrayList<Violation>();
        ObjectNode tree = withLineFeeds(sent);
        T value = readable(tree, type, mapper, violations);
        if (value != null) {
            for (var broken : validator.validate(value)) {
                String field = broken.getPropertyPath().toString().replace(".<list element>", "");
                if (violations.stream().noneMatch(found -> found.field().equals(field))) {
                    violations.add(new Violation(field, broken.getMessage()));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new Invalid(FieldPaths.inOrder(violations, type));
        }
        return value;
    }

    /** Reads around what cannot be read: each unreadable field is noted and taken out, so that the rest is judged too. */
    private <T> T readable(ObjectNode tree, Class<T> type, ObjectMapper mapper, List<Violation> violations) {
        while (violations.size() < MOST_FAULTS) {
            try {
                return mapper.treeToValue(tree, type);
            } catch (JsonMappingException e) {
                violations.add(new Violation(field(e), sentence(e)));
                if (!takeOut(tree, e.getPath())) {
                    return null;
                }
            } catch (JsonProcessingException e) {
                violations.add(new Violation("", "This cannot be read."));
                return null;
            }
        }
        return null;
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static boolean takeOut(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (var step : path.subList(0, Math.max(0, path.size() - 1))) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        var last = path.isEmpty() ? null : path.getLast();
        if (last != null && parent instanceof ObjectNode object) {
            return object.remove(last.getFieldName()) != null;
        }
        return last != null && parent instanceof ArrayNode array && array.remove(last.getIndex()) != null;
    }

    private static String sentence(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "There is no such field: the fields here are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() ->
                "Please choose one of "
                        + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        + ".";
            case MismatchedInputException wrong -> wanted(wrong.getTargetType());
            default -> "This cannot be read.";
        };
    }

    private static String wanted(Class<?> type) {
        if (type == LocalDate.class) {
            return "Please give a date as year-month-day, for example 2026-11-23.";
        }
        if (type == String.class) {
            return "Please give a text.";
        }
        if (type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))) {
            return "Please give a whole number.";
        }
        return type != null && Iterable.class.isAssignableFrom(type) ? "Please give a list." : "Please give an object.";
    }

    private static ObjectNode withLineFeeds(ObjectNode sent) {
        ObjectNode copy = sent.deepCopy();
        unify(copy);
        return copy;
    }

    private static void unify(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue() instanceof TextNode text) {
                    field.setValue(TextNode.valueOf(Characters.withLineFeeds(text.textValue())));
                } else {
                    unify(field.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text) {
                    array.set(i, TextNode.valueOf(Characters.withLineFeeds(text.textValue())));
                } else {
                    unify(array.get(i));
                }
            }
        }
    }
}
