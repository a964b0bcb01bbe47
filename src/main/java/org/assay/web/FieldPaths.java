package org.assay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** From JSON to a form's fields and back: {@code source.url} is a field within one, {@code labels[2].key} one of a row. */
final class FieldPaths {

    static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,3})]\\.(\\w+)");

    /** A field of a record or of one within it: none lies deeper. */
    private static final Pattern PATH = Pattern.compile("\\w+(\\.\\w+)?");

    private FieldPaths() {}

    /** Every field with its text; what is null has none. */
    static void each(JsonNode record, BiConsumer<String, String> field) {
        each("", record, field);
    }

    private static void each(String path, JsonNode node, BiConsumer<String, String> field) {
        if (node.isObject()) {
            node.properties()
                    .forEach(inner -> each(
                            path.isEmpty() ? inner.getKey() : path + "." + inner.getKey(), inner.getValue(), field));
        } else if (node.isArray() && node.path(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                each(path + "[" + i + "]", node.get(i), field);
            }
        } else if (node.isArray()) {
            var items = new ArrayList<String>();
            node.forEach(item -> items.add(item.asText()));
            field.accept(path, String.join(", ", items));
        } else if (!node.isNull()) {
            field.accept(path, node.asText());
        }
    }

    /** Blank fields count as absent. A record's list of texts is typed as one text, its items set apart by commas. */
    static ObjectNode tree(Map<String, List<String>> values, Class<?> type) {
        ObjectNode root = Json.LENIENT.createObjectNode();
        values.forEach((name, sent) -> {
            String value = sent.getFirst();
            var row = ROW.matcher(name);
            if (Characters.isBlank(value)) {
                return;
            }
            if (row.matches()) {
                row(root, row.group(1), Integer.parseInt(row.group(2))).put(row.group(3), value);
            } else if (isList(type, name)) {
                var items = root.putArray(name);
                Arrays.stream(value.split("[,\n]"))
                        .map(String::strip)
                        .filter(item -> !Characters.isBlank(item))
                        .forEach(items::add);
            } else if (PATH.matcher(name).matches()) {
                put(root, name, value);
            }
        });
        return root;
    }

    private static ObjectNode row(ObjectNode root, String list, int number) {
        var rows = root.get(list) instanceof ArrayNode array ? array : root.putArray(list);
        while (rows.size() <= number) {
            rows.addObject();
        }
        if (!(rows.get(number) instanceof ObjectNode)) {
            rows.set(number, rows.objectNode());
        }
        return (ObjectNode) rows.get(number);
    }

    private static void put(ObjectNode root, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            root.put(path, value);
        } else {
            String first = path.substring(0, dot);
            var inner = root.get(first) instanceof ObjectNode object ? object : root.putObject(first);
            put(inner, path.substring(dot + 1), value);
        }
    }

    /** As the fields stand in the record, and with them in the forms and in the documentation. */
    static List<Violation> inOrder(List<Violation> violations, Class<?> type) {
        var names = new ArrayList<String>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
        return violations.stream()
                .sorted(Comparator.comparingInt(
                        violation -> names.indexOf(violation.field().split("[.\\[]", 2)[0])))
                .toList();
    }

    private static boolean isList(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(name) && component.getType() == List.class);
    }
}
